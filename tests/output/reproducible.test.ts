// The same content gives the same bytes: builds a small site with every kind of entry twice, the second time in another
// folder, at another time, in another time zone and locale and under another umask. Nothing in the output of this
// project's own content names the machine.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { files } from '../../src/output/files.ts';
import { HOSTILE_LIBRARY } from '../support/hostile.ts';
import { libraryWith } from '../support/library.ts';
import { DIST, makeProject, PROJECT, runNode, snapshot } from '../support/project.ts';

const { root, remove } = libraryWith(HOSTILE_LIBRARY);
const place = mkdtempSync(join(tmpdir(), 'built elsewhere ü '));
const [here, elsewhere] = [join(root, 'dist'), join(place, 'dist')];

/** Moves the clock of a Node process by more than a year. */
const OTHER_CLOCK = `
  const Clock = Date, shift = 4e10;
  globalThis.Date = class extends Clock {
    constructor(...parts) { if (parts.length > 0) super(...parts); else super(Clock.now() + shift); }
    static now() { return Clock.now() + shift; }
  };`;

beforeAll(async () => {
  if (!existsSync(DIST)) throw new Error('There is no dist/ to test: run `npm run build` first.');
  cpSync(join(root, 'content'), join(place, 'content'), { recursive: true });
  for (const folder of [root, place]) makeProject(folder);
  const mask = process.umask(0o077);
  const second = runNode(place, 'src/commands/build.ts', [], {
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
  for (const run of [runNode(root, 'src/commands/build.ts'), second])
    expect(await run.end, run.output()).toBe(0);
});
afterAll(() => {
  remove();
  rmSync(place, { recursive: true, force: true });
});

test('a second build in another folder at another time has the same bytes', () => {
  expect(files(elsewhere)).toEqual(files(here));
  const [ours, theirs] = [snapshot(here), snapshot(elsewhere)];
  const different = files(here).filter((path) => ours[path] !== theirs[path]);
  // Shows the difference in the first file.
  const [first] = different;
  if (first !== undefined && /\.(?:html|css|js|json|xml)$/.test(first))
    expect(readFileSync(join(elsewhere, first), 'utf8')).toBe(readFileSync(join(here, first), 'utf8'));
  expect(different).toEqual([]);
});

/** A file and everything packed in it: unpacks gzip and zip, and decodes base64, as deep as they go. */
function layers(name: string, bytes: Uint8Array): [name: string, bytes: Buffer][] {
  const buffer = Buffer.from(bytes);
  const signature = buffer.toString('latin1', 0, 4);
  const base64 = /base64="([^"]+)"$/.exec(buffer.toString('latin1'))?.[1];
  let inside: [string, Uint8Array][] = [];
  if (signature.startsWith('\x1f\x8b')) inside = [['unpacked', gunzipSync(buffer)]];
  else if (signature === 'PK\x03\x04') inside = Object.entries(unzipSync(buffer));
  else if (base64) inside = [['decoded', Buffer.from(base64, 'base64')]];
  return [[name, buffer], ...inside.flatMap(([part, content]) => layers(`${name}: ${part}`, content))];
}

test('compressed and encoded files are unpacked', () => {
  const fragment = files(DIST).find((path) => path.endsWith('.pf_fragment.js')) ?? '';
  const [, , text] = layers(fragment, readFileSync(join(DIST, fragment)));
  expect(text?.[1].toString()).toContain('"url":');
});

test('nothing in the output names the machine', () => {
  const content = files(join(PROJECT, 'content')).map((path) => readFileSync(join(PROJECT, 'content', path)));
  // Skip the name of a user or machine that is also a word of the content.
  const isDistinctive = (name: string): boolean =>
    name.length > 5 && !content.some((text) => text.includes(name));
  const paths = [PROJECT.replace(/\/$/, ''), `${homedir()}/`, `${tmpdir()}/`];
  const names = [
    ...paths.flatMap((path) => [path, encodeURI(path)]),
    ...[userInfo().username, hostname()].filter(isDistinctive),
  ];
  const found = files(DIST)
    // Pagefind's WebAssembly has the paths of the machine that built Pagefind.
    .filter((path) => !path.includes('/wasm.'))
    .flatMap((path) => layers(path, readFileSync(join(DIST, path))))
    .filter(([name]) => !name.includes('/wasm.'))
    .flatMap(([name, bytes]) => names.filter((one) => bytes.includes(one)).map((one) => `${name}: ${one}`));
  expect(found).toEqual([]);
});
