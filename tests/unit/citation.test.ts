import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { afterAll, describe, expect, test } from 'vitest';
import { buildArchive, type Archive } from '../../src/archive/archive.ts';
import { bibtex, citationWords, cslJson } from '../../src/archive/citation-formats.ts';
import {
  dataCitation,
  entryCitations,
  pageCitation,
  sourceCitation,
  type Citation,
} from '../../src/archive/citation.ts';
import { readContent } from '../../src/model/read.ts';
import { edited, libraryWith } from '../support/library.ts';

const removals: (() => void)[] = [];
afterAll(() => removals.forEach((remove) => remove()));

function archiveWith(changes?: Parameters<typeof libraryWith>[0]): Archive {
  const { root, remove } = libraryWith(changes);
  removals.push(remove);
  return buildArchive(readContent(root));
}

const SITE = new URL('https://example.org/guide/');
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
  test('has an author, a title and an address, and no date that nobody told', () => {
    expect(citationWords(pageCitation(ada, SITE))).toBe(
      'Claimed & Denied. Ada. https://example.org/guide/people/ada.html',
    );
  });

  test('has no address where the site has none', () => {
    expect(citationWords(pageCitation(ada, undefined))).toBe('Claimed & Denied. Ada.');
    expect(bibtex(pageCitation(ada, undefined))).not.toContain('url');
    expect(cslJson(pageCitation(ada, undefined))).not.toContain('URL');
  });

  test('bears the date of its last correction', () => {
    const changed = archiveWith(
      edited(
        'people/ada.mdx',
        'side: kyiv',
        'side: kyiv\nchanges:\n  - { on: 2024-05-02, what: b, why: c }\n  - { on: 2024-04-01, what: b, why: c }',
      ),
    );
    const entry = changed.entry({ collection: 'people', id: 'ada' });
    expect(citationWords(pageCitation(entry, undefined))).toBe('Claimed & Denied (2 May 2024). Ada.');
  });

  test('of a source says that it is not the text', () => {
    expect(citationWords(pageCitation(gazette, undefined))).toBe(
      'Claimed & Denied. The old bridge is closed [ledger].',
    );
  });

  test('that asks a question gets no full stop', () => {
    const question = archive.entry({ collection: 'questions', id: 'was-it-unsafe' });
    expect(citationWords(pageCitation(question, SITE))).toBe(
      'Claimed & Denied. Was the bridge unsafe? https://example.org/guide/questions/was-it-unsafe.html',
    );
  });
});

describe('a source text', () => {
  test('has its own publisher and date; a title of ours stands in brackets', () => {
    expect(citationWords(sourceCitation(archive, gazette))).toBe(
      '[The old bridge is closed] (5 March 2024). The Gazette.',
    );
    expect(sourceCitation(archive, gazette).note).toBeUndefined();
  });

  test('of which nothing is known has nothing made up', () => {
    expect(citationWords(sourceCitation(archive, herald))).toBe('[Bridge unsafe, says town].');
    expect(sourceCitation(archive, herald).note).toBe('Read in translation.');
  });

  test('marks what is inferred and what was located', () => {
    const known = archiveWith(
      edited(
        'sources/gazette.mdx',
        'publisher:\n  value: organisations/gazette\n  how: printed\ndate:\n  value: 2024-03-05\n  how: printed',
        `publisher:
  value: organisations/gazette
  how: located
author: { value: A. B., how: printed }
headline: { value: “The ‘old’ bridge”, how: printed }
date:
  value: 2024-03-05~
  how: inferred
url: { value: https://example.com/a_b, how: located }
copies:
  - { url: https://example.com/copy, note: A copy. }`,
      ),
    );
    const citation = sourceCitation(known, known.entry({ collection: 'sources', id: 'gazette' }));
    expect(citationWords(citation)).toBe(
      'A. B. [about 5 March 2024]. The ‘old’ bridge. The Gazette. https://example.com/a_b',
    );
    expect(citation.note).toBe(
      'Located, not printed in the text: publisher, address. Inferred: date. A copy: https://example.com/copy',
    );
    expect(bibtex(citation)).toBe(`@misc{gazette,
 author = {{A. B.}},
 title = {{The ‘old’ bridge}},
 howpublished = {The Gazette},
 year = {2024},
 month = mar,
 note = {Dated about 5 March 2024. Located, not printed in the text: publisher, address. Inferred: date. A copy: https://example.com/copy},
 url = {https://example.com/a_b},
}`);
    expect(JSON.parse(cslJson(citation))).toEqual([
      {
        id: 'gazette',
        type: 'webpage',
        author: [{ literal: 'A. B.' }],
        title: 'The ‘old’ bridge',
        'container-title': 'The Gazette',
        issued: { 'date-parts': [[2024, 3, 5]], circa: true },
        URL: 'https://example.com/a_b',
        note: citation.note,
      },
    ]);
  });

  test('is offered beside its page, and on no other page', () => {
    expect(entryCitations(archive, gazette, SITE).map(({ label }) => label)).toEqual([
      'Cite the source text',
      'Cite this page',
    ]);
    expect(entryCitations(archive, ada, SITE).map(({ label }) => label)).toEqual(['Cite this page']);
  });
});

test('the data has its version', () => {
  expect(citationWords(dataCitation('abc123', SITE))).toBe(
    'Claimed & Denied. Claimed & Denied: the ledgers as data. Version abc123. https://example.org/guide/data.html',
  );
});

describe('dates', () => {
  const dated = (date: string): Citation => ({ key: 'k', type: 'webpage', title: 'T', date });
  const issued = (date: string): unknown =>
    (JSON.parse(cslJson(dated(date))) as { issued: unknown }[])[0]?.issued;

  test.each([
    ['2023', { 'date-parts': [[2023]] }],
    ['2023-05', { 'date-parts': [[2023, 5]] }],
    ['2023-05-22', { 'date-parts': [[2023, 5, 22]] }],
    ['2023-05-XX', { 'date-parts': [[2023, 5]] }],
    ['2022-21', { 'date-parts': [[2022]], season: 1 }],
    ['2023-05-24?', { 'date-parts': [[2023, 5, 24]], circa: true }],
    [
      '2023-05-23/2023-05-24~',
      {
        'date-parts': [
          [2023, 5, 23],
          [2023, 5, 24],
        ],
        circa: true,
      },
    ],
    ['2023-05-23/..', { literal: 'from 23 May 2023' }],
  ])('%s in CSL', (date, expected) => {
    expect(issued(date)).toEqual(expected);
  });

  test('BibTeX has the month, and the whole date in words', () => {
    expect(bibtex(dated('2023-05-23/2023-05-24'))).toContain(
      'year = {2023},\n month = may,\n note = {Dated 23–24 May 2023.}',
    );
    expect(bibtex(dated('2022-21'))).toContain('year = {2022},\n note = {Dated spring 2022.}');
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
    const read = imported(
      bibtex({ key: 'k', type: 'webpage', title, url: 'https://example.org/a_b?c=%20{d}' }),
    );
    expect(read['title']).toBe(title);
    expect(read['URL']).toBe('https://example.org/a_b?c=%20%7Bd%7D');
  });

  test.each(HOSTILE)('%j as an author and a title, in CSL-JSON', (title) => {
    const read = imported(cslJson({ key: 'k', type: 'webpage', author: title, title }));
    expect(read).toMatchObject({ id: 'k', type: 'webpage', title, author: [{ literal: title }] });
  });

  test('the name of the site is one name', () => {
    expect(imported(bibtex(pageCitation(ada, SITE)))['author']).toEqual([{ family: 'Claimed & Denied' }]);
  });
});
