import { describe, expect, test } from 'vitest';
import type { CollectionName } from '../../src/model/collections.ts';
import { readEntry } from '../../src/model/read-entry.ts';
import { fieldName } from '../../src/model/problems.ts';
import { SOUND } from '../support/library.ts';

function read(name: CollectionName, id: string, text: string) {
  return readEntry(name, id, `content/${name}/${id}`, Buffer.from(text));
}

test.each<[(string | number)[], string]>([
  [[], ''],
  [['title'], 'title'],
  [['reports', 3, 'by'], 'reports[3].by'],
  [['date', 'value'], 'date.value'],
  [['a', 0, 1], 'a[0][1]'],
])('the name of field %j', (path, name) => expect(fieldName(path)).toBe(name));

const TERM = `---
title: unsafe
summary: Not safe. [@herald/1]
kind: field
---

## A heading

The opposite of safe.
`;

describe('a sound file', () => {
  const { entry } = read('terms', 'unsafe', TERM);

  test('gives its fields, with defaults', () => {
    const defaults = { aliases: [], search: [], changes: [], formerly: [], used_in: [] };
    const written = { title: 'unsafe', summary: 'Not safe. [@herald/1]', kind: 'field' };
    expect(entry?.data).toEqual({ ...written, ...defaults });
  });

  test('gives its text, its prose, its summary, and the places of all', () => {
    expect(entry?.body).toBe('\n## A heading\n\nThe opposite of safe.\n');
    expect(entry?.prose.blocks).toMatchObject([{ text: 'The opposite of safe.', line: 9, column: 1 }]);
    expect(entry?.prose.headings).toMatchObject([{ text: 'A heading', line: 7 }]);
    expect(entry?.lede.blocks).toMatchObject([{ text: 'Not safe.', line: 3 }]);
    expect(entry?.place(['kind'])).toEqual({ line: 4, column: 1 });
  });

  test.each([
    ['with CRLF', TERM.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${TERM}`],
    ['with blanks after the dashes', TERM.replace('---', '---  ')],
    ['with a line of dashes in its text', `${TERM}\n---\n\nMore.\n`],
    ['without a text', TERM.slice(0, TERM.indexOf('\n\n'))],
    ['with --- inside a field', TERM.replace('Not safe.', 'Not --- safe.')],
  ])('is read %s', (_what, text) => {
    const other = read('terms', 'unsafe', text);
    expect(other.problems).toEqual([]);
    expect(other.entry?.place(['kind'])).toEqual({ line: 4, column: 1 });
  });
});

test('a ledger has no prose', () => {
  const { entry } = read('reports', 'herald', SOUND['reports/herald.yaml'] ?? '');
  expect(entry).toMatchObject({ body: '', prose: { blocks: [] }, lede: { blocks: [] } });
});

describe('file names', () => {
  test.each([
    ['Ada', 'ada'],
    ['ada lovelace', 'ada-lovelace'],
    ['ada_lovelace', 'ada-lovelace'],
    ['Mülheim', 'mulheim'],
    ['-ada-', 'ada'],
    ['ada.old', 'ada-old'],
    ['Ада', undefined],
  ])('for %s, the id %s is suggested', (id, nearest) => {
    const place = { rule: 'file', file: `content/terms/${id}`, line: 0, column: 0, field: 'file name' };
    const expected = 'lower-case words and digits with hyphens between';
    expect(read('terms', id, TERM).problems).toEqual([{ ...place, found: id, expected, nearest }]);
  });
});

// mistakes.test.ts and malformed.test.ts have the problems of single fields.
test.each(['---\n---\n', '---\n\n---\n', '---\n# nothing\n---\n'])('empty front matter: %j', (text) => {
  const { problems } = read('terms', 'unsafe', text);
  expect(problems.map(({ rule, field, found }) => [rule, field, found])).toEqual([
    ['schema', 'title', 'nothing'],
    ['schema', 'summary', 'nothing'],
    ['schema', 'kind', 'nothing'],
  ]);
});

test('the problems of front matter and prose are reported together, and the prose is returned', () => {
  const text = TERM.replace('kind: field', 'kind: feld\ncolour: red').replace('opposite', '<b>opposite</b>');
  const { problems, ...reading } = read('terms', 'unsafe', text);
  expect(problems.map(({ rule, line }) => [rule, line])).toEqual([
    ['markup', 10],
    ['schema', 4],
    ['schema', 5],
  ]);
  expect(reading).toMatchObject({
    entry: undefined,
    writing: { collection: 'terms', id: 'unsafe', lede: { blocks: [{ text: 'Not safe.' }] } },
  });
});
