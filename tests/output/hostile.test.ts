// Content is data. A library whose every free text holds markup and quotation marks is built: each of
// them stands on the pages, in attributes and in the search index as the text that it is.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { load, type CheerioAPI } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { files, htmlFiles } from '../../src/output/files.ts';
import { HOSTILE, HOSTILE_LIBRARY } from '../support/hostile.ts';
import { libraryWith } from '../support/library.ts';
import { makeProject, runNode } from '../support/project.ts';

const { root, remove } = libraryWith(HOSTILE_LIBRARY);
const dist = join(root, 'dist');

/** Builds the project as `npm run build` does. */
async function build(): Promise<{ code: number | null; output: string }> {
  const run = runNode(root, 'src/commands/build.ts');
  const code = await run.end;
  return { code, output: run.output() };
}

const page = (path: string): CheerioAPI => load(readFileSync(join(dist, path), 'utf8'));

/** Every file of the built site with its hash. */
function hashes(): Record<string, string> {
  return Object.fromEntries(
    files(dist).map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(dist, path)))
        .digest('hex'),
    ]),
  );
}

beforeAll(async () => {
  makeProject(root);
  const { code, output } = await build();
  expect(output).toContain('dist/ is built');
  expect(code).toBe(0);
});
afterAll(remove);

describe('pages', () => {
  test('every entry has its page, and every kind its index', () => {
    const entries = Object.keys(HOSTILE_LIBRARY)
      .filter((path) => !/^(?:pages|reports)\//.test(path))
      .map((path) => path.replace('.mdx', '.html'));
    const indexes = [...new Set(entries.map((path) => path.replace(/\/.*/, '/index.html')))];
    const own = [
      '404.html',
      'data.html',
      'index.html',
      'method.html',
      'offline.html',
      'search.html',
      'whole.html',
    ];
    expect(htmlFiles(dist)).toEqual([...entries, ...indexes, ...own].sort());
  });

  test.each([
    ['groups/boatmen.html', 'h1', `The Boatmen${HOSTILE}`],
    ['groups/boatmen.html', '.facts-box', `To keep the river open${HOSTILE}`],
    ['groups/boatmen.html', 'th', `Boatmen${HOSTILE}`],
    ['events/closure.html', '.facts-box', `Monday, in a paper dated Tuesday 5 March 2024${HOSTILE}`],
    ['questions/was-it-unsafe.html', 'h1', `Was the bridge unsafe?${HOSTILE}`],
    ['questions/was-it-unsafe.html', 'main', `It was never unsafe${HOSTILE}`],
    ['questions/was-it-unsafe.html', 'main', `The engineer's report${HOSTILE}`],
    ['sources/gazette.html', '#r4', `The bridge was never unsafe.${HOSTILE}`],
    ['sources/gazette.html', '#r4 q', `it was never unsafe${HOSTILE}`],
    ['sources/gazette.html', '#r4', `“boatmen${HOSTILE}”`],
    ['sources/gazette.html', '.unused', `A teaser for soups.${HOSTILE}`],
    ['sources/gazette.html', 'td', `The guild's own name${HOSTILE}`],
    ['people/ada.html', '.facts-box', `Mayor${HOSTILE}`],
    ['terms/index.html', 'main', `unsafe${HOSTILE}`],
    ['index.html', 'main', `Gazette${HOSTILE}`],
  ])('%s shows it as text in %s', (path, selector, text) => {
    expect(page(path)(selector).text().replace(/\s+/g, ' ')).toContain(text);
  });

  test.each([
    ['groups/boatmen.html', 'dl.facts', 'aria-label', `The Boatmen${HOSTILE}`],
    ['places/old-bridge.html', 'dl.facts', 'aria-label', `The old bridge${HOSTILE}`],
  ])('%s keeps it whole in %s %s', (path, selector, attribute, text) => {
    expect(page(path)(selector).attr(attribute)).toBe(text);
  });

  test('no page has an element or an attribute that is made of it, or shows it escaped twice', () => {
    for (const path of htmlFiles(dist)) {
      const $ = page(path);
      const scripts = $('script').filter((_index, element) => $(element).text().includes('alert(1)'));
      expect(scripts.length, `scripts of content on ${path}`).toBe(0);
      const names = $('*')
        .get()
        .flatMap((element) => Object.keys($(element).attr() ?? {}));
      expect(
        names.filter((name) => !/^[a-z][a-z\d:-]*$/i.test(name) || /^on/i.test(name)),
        `attributes of ${path}`,
      ).toEqual([]);
      expect($('body').text(), path).not.toMatch(/&(?:lt|gt|amp|quot|#\d+);/);
    }
  });
});

describe('search', () => {
  interface Fragment {
    readonly url: string;
    readonly content: string;
    readonly meta: Readonly<Record<string, string>>;
  }
  let fragments: Fragment[];
  beforeAll(() => {
    const folder = join(dist, 'search/fragment');
    // Twelve bytes of signature, then JSON.
    fragments = readdirSync(folder, { encoding: 'utf8', recursive: true })
      .filter((name) => name.endsWith('.pf_fragment'))
      .map(
        (name) =>
          JSON.parse(
            gunzipSync(readFileSync(join(folder, name)))
              .subarray(12)
              .toString(),
          ) as Fragment,
      );
  });

  test('a report is a record that holds its text', () => {
    const fragment = fragments.find(({ url }) => url === '/sources/gazette.html#r4');
    expect(fragment?.meta['says']).toBe(`The bridge was never unsafe.${HOSTILE}`);
    expect(fragment?.meta['chain']).toContain(`Gazette${HOSTILE}`);
  });

  test('a page is a record that holds its title and other names', () => {
    const fragment = fragments.find(({ url }) => url === '/groups/boatmen.html');
    expect(fragment?.meta['title']).toBe(`The Boatmen${HOSTILE}`);
    expect(fragment?.meta['aliases']).toContain(`Ferrymen${HOSTILE}`);
  });
});

describe('a build that fails', () => {
  const file = join(root, 'content/events/closure.mdx');
  const sound = readFileSync(file, 'utf8');

  test.each([
    {
      what: 'an anchor that no page has',
      link: '../places/old-bridge.mdx#refers-her',
      says: ['events/closure.html', 'old-bridge.html#refers-her', 'nearest:  refers-here'],
    },
    {
      what: 'an anchor like none of the page',
      link: '../places/old-bridge.mdx#nowhere-at-all',
      says: ['events/closure.html', 'old-bridge.html#nowhere-at-all', 'an id on places/old-bridge.html'],
    },
  ])('on $what names the page and leaves dist/ as it was', async ({ link, says }) => {
    const before = hashes();
    writeFileSync(file, sound.replace('../people/ada.mdx', link));
    const { code, output } = await build();
    writeFileSync(file, sound);
    expect(code).toBe(1);
    for (const text of says) expect(output).toContain(text);
    expect(hashes()).toEqual(before);
  });
});
