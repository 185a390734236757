import { afterAll, describe, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import {
  eventKey,
  eventTable,
  eventTimeline,
  fadeOf,
  lookOf,
  readDate,
  type ToldDate,
} from '../../src/charts/events.ts';
import { DAY } from '../../src/charts/time-axis.ts';
import { dateWords } from '../../src/model/dates.ts';
import { archiveOf } from '../support/archive.ts';
import { libraryWith } from '../support/library.ts';
import { PROJECT } from '../support/project.ts';

const removals: (() => void)[] = [];
afterAll(() => removals.forEach((remove) => remove()));

function event(title: string, dates: readonly string[]): string {
  const date = dates.map((value) => `  - { value: '${value}', reports: [gazette/2] }\n`).join('');
  return `---\ntitle: ${title}\nsummary: It is told. [@gazette/1]\nkind: measure\ndate:${date === '' ? ' []\n' : `\n${date}`}---\n\nSo it is. [@gazette/1]\n`;
}

function archiveWith(events: Readonly<Record<string, readonly string[]>>): Archive {
  const files = Object.entries(events).map(([id, dates]) => [`events/${id}.mdx`, event(id, dates)]);
  const { root, remove } = libraryWith(Object.fromEntries(files) as Record<string, string>);
  removals.push(remove);
  return archiveOf(root);
}

const read = (date: string, inferred = false): ToldDate => readDate(date, inferred) as ToldDate;
const days = ({ drawn }: ToldDate): number => (drawn.to - drawn.from) / DAY;

describe('what is read from a date', () => {
  test.each([
    ['2023-05-22', 'day', 1, '2023-05-22', '2023-05-22'],
    ['2023-05', 'span', 31, '2023-05-01', '2023-05-31'],
    ['2022-21', 'span', 92, '2022-03-01', '2022-05-31'],
    ['2014', 'span', 365, '2014-01-01', '2014-12-31'],
    ['2023-05-19/2023-05-22', 'span', 4, '2023-05-19', '2023-05-22'],
    ['2023-05-XX', 'span', 31, '2023-05-01', '2023-05-31'],
  ])('%s is a %s of %d days', (date, form, length, earliest, latest) => {
    const told = read(date);
    expect(told).toMatchObject({ form, earliest, latest, approximate: false, uncertain: false });
    expect(days(told)).toBe(length);
    expect(lookOf(told)).toBe('told');
    expect(lookOf(read(date, true))).toBe('inferred');
  });

  test.each([
    ['2023-06-01~', 7],
    ['2023-05~', 37.2],
    ['2023-05-19~/2023-05-22', 10],
  ])('%s is drawn wider than it says, and fades on both sides', (date, length) => {
    const told = read(date);
    expect(days(told)).toBeCloseTo(length);
    expect(told.drawn.from).toBeLessThan(Date.parse(told.earliest as string));
    expect(fadeOf(told)).toBe('both');
    expect(lookOf(told)).toBe('fading');
  });

  test.each([
    ['2023-05-24/..', 'end', '2023-05-24', undefined],
    ['../2023-05-24', 'start', undefined, '2023-05-24'],
  ])('%s fades at its open %s', (date, open, earliest, latest) => {
    const told = read(date);
    expect(told).toMatchObject({ open, form: 'span' });
    expect([told.earliest, told.latest]).toEqual([earliest, latest]);
    expect(fadeOf(told)).toBe(open);
  });

  test('an uncertain day never looks like a day that is told or inferred', () => {
    for (const inferred of [true, false]) expect(lookOf(read('2023-05-24?', inferred))).toBe('uncertain');
    expect(lookOf(read('2023-05-24%'))).toBe('fading');
  });

  test('a date that is open on both sides has no place', () => {
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
  ['the site', archiveOf(PROJECT)],
  ['every form of date', archiveWith(SOME)],
  ['one event without a date', archiveWith({ closure: [] })],
] as const)('the timeline of %s', (_name, archive) => {
  const { axis, rows } = eventTimeline(archive);
  const events = archive.list('events');

  test('has a row for each event, in order of time', () => {
    expect(rows.map((row) => row.event.id)).toEqual(events.map(({ id }) => id));
  });

  test('draws every date, each within the frame and as wide as it may be', () => {
    for (const {
      event: { data },
      marks,
    } of rows) {
      expect(marks.map(({ date }) => date)).toEqual(data.date.map(({ value }) => value));
      for (const { x, width, drawn, ends } of marks) {
        expect({ x, width }).toEqual(axis.place(drawn));
        expect(width).toBeGreaterThan(0);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(100);
        for (const end of ends) expect([x, x + width]).toContain(end);
      }
    }
  });

  test('closes off a span only where its end is told', () => {
    for (const mark of rows.flatMap(({ marks }) => marks)) {
      const told = mark.form === 'day' || mark.approximate ? 0 : mark.open ? 1 : 2;
      expect(mark.ends).toHaveLength(told);
    }
  });

  test('puts every date in words beside its marks', () => {
    for (const { words, marks } of rows) {
      if (marks.length === 0) expect(words).toBe('date not told');
      for (const { date } of marks) expect(words).toContain(dateWords(date));
      if (marks.some(({ inferred }) => inferred)) expect(words).toContain('inferred');
    }
  });

  test('explains each form it uses, once', () => {
    const key = eventKey(rows);
    const forms = new Set(rows.flatMap(({ marks }) => marks).map(lookOf));
    expect(new Set(key.map(({ look }) => look))).toEqual(forms);
    expect(new Set(key.map(({ words }) => words)).size).toBe(key.length);
  });

  test('has a table that equals the archive', () => {
    const told = (date: string, end: 'from' | 'to'): string => {
      const { earliest, latest } = read(date);
      return (end === 'from' ? earliest : latest) ?? 'not told';
    };
    const expected = events.flatMap((entry) => {
      const reports = archive.about(entry).length;
      const dates = entry.data.date.map(({ value, inferred }) => ({
        id: entry.id,
        words: dateWords(value),
        earliest: told(value, 'from'),
        latest: told(value, 'to'),
        how: inferred === undefined ? 'told' : 'inferred',
        reports,
      }));
      const none = { words: 'date not told', earliest: 'not told', latest: 'not told', how: 'not told' };
      return dates.length > 0 ? dates : [{ id: entry.id, ...none, reports }];
    });
    const table = eventTable(rows).map(({ event: { id }, ...rest }) => ({ id, ...rest }));
    expect(table).toEqual(expected);
  });
});
