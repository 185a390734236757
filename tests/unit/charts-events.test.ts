import { describe, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import {
  DAYS,
  eventTable,
  eventTimeline,
  LABEL_DAYS,
  readDate,
  type ToldDate,
} from '../../src/charts/events.ts';
import { DAY, dateWords } from '../../src/model/dates.ts';
import { ownArchive, archiveWith } from '../support/archive.ts';

function event(title: string, dates: readonly string[]): string {
  const date = dates.map((value) => `  - { value: '${value}', reports: [gazette/2] }\n`).join('');
  return `---\ntitle: ${title}\nsummary: It happened. [@gazette/1]\nkind: measure\ndate:${date === '' ? ' []\n' : `\n${date}`}---\n\nSo it is. [@gazette/1]\n`;
}

function archiveWithEvents(events: Readonly<Record<string, readonly string[]>>): Archive {
  return archiveWith(
    Object.fromEntries(Object.entries(events).map(([id, dates]) => [`events/${id}.mdx`, event(id, dates)])),
  );
}

const read = (date: string, inferred = false): ToldDate => readDate(date, inferred) as ToldDate;

describe('reading a date', () => {
  test.each([
    ['2023-05-22', 1, 'certain', '2023-05-22', '2023-05-22'],
    ['2023-05-19/2023-05-22', 4, 'certain', '2023-05-19', '2023-05-22'],
    // A month or more is no day among the days in true scale.
    ['2023-05', 31, 'uncertain', '2023-05-01', '2023-05-31'],
    ['2022-21', 92, 'uncertain', '2022-03-01', '2022-05-31'],
    ['2014', 365, 'uncertain', '2014-01-01', '2014-12-31'],
    ['2023-05-XX', 31, 'uncertain', '2023-05-01', '2023-05-31'],
    ['2023-06-01~', 1, 'uncertain', '2023-06-01', '2023-06-01'],
    ['2023-05-19~/2023-05-22', 4, 'uncertain', '2023-05-19', '2023-05-22'],
    ['2023-05-24?', 1, 'uncertain', '2023-05-24', '2023-05-24'],
    // An open date spans a day at its known end.
    ['2023-05-24/..', 1, 'uncertain', '2023-05-24', undefined],
    ['../2023-05-24', 1, 'uncertain', undefined, '2023-05-24'],
  ])('%s spans %d days', (date, days, look, earliest, latest) => {
    const { from, to, ...rest } = read(date);
    expect(rest).toMatchObject({ look, earliest, latest });
    expect((to - from) / DAY).toBeCloseTo(days);
  });

  test('returns undefined for a date that is open on both sides', () => {
    expect(readDate('../..', false)).toBeUndefined();
  });
});

const SOME = {
  early: ['2014'],
  raid: ['2023-05-22', '2023-05-19/2023-05-22'],
  about: ['2023-06-01~'],
  since: ['2023-05-24/..'],
  perhaps: ['2023-05-24?'],
  never: [],
};

describe.each([
  ['the site', ownArchive()],
  ['every form of date', archiveWithEvents(SOME)],
  ['one event without a date', archiveWithEvents({ closure: [] })],
] as const)('the timeline of %s', (_name, archive) => {
  const { rows, days, before, during, after, undated } = eventTimeline(archive);
  const events = archive.list('events');

  test('has a row for each event, in order of time', () => {
    expect(rows.map((row) => row.event.id)).toEqual(events.map(({ id }) => id));
  });

  test('has each event once: before, among or after the days in true scale, or without a date', () => {
    expect([...before, ...during, ...after, ...undated].map(({ event }) => event.id).toSorted()).toEqual(
      events.map(({ id }) => id).toSorted(),
    );
    const [first = '', last = ''] = [days[0], days.at(-1)];
    for (const { marks } of before)
      expect(marks.some(({ latest }) => latest === undefined || latest < first)).toBe(true);
    for (const { marks } of after)
      expect(marks.every(({ earliest }) => earliest === undefined || earliest > last)).toBe(true);
    for (const { marks } of [...before, ...during, ...after]) expect(marks).not.toEqual([]);
    for (const { marks } of undated) expect(marks).toEqual([]);
    expect(days).toHaveLength(rows.some(({ marks }) => marks.length > 0) ? DAYS : 0);
  });

  test('draws the date that places an event on its days, within its columns', () => {
    for (const { marks, day, long, bars } of during) {
      const [bar] = bars;
      const span = long ? DAYS - (day ?? 0) : LABEL_DAYS;
      const column = long ? (day ?? 0) : Math.min(day ?? 0, DAYS - LABEL_DAYS);
      const start = column + ((bar?.x ?? 0) * span) / 100;
      expect(start).toBeCloseTo(day ?? 0, 1);
      expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBeLessThanOrEqual(100.1);
      if (day !== undefined) expect(marks.map(({ earliest }) => earliest)).toContain(days[day]);
    }
  });

  test('has a table that equals the archive', () => {
    const none = 'not given';
    const expected = events.flatMap((entry) => {
      const row = { id: entry.id, reports: archive.about(entry).length };
      const undated = { ...row, words: 'date not given', earliest: none, latest: none, how: none };
      const dates = entry.data.date.map(({ value, inferred }) => {
        const { earliest = none, latest = none } = read(value);
        const how = inferred ? 'inferred' : 'in a text';
        return { ...row, words: dateWords(value), earliest, latest, how };
      });
      return dates.length > 0 ? dates : [undated];
    });
    const table = eventTable(rows).map(({ event: { id }, ...rest }) => ({ id, ...rest }));
    expect(table).toEqual(expected);
  });
});
