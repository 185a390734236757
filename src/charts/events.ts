// The events on a time axis. The form of a mark shows how much is known of the date: a block for a day, a bar for a
// month, a season or an interval, a fade if the date is approximate or open.
import type { Archive } from '../archive/archive.ts';
import { DAY, dateSpan, dateWords, endsOf, isDay, parseDate } from '../model/dates.ts';
import type { Entry } from '../model/entries.ts';
import { LIMITS, weightiest } from './limits.ts';
import { isoDay, timeAxis, type Stretch, type TimeAxis } from './time-axis.ts';

/** How far an approximate date fades beyond its span: three days, or a tenth of a longer span. */
const FADE = 3 * DAY;
const FADE_SHARE = 0.1;
/** How far an open date fades beyond its known end. */
const OPEN_FADE = 7 * DAY;

/** The form of a mark in words that are also its CSS classes. */
interface MarkForm {
  /** `day` for one day, `span` for anything wider. */
  readonly form: 'day' | 'span';
  /** Filled, outlined, dashed or fading. */
  readonly look: 'told' | 'inferred' | 'uncertain' | 'fading';
  /** The side on which the mark fades: both if the date is approximate, the open end if it is open. */
  readonly fade: 'start' | 'end' | 'both' | undefined;
}

/** One date of an event. */
export interface ToldDate extends MarkForm {
  /** The date as EDTF. */
  readonly date: string;
  /** The date in words, as precise as it is known. */
  readonly words: string;
  readonly inferred: boolean;
  /** The first and the last possible ISO day; undefined if open. */
  readonly earliest: string | undefined;
  readonly latest: string | undefined;
  /** The stretch of the mark, with its fades. */
  readonly drawn: Stretch;
}

/** A date placed on the axis, in per cent of its width. */
export interface EventMark extends ToldDate {
  readonly x: number;
  readonly width: number;
  /** The positions where a bar is closed by a line, because the span certainly ends there. */
  readonly ends: readonly number[];
}

export interface EventRow {
  readonly event: Entry<'events'>;
  /** "22 May 2023 or 19–22 May 2023, inferred"; "date not told". */
  readonly words: string;
  readonly marks: readonly EventMark[];
  /** The number of reports about the event. */
  readonly reports: number;
}

/** A row of the chart's table: one date of one event, in words. */
type EventDatum = Readonly<
  Pick<EventRow, 'event' | 'reports'> & Record<'words' | 'earliest' | 'latest' | 'how', string>
>;

/** @returns a date in words and the form of its mark; undefined if it has neither a start nor an end */
export function readDate(date: string, inferred: boolean): ToldDate | undefined {
  const { from, to } = dateSpan(date);
  const parsed = parseDate(date);
  const bound = from ?? to;
  if (bound === null || !parsed) return undefined;
  const dates = [parsed, ...endsOf(parsed)];
  const approximate = dates.some((each) => Boolean(each?.approximate?.value));
  const uncertain = dates.some((each) => Boolean(each?.uncertain?.value));
  const fade = approximate ? 'both' : from === null ? 'start' : to === null ? 'end' : undefined;
  const start = from ?? bound - OPEN_FADE;
  // `to` is the last millisecond of the span.
  const end = to === null ? bound + OPEN_FADE : to + 1;
  const beyond = approximate ? Math.max(FADE, (end - start) * FADE_SHARE) : 0;
  return {
    date,
    words: dateWords(date),
    inferred,
    form: isDay(date) ? 'day' : 'span',
    look: fade ? 'fading' : uncertain ? 'uncertain' : inferred ? 'inferred' : 'told',
    fade,
    earliest: from === null ? undefined : isoDay(from),
    latest: to === null ? undefined : isoDay(to),
    drawn: { from: start - beyond, to: end + beyond },
  };
}

/** @returns the dates of an event in words, with "inferred" once at the end if it applies to all */
function wordsOf(dates: readonly ToldDate[]): string {
  if (dates.length === 0) return 'date not told';
  const all = dates.every(({ inferred }) => inferred);
  const words = dates.map((date) => (date.inferred && !all ? `${date.words} (inferred)` : date.words));
  return `${words.join(' or ')}${all ? ', inferred' : ''}`;
}

/** @returns the key of the chart: each form of mark in use, with its meaning */
export function eventKey(rows: readonly EventRow[]): (MarkForm & { readonly words: string })[] {
  const entries = rows.flatMap(({ marks }) =>
    marks.map(({ form, look, fade }) => {
      if (fade === 'both') return { form: 'day' as const, look, fade, words: 'about then' };
      const what = form === 'day' ? 'a day' : 'some time within';
      return {
        form,
        look,
        fade,
        words: fade ? `${fade} not told` : look === 'told' ? what : `${what}, ${look}`,
      };
    }),
  );
  const byWords = new Map(entries.map((entry) => [entry.words, entry]));
  return [...byWords.values()].sort((a, b) => (a.words < b.words ? -1 : 1));
}

/** @returns the rows of the chart's table: every date of every event, in the order of the chart */
export function eventTable(rows: readonly EventRow[]): EventDatum[] {
  const none = 'not told';
  return rows.flatMap(({ event, words, marks, reports }) =>
    marks.length === 0
      ? [{ event, words, earliest: none, latest: none, how: none, reports }]
      : marks.map(({ words: date, earliest = none, latest = none, inferred }) => {
          return { event, words: date, earliest, latest, how: inferred ? 'inferred' : 'told', reports };
        }),
  );
}

function markOf(date: ToldDate, axis: TimeAxis): EventMark {
  const { x, width } = axis.place(date.drawn);
  const ends = [...(date.fade === 'start' ? [] : [x]), ...(date.fade === 'end' ? [] : [x + width])];
  return { ...date, x, width, ends: date.form === 'day' || date.fade === 'both' ? [] : ends };
}

/**
 * Draws the events in order of time; events without a date come last, without a mark.
 * @param limits how many events are drawn: those with the most reports
 */
export function eventTimeline(archive: Archive, limits = LIMITS): { axis: TimeAxis; rows: EventRow[] } {
  const reports = (event: Entry<'events'>): number => archive.about(event).length;
  const events = weightiest(archive.list('events'), limits.events, reports).map((event) => ({
    event,
    dates: event.data.date.flatMap(({ value, inferred }) => readDate(value, inferred !== undefined) ?? []),
  }));
  const axis = timeAxis(events.flatMap(({ dates }) => dates.map(({ drawn }) => drawn)));
  const rows = events.map(({ event, dates }) => ({
    event,
    words: wordsOf(dates),
    marks: dates.map((date) => markOf(date, axis)),
    reports: reports(event),
  }));
  return { axis, rows };
}
