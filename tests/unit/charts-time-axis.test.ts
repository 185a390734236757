import { describe, expect, test } from 'vitest';
import { tickWords } from '../../src/charts/time-axis.ts';

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
