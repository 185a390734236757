import { describe, expect, test } from 'vitest';
import { fitted, textWidth, wrapped } from '../../src/charts/text.ts';
import { tickWords } from '../../src/charts/time-axis.ts';

const NAMES = [
  'UK Ministry of Defence',
  'Ukrainian intelligence (service not named)',
  'Il Post',
  'Łódź',
  'W',
];

test('the width of a text grows with the text and with the size', () => {
  expect(textWidth('', 12)).toBe(0);
  expect(textWidth('mm', 12)).toBeCloseTo(2 * textWidth('m', 12));
  expect(textWidth('press', 24)).toBeCloseTo(2 * textWidth('press', 12));
  expect(textWidth('iii', 12)).toBeLessThan(textWidth('mmm', 12));
  // A character counts once, however many code units it has.
  expect(textWidth('😀', 10)).toBe(textWidth('o', 10));
});

describe.each(NAMES)('%s', (name) => {
  test.each([20, 30, 60, 80, 120, 160, 400])('is cut and broken into lines that fit %d', (room) => {
    const cut = fitted(name, 13, room);
    if (textWidth(name, 13) <= room) expect(cut).toBe(name);
    else expect(cut).toMatch(/…$/);
    const lines = wrapped(name, 13, room, 3);
    expect(lines.length).toBeLessThanOrEqual(3);
    for (const line of [cut, ...lines]) expect(textWidth(line, 13)).toBeLessThanOrEqual(room);
    if (!lines.some((line) => line.endsWith('…'))) expect(lines.join(' ')).toBe(name);
  });
});

test.each([
  ['UK Ministry of Defence', 400, 3, ['UK Ministry of Defence']],
  ['UK Ministry of Defence', 100, 3, ['UK Ministry of', 'Defence']],
  ['one two three four', 40, 2, ['one', 'two…']],
])('%s in %d is broken into no more than %d lines', (name, room, limit, lines) => {
  expect(wrapped(name, 13, room, limit)).toEqual(lines);
});

describe('the words of a tick', () => {
  const date = (text: string): Date => new Date(text);

  test.each([
    ['2023-05-22', undefined, 'day', '22', 'May 2023'],
    ['2023-05-29', '2023-05-22', 'day', '29', undefined],
    ['2023-06-01', '2023-05-29', 'day', '1', 'Jun'],
    ['2024-01-01', '2023-12-29', 'day', '1', 'Jan 2024'],
    ['2023-03-01', undefined, 'month', 'Mar', '2023'],
    ['2023-04-01', '2023-03-01', 'month', 'Apr', undefined],
    ['2014-01-01', undefined, 'year', '2014', undefined],
  ] as const)('%s after %s, by %s', (now, before, unit, words, under) => {
    expect(tickWords(date(now), before === undefined ? undefined : date(before), unit)).toEqual({
      words,
      under,
    });
  });
});
