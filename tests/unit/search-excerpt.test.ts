import { describe, expect, test } from 'vitest';
import { excerpt, placesAsked, sections } from '../../src/search/excerpt.ts';

const text = Array.from({ length: 100 }, (_, index) => `w${index}`).join(' ');
const shown = (places: readonly number[]): string =>
  excerpt(text, places)
    .map(({ text: words, found }) => (found ? `[${words}]` : words))
    .join('');

describe('an excerpt', () => {
  test('is the start of a text where nothing was found', () => expect(shown([])).toMatch(/^w0 w1 .* w29 …$/));
  test('begins a little before the words found, and marks them', () =>
    expect(shown([50, 51])).toMatch(/^… w46 w47 w48 w49 \[w50\] \[w51\] w52 .* w75 …$/));
  test('is the stretch with most of them', () =>
    expect(shown([2, 60, 70, 80])).toMatch(/^… w56 .*\[w60\].*\[w80\]/));
  test('keeps its length at the end of a text', () => expect(shown([99])).toMatch(/^… w70 .* \[w99\]$/));
  test('is the whole of a short text, its markup as text', () =>
    expect(excerpt('<b>a</b> & b', [2])).toEqual([
      { text: '<b>a</b> &', found: false },
      { text: ' ', found: false },
      { text: 'b', found: true },
    ]));
});

test.each([
  ['are marked, and their namesakes are not', [0, 2], [2]],
  ['are looked up where only a namesake was found', [0], [2]],
])('the words asked for %s', (_what, places, marked) => {
  const term = { typed: 'denied', words: ['denied'], beginning: false, names: [], days: [] };
  const query = { terms: [term], unlike: new Set(['denis']) };
  expect(placesAsked('Denis’s corps “denied,” it.', places, query)).toEqual(marked);
});

test('the sections that have the words', () => {
  const anchors = [
    { element: 'span', id: 'note', text: '1', location: 0 },
    { element: 'h2', id: 'one', text: 'One', location: 10 },
    { element: 'h3', id: 'two', text: 'Two', location: 20 },
    { element: 'h2', id: 'three', text: 'Three', location: 30 },
  ];
  expect(sections(anchors, [5, 12, 35]).map(({ id }) => id)).toEqual(['one', 'three']);
});
