import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { describe, expect, test } from 'vitest';
import { referenceText } from '../../src/archive/bibliography-formats.ts';
import {
  dataItem,
  entryItems,
  pageItem,
  sourceItem,
  type BibliographyItem,
} from '../../src/archive/bibliography.ts';
import type { EntryRef } from '../../src/model/references.ts';
import { archiveWith } from '../support/archive.ts';
import { edited } from '../support/library.ts';

const SITE = new URL('https://example.org/guide/');
const itemText = (item: BibliographyItem): string => referenceText(item, 'text');
const bibtex = (item: BibliographyItem): string => referenceText(item, 'bibtex');
const cslJson = (item: BibliographyItem): string => referenceText(item, 'csl');
const archive = archiveWith();
const ada = archive.entry({ collection: 'people', id: 'ada' });
const gazette = archive.entry({ collection: 'sources', id: 'gazette' });
const herald = archive.entry({ collection: 'sources', id: 'herald' });

/** BibTeX or CSL-JSON as a reference manager reads it. */
function imported(text: string): Record<string, unknown> {
  plugins.config.get('@bibtex').parse.sentenceCase = 'never';
  return new Cite(text).data[0] as unknown as Record<string, unknown>;
}

describe('a page', () => {
  test.each([
    // Nobody told the date of the page.
    ['people/ada', 'Ada.'],
    // The page is not the text itself.
    ['sources/gazette', 'The old bridge is closed [what the text says].'],
    ['questions/was-it-unsafe', 'Was the bridge unsafe?'],
  ])('%s', (page, title) => {
    const [collection, id] = page.split('/') as [EntryRef['collection'], string];
    expect(itemText(pageItem(archive.entry({ collection, id }), SITE, 'v1'))).toBe(
      `Claimed & Denied. ${title} Version v1. https://example.org/guide/${page}.html`,
    );
  });

  test('has no address where the site has none', () => {
    expect(itemText(pageItem(ada, undefined, 'v1'))).toBe('Claimed & Denied. Ada. Version v1.');
    expect(bibtex(pageItem(ada, undefined, 'v1'))).not.toContain('url');
    expect(cslJson(pageItem(ada, undefined, 'v1'))).not.toContain('URL');
  });

  test('has the date of its last correction', () => {
    const changes = ['2024-05-02', '2024-04-01'].map((on) => `{ on: ${on}, what: b, why: c }`).join();
    const changed = archiveWith(edited('people/ada.mdx', 'side:', `changes: [${changes}]\nside:`));
    const item = pageItem(changed.entry({ collection: 'people', id: 'ada' }), undefined, 'v1');
    expect(itemText(item)).toBe('Claimed & Denied (2 May 2024). Ada. Version v1.');
  });
});

describe('a source text', () => {
  test('has its own publisher and date; a title that this site gave is in brackets', () => {
    const item = sourceItem(archive, gazette);
    expect(itemText(item)).toBe('[The old bridge is closed] (5 March 2024). The Gazette.');
    expect(item.note).toBeUndefined();
  });

  test('without known facts has no publisher, author or date', () => {
    expect(itemText(sourceItem(archive, herald))).toBe('[Bridge unsafe, says town].');
    expect(sourceItem(archive, herald).note).toBe('Read in translation.');
  });

  test('marks inferred and located fields', () => {
    const known = archiveWith(
      edited(
        'sources/gazette.mdx',
        'publisher:\n  value: organisations/gazette\n  how: printed\ndate:\n  value: 2024-03-05\n  how: printed',
        `publisher: { value: organisations/gazette, how: located }
author: { value: A. B., how: printed }
headline: { value: “The ‘old’ bridge”, how: printed }
date: { value: 2024-03-05~, how: inferred }
url: { value: https://example.com/a_b, how: located }
copies:
  - { url: https://example.com/copy, note: A copy. }`,
      ),
    );
    const item = sourceItem(known, known.entry({ collection: 'sources', id: 'gazette' }));
    expect(itemText(item)).toBe(
      'A. B. [about 5 March 2024]. The ‘old’ bridge. The Gazette. https://example.com/a_b',
    );
    expect(item.note).toBe(
      'Publisher, address: found outside the text. Date: inferred, not printed in the text. A copy: https://example.com/copy',
    );
    expect(bibtex(item)).toBe(`@misc{gazette,
\tauthor = {{A. B.}},
\tyear = {2024},
\tmonth = mar,
\tday = {5},
\tnote = {Dated about 5 March 2024. Publisher, address: found outside the text. Date: inferred, not printed in the text. A copy: https://example.com/copy},
\thowpublished = {The Gazette},
\ttitle = {The ‘old’ bridge},
\turl = {https://example.com/a_b},
}`);
    expect(JSON.parse(cslJson(item))).toEqual([
      {
        id: 'gazette',
        type: 'webpage',
        author: [{ literal: 'A. B.' }],
        title: 'The ‘old’ bridge',
        'container-title': 'The Gazette',
        issued: { 'date-parts': [[2024, 3, 5]], circa: true },
        URL: 'https://example.com/a_b',
        note: item.note,
      },
    ]);
  });

  test('is offered beside its page, and on no other page', () => {
    const labels = (of: typeof ada | typeof gazette) =>
      entryItems(archive, of, SITE, 'v1').map(({ label }) => label);
    expect(labels(gazette)).toEqual(['Cite the text itself', 'Cite our page about the text']);
    expect(labels(ada)).toEqual(['Cite this page']);
  });
});

