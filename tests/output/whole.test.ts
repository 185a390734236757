// The page of the whole work: it has every entry once, with all text and notes, and links to its own sections.
import { expect, test } from 'vitest';
import { indexList } from '../../src/archive/lists.ts';
import { ENTRY_COLLECTIONS, type EntryCollection } from '../../src/model/references.ts';
import { ownArchive } from '../support/archive.ts';
import { DIST, searchRecords, WHOLE } from '../support/project.ts';
import { attributes, hrefs, parse, words, type Elements } from '../support/site.ts';

const archive = ownArchive();
const $ = parse(WHOLE);
const ids = (selector: string): string[] => attributes($(selector), 'id');

/** The entries of a collection, in the order of its index. */
const listed = (kind: EntryCollection): string[] => indexList(archive, kind).items.map(({ id }) => id);
const ENTRIES = ENTRY_COLLECTIONS.flatMap((kind) => listed(kind).map((id) => ({ kind, id })));

/** The sections, each found once: a search through the whole page takes half a second. */
const sections = new Map([...$('.work-entry')].map((element) => [element.attribs['id'], $(element)]));

/** The words of an entry's prose, without the margin notes. */
function prose(part: Elements | undefined): string | undefined {
  const text = part?.find('.prose').clone();
  text?.find('.sidenote, script, ol.reports, .told, .rows, .as-known').remove();
  return text && words(text.text());
}

test('has every entry once, in the order of the indexes', () => {
  expect(ids('.work-entry, .work-part')).toEqual([
    'home',
    ...ENTRY_COLLECTIONS.flatMap((kind) => [kind, ...listed(kind).map((id) => `${kind}.${id}`)]),
    'method',
  ]);
  expect(hrefs($('.work-contents a'))).toEqual(ids('.work-entry, .work-part').map((id) => `#${id}`));
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
    const own = parse(path)('main');
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
  const linked = hrefs($('[id="events.belgorod-raid-may-2023"] .rows a')).map((row) => {
    const [, source = '', number = ''] = /^#sources\.(.+)\.r(\d+)$/.exec(row) ?? [];
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
  const levels = [...$('main').find('h1, h2, h3, h4, h5, h6')].map(({ name }) => Number(name.slice(1)));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
});

test('its links to entries lead to its own sections, and it has no script of its own', () => {
  const without = ['data.html', 'offline.html', 'search.html'];
  const links = hrefs($('.whole-work a'));
  const out = links.filter((href) => !/^(?:#|https:)/.test(href) && !without.includes(href));
  expect(out).toEqual([]);
  expect($('.whole-work').find('script').length).toBe(0);
});

test('neither the site’s search nor a search engine lists it', () => {
  expect($('meta[name="robots"]').attr('content')).toBe('noindex');
  expect(searchRecords(DIST).filter(({ url }) => url.startsWith(`/${WHOLE}`))).toEqual([]);
});
