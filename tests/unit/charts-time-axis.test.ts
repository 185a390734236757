import { describe, expect, test } from 'vitest';
import {
  isoDay,
  LABEL_GAP,
  LABEL_SIZE,
  NARROWEST,
  tickWords,
  timeAxis,
  type Stretch,
} from '../../src/charts/time-axis.ts';
import { textWidth } from '../../src/charts/text.ts';
import { DAY } from '../../src/model/dates.ts';

const day = (text: string, days = 1): Stretch => {
  const from = Date.parse(text);
  return { from, to: from + days * DAY };
};

/** Numbers from 0 to 1 that are the same in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function scattered(seed: number): Stretch[] {
  const next = random(seed);
  return Array.from({ length: 3 + Math.floor(next() * 40) }, () =>
    day(isoDay(Date.UTC(1990, 0, 1) + next() ** 3 * 15_000 * DAY), 1 + Math.floor(next() ** 4 * 400)),
  );
}

const AXES: Readonly<Record<string, readonly Stretch[]>> = {
  'a single day': [day('2024-03-04')],
  'a day at a turn of the year': [day('2023-12-31')],
  'two days in two years': [day('2014-02-20'), day('2023-05-22')],
  'one month by days': [day('2023-05-01'), day('2023-05-22'), day('2023-05-24'), day('2023-05-31')],
  'years, months and days': [
    day('2014-01-01', 365),
    day('2022-02-01', 28),
    day('2023-03-01', 31),
    day('2023-05-01', 31),
    ...Array.from({ length: 9 }, (_, index) => day('2023-05-19', 1 + index)),
    day('2023-06-01'),
  ],
  'pieces as near as a break allows': [day('2023-01-30'), day('2023-02-21')],
  'twelve years, each for itself': Array.from({ length: 12 }, (_, index) => day(`${2001 + index}-07-01`, 2)),
  centuries: [day('1700-01-01'), day('1800-01-01', 36_500), day('2023-05-22')],
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((seed) => [`scattered, ${seed}`, scattered(seed)])),
};

describe.each(Object.entries(AXES))('an axis for %s', (_name, stretches) => {
  const axis = timeAxis(stretches);
  const ends = axis.pieces.map(({ x, width }) => x + width);

  test('fills the width with few pieces in order, and breaks between them', () => {
    expect(axis.pieces.length).toBeLessThanOrEqual(6);
    expect(axis.pieces[0]?.x).toBe(0);
    expect(ends.at(-1)).toBeCloseTo(100);
    expect(axis.breaks.length).toBe(axis.pieces.length - 1);
    axis.breaks.forEach(({ x, width }, index) => {
      expect(x).toBeCloseTo(ends[index] as number);
      expect(x + width).toBeCloseTo(axis.pieces[index + 1]?.x as number);
      expect(axis.pieces[index + 1]?.from).toBeGreaterThanOrEqual(axis.pieces[index]?.to as number);
    });
  });

  test('shows every stretch whole, in one piece, as wide as its duration', () => {
    for (const stretch of stretches) {
      const { x, width } = axis.place(stretch);
      const piece = axis.pieces.find(({ from, to }) => stretch.from >= from && stretch.to <= to);
      expect(piece).toBeDefined();
      if (!piece) continue;
      expect(x).toBeGreaterThanOrEqual(piece.x - 1e-9);
      expect(x + width).toBeLessThanOrEqual(piece.x + piece.width + 1e-9);
      expect(width / piece.width).toBeCloseTo((stretch.to - stretch.from) / (piece.to - piece.from));
    }
  });

  test('keeps the order of time', () => {
    const sorted = [...stretches].sort((a, b) => a.from - b.from).map((stretch) => axis.place(stretch).x);
    expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
  });

  test('labels every piece with its time; labels neither overlap nor leave the frame', () => {
    const labels = axis.pieces.flatMap((piece) => piece.labels);
    for (const { ticks, labels: own, x, width } of axis.pieces) {
      expect(own.length).toBeGreaterThan(0);
      for (const tick of ticks) {
        expect(tick).toBeGreaterThanOrEqual(x - 1e-9);
        expect(tick).toBeLessThanOrEqual(x + width + 1e-9);
      }
    }
    for (const line of [0, 1]) {
      const boxes = labels
        .filter((label) => label.line === line)
        .map(({ x, words }) => {
          const from = (x / 100) * NARROWEST + LABEL_GAP;
          return { from, to: from + textWidth(words, LABEL_SIZE) };
        });
      boxes.forEach(({ from, to }, index) => {
        expect(from).toBeGreaterThanOrEqual(boxes[index - 1]?.to ?? 0);
        expect(to).toBeLessThanOrEqual(NARROWEST);
      });
    }
  });
});

describe('an axis', () => {
  test('is broken only at gaps of more than two weeks, and only where that gives events more room', () => {
    expect(timeAxis([day('2023-05-01', 20), day('2023-06-04', 20)]).breaks).toEqual([]);
    expect(timeAxis([day('2023-05-01'), day('2023-05-17')]).breaks).toEqual([]);
    expect(timeAxis([day('2023-05-01'), day('2023-07-24')]).breaks).toHaveLength(1);
  });

  test('is broken around the days with most events rather than at the longest gaps', () => {
    const busy = Array.from({ length: 20 }, (_, index) => day(isoDay(Date.UTC(2023, 4, 15 + index))));
    const others = ['2014-01-01', '2019-01-01', '2022-01-01', '2023-04-01', '2024-01-01', '2026-01-01'];
    const { pieces } = timeAxis([...busy, ...others.map((each) => day(each))]);
    expect(pieces.map(({ words }) => words)).toContain('15 May – 3 June 2023');
  });

  test('gives the widest piece to the period with the most stretches', () => {
    const { pieces } = timeAxis(AXES['years, months and days'] ?? []);
    expect(pieces.map(({ width }) => width > 50)).toEqual([false, false, false, true]);
  });

  test('is empty without stretches, and throws an error for a stretch that is in no piece', () => {
    const none = timeAxis([]);
    expect(none.pieces).toEqual([]);
    expect(() => none.place(day('2023-05-22'))).toThrow(
      new RangeError('Not on this axis: 2023-05-22T00:00:00.000Z'),
    );
  });

  test('names the period of each piece in words', () => {
    expect(
      timeAxis([day('2014-01-01', 365), day('2023-05-01', 31)]).pieces.map(({ words }) => words),
    ).toEqual(['1 January – 31 December 2014', '1 May – 2 June 2023']);
  });
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
