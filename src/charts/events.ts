// The events in time: the days with the most reports in true scale, and what came before and after in order.
import type { Archive } from '../archive/archive.ts';
import { eventOrder, placingDate } from '../archive/event-order.ts';
import { DAY, dateSpan, dateWords, isoDay } from '../model/dates.ts';
import type { Entry } from '../model/entries.ts';
import { LIMITS, weightiest } from './limits.ts';

/** The number of days in true scale, for each of which src/styles/event-timeline.css has a column. */
export const DAYS = 18;
/** The least number of columns of an event, which its label needs. */
export const LABEL_DAYS = 4;

/** One date of an event. */
export interface ToldDate {
  /** The date as EDTF. */
  readonly date: string;
  readonly inferred: boolean;
  /** `certain` for the days that a text gives, `uncertain` if the date is approximate, doubtful, open, or a month or more. */
  readonly look: 'certain' | 'uncertain';
  /** The first and the last possible ISO day; undefined if open. */
  readonly earliest: string | undefined;
  readonly latest: string | undefined;
  /** The span in milliseconds since 1970 (UTC), `to` excluded. An open date spans a day at its known end. */
  readonly from: number;
  readonly to: number;
}

export interface EventRow {
  readonly event: Entry<'events'>;
  readonly marks: readonly ToldDate[];
  /** The date that places the event; undefined without one. */
  readonly place: ToldDate | undefined;
  /** The number of reports about the event. */
  readonly reports: number;
}

/** @returns a date with its span; undefined if it has neither a start nor an end */
export function readDate(date: string, inferred: boolean): ToldDate | undefined {
  const span = dateSpan(date);
  const bound = span.from ?? span.to;
  if (bound === null) return undefined;
  const from = span.from ?? Math.floor(bound / DAY) * DAY;
  // The end of a span is its last millisecond.
  const to = span.to === null ? from + DAY : span.to + 1;
  const doubtful = /[?~%]/.test(date);
  const open = span.from === null || span.to === null;
  const wide = to - from > DAYS * DAY;
  return {
    date,
    inferred,
    look: doubtful || open || wide ? 'uncertain' : 'certain',
    earliest: span.from === null ? undefined : isoDay(span.from),
    latest: span.to === null ? undefined : isoDay(span.to),
    from,
    to,
  };
}

/** @returns the rows of the chart's table: every date of every event, in the order of the chart */
export function eventTable(rows: readonly EventRow[]) {
  const none = 'not given';
  return rows.flatMap(({ event, marks, reports }) =>
    marks.length === 0
      ? [{ event, words: 'date not given', earliest: none, latest: none, how: none, reports }]
      : marks.map(({ date, earliest = none, latest = none, inferred }) => {
          const how = inferred ? 'inferred' : 'in a text';
          return { event, words: dateWords(date), earliest, latest, how, reports };
        }),
  );
}

/** @returns the start of the DAYS days in which the events with the most reports begin; undefined without a date */
function chosenStart(rows: readonly EventRow[]): number | undefined {
  const reportsOn = new Map<number, number>();
  for (const { marks, reports } of rows) {
    const day = Math.min(...marks.filter(({ look }) => look === 'certain').map(({ from }) => from));
    if (Number.isFinite(day)) reportsOn.set(day, (reportsOn.get(day) ?? 0) + reports);
  }
  const reportsFrom = (start: number): number =>
    Array.from({ length: DAYS }, (_day, index) => reportsOn.get(start + index * DAY) ?? 0).reduce(
      (sum, reports) => sum + reports,
    );
  return [...reportsOn.keys()]
    .map((day) => ({ day, reports: reportsFrom(day) }))
    .sort((a, b) => b.reports - a.reports || a.day - b.day)[0]?.day;
}

/** Places an event among the days. Its other dates are drawn where they are, also beside its columns. */
function placed(row: EventRow, place: ToldDate, start: number) {
  const within = ({ from, to }: ToldDate): { readonly first: number; readonly end: number } => ({
    first: Math.max(0, (from - start) / DAY),
    end: Math.min(DAYS, (to - start) / DAY),
  });
  const { first, end } = within(place);
  const long = end - first > LABEL_DAYS;
  const column = Math.min(first, DAYS - LABEL_DAYS);
  const span = long ? DAYS - column : LABEL_DAYS;
  const part = (of: number): number => Math.round((of / span) * 1000) / 10;
  return {
    ...row,
    /** The first day of the event, from 0; undefined if it begins before the days. */
    day: place.from < start ? undefined : first,
    /** True if a bar is longer than the label: the columns then reach to the last day. */
    long,
    /** The dates among the days, the one that places the event first: their stretches in per cent of the columns. */
    bars: [place, ...row.marks.filter((mark) => mark !== place)].flatMap((mark) => {
      const bar = within(mark);
      if (bar.end <= bar.first) return [];
      return [{ look: mark.look, x: part(bar.first - column), width: part(bar.end - bar.first) }];
    }),
  };
}

/**
 * Sorts the events into those among the days in true scale, those before, those after and those without a date.
 * @param limits how many events are drawn: those with the most reports
 */
export function eventTimeline(archive: Archive, limits = LIMITS) {
  const reports = (event: Entry<'events'>): number => archive.about(event).length;
  const rows = weightiest(archive.list('events'), limits.events, reports).map((event): EventRow => {
    const marks = event.data.date.flatMap(
      ({ value, inferred }) => readDate(value, inferred !== undefined) ?? [],
    );
    const placing = placingDate(event);
    return { event, marks, place: marks.find(({ date }) => date === placing), reports: reports(event) };
  });
  const start = chosenStart(rows);
  const from = start ?? 0;
  const to = from + DAYS * DAY;
  return {
    /** All events, in order of time; those without a date last. */
    rows,
    /** The days in true scale as ISO days; none if no event has a date. */
    days: Array.from({ length: start === undefined ? 0 : DAYS }, (_day, index) => isoDay(from + index * DAY)),
    before: rows.filter(({ place }) => place && place.to <= from),
    during: rows.flatMap((row) =>
      row.place && row.place.from < to && row.place.to > from ? [placed(row, row.place, from)] : [],
    ),
    after: rows.filter(({ place }) => place && place.from >= to),
    undated: rows.filter(({ place }) => !place),
  };
}

/**
 * The days with the events that begin on them. An event that begins before the days has a slot without a day, where its
 * date sorts.
 */
export function eventSlots({ days, during }: ReturnType<typeof eventTimeline>) {
  const slots = days.map((day, index) => ({
    order: Date.parse(day) / DAY,
    day,
    rows: during.filter((row) => row.day === index),
  }));
  const early = during
    .filter((row) => row.day === undefined)
    .map((row) => ({ order: eventOrder(row.event), day: undefined, rows: [row] }));
  return [...slots, ...early].sort((a, b) => a.order - b.order);
}
