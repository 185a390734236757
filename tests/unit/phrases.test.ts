// Phrases and counts that the check refuses in prose. mistakes.test.ts has the problems as they are reported.
import { expect, test } from 'vitest';
import { countsByHand } from '../../src/rules/counts.ts';
import { refusedPhrases } from '../../src/rules/phrases.ts';

test.each([
  ['Two papers tell of it.', 'tell of'],
  ['How it ended is not told.', 'is not told'],
  ['The figure stands in one text.', 'stands in'],
  ['Who leads it is another question.', 'another question'],
  ['That it means the Corps is our reading.', 'is our reading'],
  ['No held text names him.', 'held text'],
  ['They come from seen pages.', 'seen pages'],
  ['Of that page there is no copy kept.', 'no copy kept'],
  ['The closure, as the paper tells it, was short.', 'as the paper tells it'],
  ['They are miners (one voice says only that they were).', 'one voice says'],
  ['She spoke on Tuesday, by our reckoning 2 May.', 'by our reckoning'],
  ['In about March he left.', 'In about '],
  ['The year is that of a web archive’s stamp.', 'archive’s stamp'],
  ['All texts use the word or its like.', 'or its like'],
  ['He spoke on 4 June (year inferred).', ' (year inferred)'],
  ['He spoke in July 2023 (month inferred).', '(month inferred)'],
])('the style refuses a phrase in: %s', (text, phrase) => {
  expect(refusedPhrases(text).map(([found]) => found)).toEqual([phrase]);
});

test.each([
  ['of a person told to do something', 'Residents were told to leave.'],
  ['of land that somebody held, or of drones seen', 'They held villages; drones were seen over a town.'],
  ['of a year before its mark', 'He spoke on 4 June 2023 (year inferred).'],
  ['in the words of others', 'It says: “nothing was told of it”.'],
])('a phrase %s is left alone', (_what, text) => expect(refusedPhrases(text)).toEqual([]));

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
])('a count of texts by hand: %s', (text, words) => expect(countsByHand(text, 2)).toEqual([words]));

test.each([
  ['with as many texts cited', 'Two texts tell of it.'],
  ['of one', 'One of the texts we saved says so.'],
  ['of other things', 'The two groups made five reports in the texts we saved.'],
  ['in the words of others', 'It says: “the five texts agree”.'],
  ['of what a text names', 'The text names its two sources.'],
])('a count %s is left alone', (_what, text) => expect(countsByHand(text, 2)).toEqual([]));
