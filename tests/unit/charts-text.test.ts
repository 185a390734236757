import { describe, expect, test } from 'vitest';
import { fitted, textWidth, wrapped } from '../../src/charts/text.ts';

const NAMES = [
  'UK Ministry of Defence',
  'Ukrainian intelligence (service not named)',
  'Il Post',
  'Łódź',
  'W',
];

describe('the width of words', () => {
  test('grows with the words and with the size', () => {
    expect(textWidth('', 12)).toBe(0);
    expect(textWidth('mm', 12)).toBeCloseTo(2 * textWidth('m', 12));
    expect(textWidth('press', 24)).toBeCloseTo(2 * textWidth('press', 12));
    expect(textWidth('iii', 12)).toBeLessThan(textWidth('mmm', 12));
  });

  test('counts a character once, however many units it has', () => {
    expect(textWidth('😀', 10)).toBe(textWidth('o', 10));
  });
});

describe('words made to fit', () => {
  test.each(NAMES)('%s', (name) => {
    for (const room of [20, 60, 120, 400]) {
      const cut = fitted(name, 13, room);
      expect(textWidth(cut, 13)).toBeLessThanOrEqual(room);
      if (textWidth(name, 13) <= room) expect(cut).toBe(name);
      else expect(cut).toMatch(/…$/);
    }
  });
});

describe('words broken into lines', () => {
  test.each(NAMES)('%s', (name) => {
    for (const room of [30, 80, 160]) {
      const lines = wrapped(name, 13, room, 3);
      expect(lines.length).toBeLessThanOrEqual(3);
      for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(room);
      if (!lines.some((line) => line.endsWith('…'))) expect(lines.join(' ')).toBe(name);
    }
  });

  test('no more lines than needed', () => {
    expect(wrapped('UK Ministry of Defence', 13, 400, 3)).toEqual(['UK Ministry of Defence']);
    expect(wrapped('UK Ministry of Defence', 13, 100, 3)).toEqual(['UK Ministry of', 'Defence']);
  });

  test('what is left over stands in the last line, cut', () => {
    expect(wrapped('one two three four', 13, 40, 2)).toEqual(['one', 'two…']);
  });
});
