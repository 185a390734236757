import { describe, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { eventKey, eventTable, eventTimeline, readDate, type ToldDate } from '../../src/charts/events.ts';
import { DAY } from '../../src/model/dates.ts';
import { dateWords } from '../../src/model/dates.ts';
import { archiveOf, archiveWith } from '../support/archive.ts';
import { PROJECT } from '../support/project.ts';

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
  const span = (earliest: string | undefined, latest: string | undefined) => ({
    form: 'span',
    earliest,
    latest,
  });
  const TOLD = { inferred: false, look: 'told', fade: undefined };
  const ABOUT = { look: 'fading', fade: 'both' };

  test.each([
    ['2023-05-22', 1, { ...TOLD, form: 'day', earliest: '2023-05-22', latest: '2023-05-22' }],
    ['2023-05', 31, { ...TOLD, ...span('2023-05-01', '2023-05-31') }],
    ['2022-21', 92, { ...TOLD, ...span('2022-03-01', '2022-05-31') }],
    ['2014', 365, { ...TOLD, ...span('2014-01-01', '2014-12-31') }],
    ['2023-05-19/2023-05-22', 4, { ...TOLD, ...span('2023-05-19', '2023-05-22') }],
    ['2023-05-XX', 31, { ...TOLD, ...span('2023-05-01', '2023-05-31') }],
    // Approximate dates are drawn wider than their span.
    ['2023-06-01~', 7, { ...ABOUT, earliest: '2023-06-01' }],
    ['2023-05~', 37.2, { ...ABOUT, ...span('2023-05-01', '2023-05-31') }],
    ['2023-05-19~/2023-05-22', 10, { ...ABOUT, ...span('2023-05-19', '2023-05-22') }],
    // Open dates are drawn a week past their known end.
    ['2023-05-24/..', 7, { look: 'fading', fade: 'end', ...span('2023-05-24', undefined) }],
    ['../2023-05-24', 7, { look: 'fading', fade: 'start', ...span(undefined, '2023-05-24') }],
    ['2023-05-24?', 1, { look: 'uncertain', fade: undefined, form: 'day' }],
    ['2023-05-24%', 7, { look: 'fading', fade: 'both', form: 'day' }],
  ])('%s is drawn %d days wide', (date, days, told) => {
    const { drawn, ...rest } = read(date);
    expect(rest).toMatchObject(told);
    expect((drawn.to - drawn.from) / DAY).toBeCloseTo(days);
    if (rest.fade === 'both') expect(drawn.from).toBeLessThan(Date.parse(rest.earliest ?? ''));
    // An inferred date looks inferred, unless its mark is already uncertain or fading.
    expect(read(date, true).look).toBe(rest.look === 'told' ? 'inferred' : rest.look);
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
  ['the site', archiveOf(PROJECT)],
  ['every form of date', archiveWithEvents(SOME)],
  ['one event without a date', archiveWithEvents({ closure: [] })],
] as const)('the timeline of %s', (_name, archive) => {
  const { axis, rows } = eventTimeline(archive);
  const events = archive.list('events');

  test('has a row for each event, in order of time', () => {
    expect(rows.map((row) => row.event.id)).toEqual(events.map(({ id }) => id));
  });

  test('draws every date within the frame, as wide as its span', () => {
    for (const { event, marks } of rows) {
      expect(marks.map(({ date }) => date)).toEqual(event.data.date.map(({ value }) => value));
      for (const { x, width, drawn, ends } of marks) {
        expect({ x, width }).toEqual(axis.place(drawn));
        expect(width).toBeGreaterThan(0);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(100);
        for (const end of ends) expect([x, x + width]).toContain(end);
      }
    }
  });

  test('closes a span with a line only at a known end', () => {
    for (const mark of rows.flatMap(({ marks }) => marks)) {
      const told = mark.form === 'day' || mark.fade === 'both' ? 0 : mark.fade ? 1 : 2;
      expect(mark.ends).toHaveLength(told);
    }
  });

  test('writes every date in words beside its marks', () => {
    for (const { words, marks } of rows) {
      if (marks.length === 0) expect(words).toBe('date not told');
      for (const { date } of marks) expect(words).toContain(dateWords(date));
      if (marks.some(({ inferred }) => inferred)) expect(words).toContain('inferred');
    }
  });

  test('explains each form of mark in use, once', () => {
    const key = eventKey(rows);
    const looks = rows.flatMap(({ marks }) => marks.map(({ look }) => look));
    expect(new Set(key.map(({ look }) => look))).toEqual(new Set(looks));
    expect(new Set(key.map(({ words }) => words)).size).toBe(key.length);
  });

  test('has a table that equals the archive', () => {
    const none = 'not told';
    const expected = events.flatMap((entry) => {
      const row = { id: entry.id, reports: archive.about(entry).length };
      const undated = { ...row, words: 'date not told', earliest: none, latest: none, how: none };
      const dates = entry.data.date.map(({ value, inferred }) => {
        const { earliest = none, latest = none } = read(value);
        return { ...row, words: dateWords(value), earliest, latest, how: inferred ? 'inferred' : 'told' };
      });
      return dates.length > 0 ? dates : [undated];
    });
    const table = eventTable(rows).map(({ event: { id }, ...rest }) => ({ id, ...rest }));
    expect(table).toEqual(expected);
  });
});
