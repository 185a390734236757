// The page of the whole work: it has every entry once, with all text and notes, and links to its own sections.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import { expect, test } from 'vitest';
import { indexList } from '../../src/archive/lists.ts';
import { ENTRY_COLLECTIONS, type EntryCollection } from '../../src/model/references.ts';
import { ownArchive } from '../support/archive.ts';
import { DIST, searchRecords, WHOLE } from '../support/project.ts';

const archive = ownArchive();
const page = (path: string): CheerioAPI => load(readFileSync(join(DIST, path), 'utf8'));
const $ = page(WHOLE);
const values = (selector: string, attribute: string): string[] =>
  $(selector)
    .get()
    .flatMap((element) => $(element).attr(attribute) ?? []);
const ids = (selector: string): string[] => values(selector, 'id');

/** The entries of a collection, in the order of its index. */
const listed = (kind: EntryCollection): string[] => indexList(archive, kind).items.map(({ id }) => id);
const ENTRIES = ENTRY_COLLECTIONS.flatMap((kind) => listed(kind).map((id) => ({ kind, id })));

/** The sections, each found once: a search through the whole page takes half a second. */
const sections = new Map(
  $('.work-entry')
    .get()
    .map((element) => [$(element).attr('id') ?? '', $(element)] as const),
);
type Part = ReturnType<ReturnType<CheerioAPI['root']>['find']>;

/** The words of an entry's prose, without the margin notes. */
function prose(part: Part | undefined): string | undefined {
  const text = part?.find('.prose').clone();
  text?.find('.sidenote, script, ol.reports, .told, .rows, .as-known').remove();
  return text?.text().replace(/\s+/g, ' ').trim();
}

test('has every entry once, in the order of the indexes', () => {
  expect(ids('.work-entry, .work-part')).toEqual([
    'home',
    ...ENTRY_COLLECTIONS.flatMap((kind) => [kind, ...listed(kind).map((id) => `${kind}.${id}`)]),
    'method',
  ]);
  expect(values('.work-contents a', 'href')).toEqual(ids('.work-entry, .work-part').map((id) => `#${id}`));
});

test('has every report once, in the ledger of its source', () => {
  expect(ids('.ledger > li')).toEqual(
    listed('sources').flatMap((id) => archive.reportsOf(id).map(({ number }) => `sources.${id}.r${number}`)),
  );
  expect($('ol.reports:not(.ledger)').length).toBe(0);
});

test('every entry has all of its prose and notes, and the facts of its page', () => {
  const pages = [
    { path: 'index.html', id: 'home' },
    { path: 'method.html', id: 'method' },
    ...ENTRIES.map(({ kind, id }) => ({ path: `${kind}/${id}.html`, id: `${kind}.${id}` })),
  ];
  for (const { path, id } of pages) {
    const own = page(path)('main');
    const section = sections.get(id);
    expect(prose(section), id).toBe(prose(own));
    for (const part of ['.footnotes li[id]', 'svg', 'table', '.fact'])
      expect(section?.find(part).length, `${part} of ${id}`).toBe(own.find(part).length);
  }
});

test('an entry links to all its reports, also if its own page shows only the first of them', () => {
  const raid = { collection: 'events', id: 'belgorod-raid-may-2023' } as const;
  const paragraphs = new Set(archive.about(raid).map(({ source, paragraph }) => `${source} ${paragraph}`));
  expect(paragraphs.size).toBeGreaterThan(30);
  const linked = sections
    .get('events.belgorod-raid-may-2023')
    ?.find('.rows a')
    .get()
    .map(({ attribs }) => {
      const [, source = '', number = ''] = /^#sources\.(.+)\.r(\d+)$/.exec(attribs['href'] ?? '') ?? [];
      return `${source} ${archive.report(`${source}/${number}`).paragraph}`;
    });
  expect(new Set(linked)).toEqual(paragraphs);
});

test('no two elements have the same id', () => {
  const elements = Map.groupBy(ids('[id]'), (id) => id);
  expect(elements.size).toBeGreaterThan(1_000);
  expect([...elements].filter(([, alike]) => alike.length > 1)).toEqual([]);
});

test('its headings skip no level', () => {
  const levels = $('main')
    .find('h1, h2, h3, h4, h5, h6')
    .map((_index, element) => Number(element.tagName.slice(1)))
    .get();
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
});

test('its links to entries lead to its own sections, and it has no script of its own', () => {
  const without = ['data.html', 'offline.html', 'search.html'];
  const out = values('.whole-work a[href]', 'href').filter(
    (href) => !/^(?:#|https:)/.test(href) && !without.includes(href),
  );
  expect(out).toEqual([]);
  expect($('.whole-work').find('script').length).toBe(0);
});

test('neither the site’s search nor a search engine lists it', () => {
  expect($('meta[name="robots"]').attr('content')).toBe('noindex');
  expect(searchRecords(DIST).filter(({ url }) => url.startsWith(`/${WHOLE}`))).toEqual([]);
});
