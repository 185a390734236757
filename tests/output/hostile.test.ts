// Content is data. Builds a library with markup and quotation marks in every free text, and checks that pages,
// attributes and the search index have them as text. Builds it a second time in another folder, at another time, in another
// time zone and locale and under another umask, which gives the same bytes.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { files, htmlFiles } from '../../src/output/files.ts';
import { HOSTILE, HOSTILE_LIBRARY } from '../support/hostile.ts';
import { libraryWith } from '../support/library.ts';
import { makeProject, runNode, searchRecords, snapshot } from '../support/project.ts';
import { invalid } from '../support/valid-html.ts';

const { root, remove } = libraryWith(HOSTILE_LIBRARY);
const dist = join(root, 'dist');
const place = mkdtempSync(join(tmpdir(), 'built elsewhere ü '));

/** Moves the clock of a Node process by more than a year. */
const OTHER_CLOCK = `
  const Clock = Date, shift = 4e10;
  globalThis.Date = class extends Clock {
    constructor(...parts) { if (parts.length > 0) super(...parts); else super(Clock.now() + shift); }
    static now() { return Clock.now() + shift; }
  };`;

/** What `npm run build` runs. */
const BUILD = 'src/commands/build.ts';

const page = (path: string): CheerioAPI => load(readFileSync(join(dist, path), 'utf8'));