test('the data has its version', () => {
  expect(itemText(dataItem('abc123', SITE))).toBe(
    'Claimed & Denied. Claimed & Denied: all reports as data. Version abc123. https://example.org/guide/data.html',
  );
});

describe('dates', () => {
  const dated = (date: string): BibliographyItem => ({ key: 'k', type: 'webpage', title: 'T', date });
  const issued = (date: string): unknown =>
    (JSON.parse(cslJson(dated(date))) as { issued: unknown }[])[0]?.issued;

  test.each([
    ['2023', { 'date-parts': [[2023]] }],
    ['2023-05', { 'date-parts': [[2023, 5]] }],
    ['2023-05-22', { 'date-parts': [[2023, 5, 22]] }],
    ['2023-05-XX', { 'date-parts': [[2023, 5]] }],
    ['2022-21', { 'date-parts': [[2022]], season: 1 }],
    ['2023-05-24?', { 'date-parts': [[2023, 5, 24]], circa: true }],
    ['2023-05-23/2023-05-24~', { 'date-parts': [23, 24].map((day) => [2023, 5, day]), circa: true }],
    ['2023-05-23/..', { literal: 'from 23 May 2023' }],
  ])('%s in CSL', (date, expected) => {
    expect(issued(date)).toEqual(expected);
  });

  test.each([
    ['2023', '\tyear = {2023},'],
    ['2023-05', '\tyear = {2023},\n\tmonth = {5},'],
    ['2023-11-27', '\tyear = {2023},\n\tmonth = nov,\n\tday = {27},'],
    ['2023-05-23/2023-05-24', 'note = {Dated 23–24 May 2023.}'],
    ['2022-21', 'note = {Dated spring 2022.}'],
    ['2023-05-24?', 'note = {Dated 24 May 2023 (uncertain).}'],
    ['2023-05-23/..', 'note = {Dated from 23 May 2023.}'],
  ])('%s in BibTeX, with words for what it cannot say', (date, expected) => {
    expect(bibtex(dated(date))).toContain(expected);
  });

  test('a reference manager reads the day back from BibTeX', () => {
    expect(imported(bibtex(dated('2023-11-27')))['issued']).toEqual({ 'date-parts': [[2023, 11, 27]] });
  });
});

describe('read back by a reference manager', () => {
  const HOSTILE = [
    'Plain',
    'Ten & twenty % of $5 #1 a_b',
    'Braces { and } and {both}',
    'A \\textbf{command} ~ ^',
    '“Ёлка” – и “Łódź”',
    '"quoted", }, @misc{x,',
    '<script>alert(1)</script>',
  ];

  test.each(HOSTILE)('%j as a title, in BibTeX', (title) => {
    const url = 'https://example.org/a_b?c=%20{d}';
    const item = {
      key: 'k',
      type: 'webpage',
      title,
      author: title,
      container: title,
      note: title,
      url,
    } as const;
    const URL = 'https://example.org/a_b?c=%20%7Bd%7D';
    const read = { id: 'k', title, author: [{ family: title }], publisher: title, note: title, URL };
    expect(imported(bibtex(item))).toMatchObject(read);
  });

  test.each(HOSTILE)('%j as an author and a title, in CSL-JSON', (title) => {
    const read = imported(cslJson({ key: 'k', type: 'webpage', author: title, title }));
    expect(read).toMatchObject({ id: 'k', type: 'webpage', title, author: [{ literal: title }] });
  });

  test('the name of the site is one name', () => {
    expect(imported(bibtex(pageItem(ada, SITE, 'v1')))['author']).toEqual([{ family: 'Claimed & Denied' }]);
  });
});
