// The whole work as a book: sound by the standard's own checker, every entry a chapter, every report in it once.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { load } from 'cheerio';
import { beforeAll, expect, test } from 'vitest';
import { loadArchive } from '../../src/archive/load.ts';
import { EPUB } from '../../src/integrations/epub.ts';
import { PAGE_COLLECTIONS } from '../../src/model/references.ts';
import { found, provide } from '../support/debian.ts';
import { DIST, PROJECT } from '../support/project.ts';

const FILE = join(DIST, EPUB);
const bytes = readFileSync(FILE);
const book = unzipSync(bytes);
const text = (path: string): string => strFromU8(book[path] ?? new Uint8Array());
const archive = loadArchive(PROJECT);

/** Runs epubcheck, which Debian has as a bare archive for Java. */
function epubcheck(): { code: number | null; output: string } {
  const program = found(['epubcheck'])[0] ?? '';
  const signature = Buffer.alloc(2);
  const descriptor = openSync(program, 'r');
  readSync(descriptor, signature);
  closeSync(descriptor);
  const command = signature.toString() === 'PK' ? ['java', '-jar', program] : [program];
  const { status, stdout, stderr } = spawnSync(command[0] ?? '', [...command.slice(1), FILE], {
    encoding: 'utf8',
  });
  return { code: status, output: stdout + stderr };
}

beforeAll(() => provide('epubcheck', 'epubcheck'), 300_000);

test('epubcheck finds nothing wrong', { timeout: 120_000 }, () => {
  const { code, output } = epubcheck();
  expect(output).toContain('Messages: 0 fatals / 0 errors / 0 warnings');
  expect(code).toBe(0);
});

test('it is known as an EPUB by its first bytes', () => {
  expect(bytes.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip');
});

test('its chapters are the entries, in the order of the whole work, and its contents name each', () => {
  const entries = PAGE_COLLECTIONS.flatMap((kind) => archive.list(kind).map(({ id }) => `${kind}.${id}`));
  const $ = load(text('book/book.opf'), { xml: true });
  const spine = $('itemref')
    .map((_index, { attribs }) => attribs['idref'])
    .get();
  expect(spine.slice(0, 2)).toEqual(['nav', 'c.home']);
  expect(spine.at(-1)).toBe('c.method');
  expect(
    spine
      .map((id) => id.slice(2))
      .filter((id) => id.includes('.'))
      .sort(),
  ).toEqual(entries.sort());
  const contents = load(text('book/contents.xhtml'), { xml: true });
  const listed = contents('nav a')
    .map((_index, { attribs }) => attribs['href'])
    .get();
  expect(listed).toEqual(spine.slice(1).map((id) => `${id.slice(2)}.xhtml`));
});

test('every report stands in it once, and every table of the site', () => {
  const chapters = Object.keys(book).filter((path) => path.endsWith('.xhtml'));
  const all = chapters.map(text).join('');
  const rows = [...all.matchAll(/<li id="sources\.([^".]+)\.r(\d+)"/g)].map(
    ([, source, number]) => `${source ?? ''}/${number ?? ''}`,
  );
  expect(rows.sort()).toEqual(archive.reports.map(({ key }) => key).sort());
  const tables = (html: string): number => html.match(/<table/g)?.length ?? 0;
  expect(tables(all)).toBe(tables(readFileSync(join(DIST, 'whole.html'), 'utf8')));
});

test('it loads nothing from anywhere, and runs nothing', () => {
  for (const [path, content] of Object.entries(book))
    expect(strFromU8(content), path).not.toMatch(/<(?:script|img|iframe|svg)|\ssrc=|url\(|@import|href="\//);
});
