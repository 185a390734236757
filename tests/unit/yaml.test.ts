import { describe, expect, test } from 'vitest';
import { readYaml } from '../../src/model/yaml.ts';

const TEXT = `title: One
list:
  - id: 1
    by: self
  - id: 2
    "quoted key": x
nested: { a: 1, b: [two, three] }
`;

describe('places', () => {
  test.each<[string, (string | number)[], number, number]>([
    ['a field', ['title'], 1, 1],
    ['a field further down', ['nested'], 7, 1],
    ['an item', ['list', 1], 5, 5],
    ['a field of an item', ['list', 0, 'by'], 4, 5],
    ['a quoted key', ['list', 1, 'quoted key'], 6, 5],
    ['a field in braces', ['nested', 'a'], 7, 11],
    ['an item in brackets', ['nested', 'b', 1], 7, 26],
    ['a missing field: its item', ['list', 1, 'by'], 5, 5],
    ['a missing item: its list', ['list', 7], 2, 1],
    ['a missing field of a missing item: the list', ['list', 7, 'by'], 2, 1],
    ['a missing field at the top: the beginning', ['absent'], 1, 1],
    ['the whole', [], 1, 1],
    ['a step into plain text: the text', ['title', 'x'], 1, 1],
  ])('%s', (_what, path, line, column) => {
    expect(readYaml(TEXT, 1).place(path)).toEqual({ line, column });
    expect(readYaml(TEXT, 20).place(path), 'further down in a file').toEqual({ line: line + 19, column });
    expect(readYaml(TEXT.replaceAll('\n', '\r\n'), 1).place(path), 'CRLF').toEqual({ line, column });
  });
});

describe('values', () => {
  test.each<[string, unknown]>([
    ['', null],
    ['# a comment alone', null],
    ['just words', 'just words'],
    ['a: 2024-03-04', { a: '2024-03-04' }],
    ['a: no', { a: 'no' }],
    ['a: 12', { a: 12 }],
    ['a: "<script> & \'"', { a: "<script> & '" }],
    ['a: >-\n  one\n  two', { a: 'one two' }],
    ['<<: { a: 1 }', { '<<': { a: 1 } }],
  ])('%j', (text, value) => {
    const read = readYaml(text, 1);
    expect(read.errors).toEqual([]);
    expect(read.value).toEqual(value);
  });
});

describe('errors', () => {
  test.each<[string, number, number, string]>([
    ['a: "never closed', 1, 17, 'Missing closing "quote'],
    ['a: 1\na: 2', 2, 1, 'Map keys must be unique'],
    ['a:\n\t- b', 2, 1, 'Tabs are not allowed as indentation'],
    ['a: b: c', 1, 4, 'Nested mappings are not allowed'],
    ['a: @x', 1, 4, 'reserved character @'],
    ['a: `x`', 1, 4, 'reserved character `'],
    ['a: 1\n---\nb: 2', 2, 1, 'multiple documents'],
    // YAML would silently read these as another value than the editor meant.
    ['a: *emphasis*', 1, 4, 'put quotes around it'],
    ['a: &x 1\nb: *x', 2, 4, 'put quotes around it'],
    ['a: &x [*x]', 1, 8, 'put quotes around it'],
    ['a: !important word', 1, 4, 'Unresolved tag'],
  ])('%j', (text, line, column, message) => {
    const read = readYaml(text, 1);
    expect(read.value).toBeUndefined();
    expect(read.errors[0]).toMatchObject({ line, column, message: expect.stringContaining(message) });
    expect(readYaml(text, 5).errors[0]?.line).toBe(line + 4);
  });

  test('all errors of a text are listed', () => {
    expect(readYaml('a: 1\na: 2\nb: 1\nb: 2\nc: *x', 1).errors.map(({ line }) => line)).toEqual([2, 4, 5]);
  });

  test('errors that follow from an earlier syntax error are not listed', () => {
    expect(
      readYaml('a: 1\na: 2\nb:\n\t- id: 1\n\t  by: x\n\t- id: 2\n', 1).errors.map(({ line }) => line),
    ).toEqual([2, 4]);
  });
});
