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
    ['# one\na: b#c\n  # two\nd: "e #f"\ng: |-\n  h #i\n# three', { a: 'b#c', d: 'e #f', g: 'h #i' }],
    ['<<: { a: 1 }', { '<<': { a: 1 } }],
  ])('%j', (text, value) => {
    const read = readYaml(text, 1);
    expect(read.errors).toEqual([]);
    expect(read.value).toEqual(value);
  });
});

describe('errors', () => {
  test.each<[string, number, number, string]>([
    ['a: "never closed', 1, 4, '" that is never closed'],
    ['a: "open\nb: c\nd: "e"', 1, 4, '" that is never closed'],
    ['a: 1\na: 2', 2, 1, '`a` a second time'],
    ['a:\n\t- b', 2, 1, 'a tab at the start of the line'],
    ['a: b: c', 1, 4, 'a colon inside a value'],
    ['a: [{ b: c: d }]', 1, 10, 'a colon inside a value'],
    ['a: b\n  c: d', 2, 3, 'a colon inside a value'],
    ['a: @x', 1, 4, 'a value that begins with @'],
    ['a: `x`', 1, 4, 'a value that begins with `'],
    ['a: 1\n---\nb: 2', 2, 1, 'a line `---`'],
    // These would quietly stand for something else than what was written.
    ['a: *emphasis*', 1, 4, '*emphasis* means a value named elsewhere'],
    ['a: &b', 1, 4, '&b names a value'],
    ['a: &x [*x]', 1, 4, '&x names a value'],
    ['a: b #1', 1, 6, 'YAML leaves out "#1"'],
    ['a: "b" # c', 1, 8, 'YAML leaves out "# c"'],
    ['a: #1', 1, 4, 'YAML leaves out "#1"'],
    ['a:\n  - b #c', 2, 7, 'YAML leaves out "#c"'],
    ['a: b\n  c #d', 2, 5, 'YAML leaves out "#d"'],
    ['a: [b, #c]\nd: e', 1, 8, 'YAML leaves out "#c]"'],
    ['a: >- # b\n  c', 1, 7, 'YAML leaves out "# b"'],
    ['a: !important word', 1, 4, 'a value that begins with !'],
  ])('%j', (text, line, column, found) => {
    const read = readYaml(text, 1);
    expect(read.value).toBeUndefined();
    expect(read.errors[0]).toMatchObject({ line, column, found: expect.stringContaining(found) });
    expect(readYaml(text, 5).errors[0]?.line).toBe(line + 4);
  });

  test.each([
    ['a: b: c', '"b: c"'],
    ['- a: b "c" #d', '"b \\"c\\" #d"'],
    ['a: *b* c', '"*b* c"'],
    ['a: @b', '"@b"'],
  ])('%j: the value is shown in quotes, and so can be read', (text, value) => {
    const { expected = '' } = readYaml(text, 1).errors[0] ?? {};
    expect(expected).toContain(`quotes around the whole value: ${value}`);
    expect(readYaml(`a: ${value}`, 1).errors).toEqual([]);
  });

  test.each(['a: [b, c: d: e]', 'a: { b: c #d', 'a: "b" #c'])(
    '%j: no value is shown where it may end elsewhere',
    (text) => expect(readYaml(text, 1).errors[0]?.expected).toMatch(/^quotes around the whole value(?:,|$)/),
  );

  test('all errors of a text are listed', () => {
    expect(readYaml('a: 1\na: 2\nb: 1\nb: 2\nc: *x', 1).errors.map(({ line }) => line)).toEqual([2, 4, 5]);
  });

  test('errors that follow from an earlier syntax error are not listed', () => {
    expect(
      readYaml('a: 1\na: 2\nb:\n\t- id: 1\n\t  by: x\n\t- id: 2\n', 1).errors.map(({ line }) => line),
    ).toEqual([2, 4]);
  });
});
