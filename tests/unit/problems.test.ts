import { describe, expect, test } from 'vitest';
import { nearest, problemsText, problemText, shown, type Problem } from '../../src/model/problems.ts';

describe('nearest', () => {
  test.each<[string, string[], string | undefined]>([
    ['gladkow', ['gladkov', 'podolyak'], 'gladkov'],
    ['titel', ['title', 'summary'], 'title'],
    ['title', ['title'], 'title'],
    ['eventz', ['events'], 'events'],
    ['grayvoron-town', ['grayvoron', 'kozinka'], 'grayvoron'],
    ['completely-else', ['gladkov', 'podolyak'], undefined],
    // Two edits turn any two letters into any other two, so they do not count as similar.
    ['on', ['by'], undefined],
    ['x', ['y'], undefined],
    ['id', ['is'], 'is'],
    ['', ['a'], undefined],
    ['anything', [], undefined],
  ])('%j among %j', (found, known, best) => expect(nearest(found, known)).toBe(best));
});

describe('shown', () => {
  test.each<[unknown, string]>([
    [undefined, 'nothing'],
    [null, 'null'],
    ['a "word"', '"a \\"word\\""'],
    ['two\nlines', '"two\\nlines"'],
    [12, '12'],
    [{ a: [1] }, '{"a":[1]}'],
    ['x'.repeat(88), `"${'x'.repeat(88)}"`],
    ['x'.repeat(89), `"${'x'.repeat(87)} …`],
  ])('%j', (value, text) => expect(shown(value)).toBe(text));
});

const problem: Problem = {
  rule: 'schema',
  file: 'content/people/ada.mdx',
  line: 4,
  column: 7,
  field: 'side',
  found: '"kiev"',
  expected: 'one of militia, kyiv',
  nearest: 'kyiv',
};

describe('text', () => {
  test('a problem names its place, rule, field, what was found, what would be right, the nearest', () => {
    expect(problemText(problem)).toBe(
      `content/people/ada.mdx:4:7  [schema] side
    found:    "kiev"
    expected: one of militia, kyiv
    nearest:  kyiv`,
    );
  });

  test.each([
    ['a whole line', { column: 0 }, 'content/people/ada.mdx:4  [schema] side'],
    ['a whole file', { line: 0, column: 0 }, 'content/people/ada.mdx  [schema] side'],
  ])('%s', (_what, place, first) => {
    expect(problemText({ ...problem, ...place }).split('\n')[0]).toBe(first);
  });

  test('without a nearest match there is no such line', () => {
    expect(problemText({ ...problem, nearest: undefined })).not.toContain('nearest');
  });

  test('references to one entry that does not exist stand together, with the command that makes it', () => {
    const missing = { ...problem, found: '"people/eve"', nearest: undefined, missing: 'people/eve' };
    const text = problemsText([missing, { ...missing, line: 9 }, { ...problem, line: 7 }]);
    expect(text).toMatch(
      /^content\/people\/ada.mdx:7:7 [^]*\n\n.*:4:7.*\n.*:9:7.*\n {4}found: {4}"people\/eve"\n {4}expected: .*\n {4}to make: {2}npm run new -- person eve\n\n3 problems/,
    );
  });

  test('all problems are listed by file and place, with their count', () => {
    const others = [{ file: 'content/terms/x.mdx' }, { line: 9 }, { column: 9 }, {}];
    const text = problemsText(others.map((other) => ({ ...problem, ...other })));
    expect(text.match(/^content.*?(?= {2}\[)/gm)).toEqual([
      'content/people/ada.mdx:4:7',
      'content/people/ada.mdx:4:9',
      'content/people/ada.mdx:9:7',
      'content/terms/x.mdx:4:7',
    ]);
    expect(text).toMatch(/\n\n4 problems in the content\.$/);
    expect(problemsText([problem])).toMatch(/\n\n1 problem in the content\.$/);
  });
});