beforeAll(async () => {
  cpSync(join(root, 'content'), join(place, 'content'), { recursive: true });
  for (const folder of [root, place]) makeProject(folder);
  const mask = process.umask(0o077);
  const second = runNode(place, BUILD, [], {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(OTHER_CLOCK)}`,
    // UTC+14, and a locale with another sort order.
    TZ: 'Pacific/Kiritimati',
    LANG: 'cs_CZ.UTF-8',
    LC_ALL: 'cs_CZ.UTF-8',
    // Environment variables with the names of Astro's own, as other tools may set them.
    DEV: '1',
    PROD: '',
    MODE: 'test',
    SITE: 'https://example.org/',
  });
  process.umask(mask);
  const first = runNode(root, BUILD);
  expect(await first.end, first.output()).toBe(0);
  expect(first.output()).toContain('dist/ is built');
  expect(await second.end, second.output()).toBe(0);
});
afterAll(() => {
  remove();
  rmSync(place, { recursive: true, force: true });
});

test('a second build in another folder at another time has the same bytes', () => {
  const elsewhere = join(place, 'dist');
  expect(files(elsewhere)).toEqual(files(dist));
  const [ours, theirs] = [snapshot(dist), snapshot(elsewhere)];
  const different = files(dist).filter((path) => ours[path] !== theirs[path]);
  // Shows the difference in the first file.
  const [first] = different;
  if (first !== undefined && /\.(?:html|css|js|json|xml)$/.test(first))
    expect(readFileSync(join(elsewhere, first), 'utf8')).toBe(readFileSync(join(dist, first), 'utf8'));
  expect(different).toEqual([]);
});

describe('pages', () => {
  test('every entry has its page, and every kind its index', () => {
    const entries = Object.keys(HOSTILE_LIBRARY)
      .filter((path) => !/^(?:pages|reports)\//.test(path))
      .map((path) => path.replace('.mdx', '.html'));
    const indexes = [...new Set(entries.map((path) => path.replace(/\/.*/, '/index.html')))];
    const own = ['404', 'data', 'index', 'method', 'offline', 'search', 'whole'].map((id) => `${id}.html`);
    expect(htmlFiles(dist)).toEqual([...entries, ...indexes, ...own].sort());
  });

  test.each([
    ['groups/boatmen.html', 'h1', `The Boatmen${HOSTILE}`],
    ['groups/boatmen.html', '.facts-box', `To keep the river open${HOSTILE}`],
    ['groups/boatmen.html', 'th', `Boatmen${HOSTILE}`],
    ['events/closure.html', '.facts-box', `Monday, in a paper dated Tuesday 5 March 2024${HOSTILE}`],
    ['questions/was-it-unsafe.html', 'h1', `Was the bridge unsafe${HOSTILE}?`],
    ['questions/was-it-unsafe.html', 'main', `It was never unsafe${HOSTILE}`],
    ['questions/was-it-unsafe.html', 'main', `The engineer's report${HOSTILE}`],
    ['sources/gazette.html', '#r4', `The bridge was never unsafe.${HOSTILE}`],
    ['sources/gazette.html', '#r4 q', `it was never unsafe${HOSTILE}`],
    ['sources/gazette.html', '#r4', `“boatmen${HOSTILE}”`],
    ['sources/gazette.html', '.unused', `A teaser for soups.${HOSTILE}`],
    ['sources/gazette.html', 'td', `The guild's own name${HOSTILE}`],
    ['people/ada.html', '.of-voice', `Mayor${HOSTILE}`],
    ['terms/index.html', 'main', `unsafe${HOSTILE}`],
    ['index.html', 'main', `Gazette${HOSTILE}`],
  ])('%s shows it as text in %s', (path, selector, text) => {
    expect(page(path)(selector).text().replace(/\s+/g, ' ')).toContain(text);
  });

  test.each([
    ['groups/boatmen.html', 'dl.facts', 'aria-label', `The Boatmen${HOSTILE}`],
    ['places/old-bridge.html', 'dl.facts', 'aria-label', `The old bridge${HOSTILE}`],
  ])('%s has it unchanged in %s %s', (path, selector, attribute, text) => {
    expect(page(path)(selector).attr(attribute)).toBe(text);
  });

  test('every page is valid HTML', async () => {
    expect(await invalid(dist, htmlFiles(dist))).toEqual({});
  });

  test('no page has it as an element or attribute, or escaped twice', () => {
    for (const path of htmlFiles(dist)) {
      const $ = page(path);
      expect($('script:not([type$="json"])').text(), path).not.toContain('alert(1)');
      const names = [...$('*')].flatMap((element) => Object.keys($(element).attr() ?? {}));
      const wrong = names.filter((name) => !/^[a-z][a-z\d:-]*$/i.test(name) || /^on/i.test(name));
      expect(wrong, `attributes of ${path}`).toEqual([]);
      expect($('body').text(), path).not.toMatch(/&(?:lt|gt|amp|quot|#\d+);/);
    }
  });
});

test('the search records of a report and of a page have it', () => {
  const records = new Map(searchRecords(dist).map((record) => [record.url, record]));
  const report = records.get('/sources/gazette.html#r4');
  expect(report?.meta['says']).toBe(`The bridge was never unsafe.${HOSTILE}`);
  expect(report?.meta['chain']).toContain(`Gazette${HOSTILE}`);
  const page = records.get('/groups/boatmen.html');
  expect(page?.meta['title']).toBe(`The Boatmen${HOSTILE}`);
  expect(page?.filters['Name']).toContain(`Ferrymen${HOSTILE}`);
});

describe('a build that fails or is stopped', () => {
  const file = join(root, 'content/events/closure.mdx');
  const sound = readFileSync(file, 'utf8');

  test('names the page and the address that is wrong, and leaves dist/ as it was', async () => {
    const before = snapshot(dist);
    // The check knows the sections that a page can have, the build those that it has.
    writeFileSync(file, sound.replace('../people/ada.mdx', '../places/old-bridge.mdx#names'));
    const run = runNode(root, BUILD);
    expect(await run.end).toBe(1);
    for (const text of ['events/closure.html', 'old-bridge.html#names', 'an id on places/old-bridge.html'])
      expect(run.output()).toContain(text);
    expect(snapshot(dist)).toEqual(before);
  });

  test('leaves nothing behind if it is stopped', async () => {
    writeFileSync(file, sound);
    const before = { dist: snapshot(dist), files: Object.keys(snapshot(root)) };
    const run = runNode(root, BUILD);
    // The builds above have left the scripts of pages in .work/.
    await vi.waitUntil(() => existsSync(join(root, `.work/build-${run.child.pid}`)), { timeout: 240_000 });
    run.child.kill('SIGTERM');
    expect(await run.end).toBe(128 + constants.signals.SIGTERM);
    expect({ dist: snapshot(dist), files: Object.keys(snapshot(root)) }).toEqual(before);
  });
});
