import { describe, expect, test } from 'vitest';
import { splitEvidenceMarks, withoutMarkup } from '../../src/model/evidence-marks.ts';

const words = (value: string) => ({ type: 'words', value });
const citation = (value: string, offset: number, ...keys: string[]) => {
  return { type: 'evidence', value, offset, keys };
};

describe('splitEvidenceMarks', () => {
  test.each([
    ['', []],
    ['No citation.', [words('No citation.')]],
    ['[@a/1]', [citation('[@a/1]', 0, 'a/1')]],
    ['Said. [@a/1]', [words('Said. '), citation('[@a/1]', 6, 'a/1')]],
    [
      'Oh [@a/1] [@b/2].',
      [words('Oh '), citation('[@a/1]', 3, 'a/1'), words(' '), citation('[@b/2]', 10, 'b/2'), words('.')],
    ],
    ['[@a/1; @b/2]', [citation('[@a/1; @b/2]', 0, 'a/1', 'b/2')]],
    ['[@a/1;b/2;\n @c-d/30]', [citation('[@a/1;b/2;\n @c-d/30]', 0, 'a/1', 'b/2', 'c-d/30')]],
    ['[@none]', [citation('[@none]', 0, 'none')]],
    // A malformed mark is still read as a mark, so that the check can refuse it.
    ['[@]', [citation('[@]', 0, '')]],
    ['[@a/1;]', [citation('[@a/1;]', 0, 'a/1', '')]],
    ['[@Not a key!]', [citation('[@Not a key!]', 0, 'Not a key!')]],
    // Text in any other form is plain words.
    ['[a/1]', [words('[a/1]')]],
    ['[ @a/1]', [words('[ @a/1]')]],
    ['[@a/1', [words('[@a/1')]],
    ['a@b.c', [words('a@b.c')]],
    ['[@[@a/1]', [words('[@'), citation('[@a/1]', 2, 'a/1')]],
  ])('%j', (text, pieces) => {
    expect(splitEvidenceMarks(text)).toEqual(pieces);
    const values = splitEvidenceMarks(text).map(({ value }) => value);
    expect(values.join('')).toBe(text);
  });
});

describe('withoutMarkup', () => {
  test.each([
    ['Nothing to take out.', 'Nothing to take out.'],
    ['It is closed. [@a/1]', 'It is closed.'],
    ['It is closed [@a/1].', 'It is closed.'],
    ['Closed [@a/1; @b/2], he said [@a/3]; so it is.', 'Closed, he said; so it is.'],
    ['Closed [@a/1] and open.', 'Closed and open.'],
    ['[@none]', ''],
    ['a [b](c) goes', 'a b goes'],
  ])('%j', (text, plain) => expect(withoutMarkup(text)).toBe(plain));
});
