import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/rules/check.ts';
import { countsByHand } from '../../src/rules/counts.ts';
import { contentWith } from '../support/archive.ts';
import { edited } from '../support/library.ts';

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

test('the check refuses one in prose, in a summary and in a field, with its place', () => {
  const content = contentWith({
    ...edited(
      'events/closure.mdx',
      'No source says who decided it.',
      'Neither of the two texts says who decided it.',
    ),
    ...edited('places/old-bridge.mdx', 'A bridge that is closed.', 'A bridge that two texts call closed.'),
    ...edited('people/ada.mdx', 'role:', 'side_note: The two sources say so.\nrole:'),
  });
  const { problems } = checkContent(content);
  expect(problems.map(({ rule, file, line, field }) => [rule, file, line, field])).toEqual([
    ['count', 'content/events/closure.mdx', 18, 'prose'],
    ['count', 'content/people/ada.mdx', 5, 'side_note'],
    ['count', 'content/places/old-bridge.mdx', 3, 'summary'],
  ]);
});
