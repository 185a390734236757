import { describe, expect, test } from 'vitest';
import { countsByHand } from '../../src/rules/counts.ts';

describe('a count of texts by hand', () => {
  test.each([
    ['None of the five texts says so.', 'the five texts'],
    ['All five texts we saved use the word.', 'All five texts we saved'],
    ['All five held sources use the word.', 'All five held sources'],
    ['Four of the texts name it.', 'Four of the texts'],
    ['The other 12 texts differ.', 'The other 12 texts'],
    ['Two texts we saved say so.', 'Two texts we saved'],
    ['The publisher of two texts, which we did not save.', 'two texts, which we did not save'],
    ['The publisher of two seen texts.', 'two seen texts'],
    ['Three texts tell of it.', 'Three texts'],
  ])('%s', (text, words) => expect(countsByHand(text, 2)).toEqual([words]));
});

test.each([
  ['with as many texts cited', 'Two texts tell of it.'],
  ['of one', 'One of the texts we saved says so.'],
  ['of other things', 'The two groups made five reports in the texts we saved.'],
  ['in the words of others', 'It says: “the five texts agree”.'],
  ['of what a text names', 'The text names its two sources.'],
])('a count %s is left alone', (_what, text) => expect(countsByHand(text, 2)).toEqual([]));
