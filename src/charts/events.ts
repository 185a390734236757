// The events on a time axis. The form of a mark says what is known of its date: a block for a day, a bar
// as wide as a month, a season or an interval, a fade where the date is approximate or open.
import type { Archive } from '../archive/archive.ts';
import { dateSpan, dateWords, endsOf, isDay, parseDate } from '../model/dates.ts';
import type { Entry } from '../model/entries.ts';
import { MOST, weightiest } from './most.ts';
import { DAY, isoDay, timeAxis, type Stretch, type TimeAxis } from './time-axis.ts';

/** How far an approximate date fades beyond what it names: three days, or a tenth of a longer span. */
const FADE_DAYS = 3;
const FADE_SHARE = 0.1;
/** How far an open date fades past the end that is told. */
const OPEN_DAYS = 7;

/** One date that is told of an event. */
export interface ToldDate {
  /** EDTF. */
  readonly date: string;
  /** With the precision it has. */
  readonly words: string;
  readonly inferred: boolean;
  /** `day` where one day is told, `span` for anything wider. */
  readonly form: 'day' | 'span';
  readonly approximate: boolean;
  readonly uncertain: boolean;
  /** The end that is not told. */
  readonly open: 'start' | 'end' | undefined;
  /** The first and the last day it may mean, as ISO days; `undefined` where open. */
  readonly earliest: string | undefined;
  readonly latest: string | undefined;
  /** What is drawn, fades included. */
  readonly drawn: Stretch;
}

/** A date where it stands on the axis, in per cent of its width. */
export interface EventMark extends ToldDate {
  readonly x: number;
  readonly width: number;
  /** Where a span ends for certain: there a bar is closed off. */
  readonly ends: readonly number[];
}

/** How a mark is drawn: filled, outlined, dashed, or fading out. */
export type Look = 'told' | 'inferred' | 'uncertain' | 'fading';

/** An entry of the chart's key. */
export interface KeyEntry {
  readonly form: ToldDate['form'];
  readonly look: Look;
  readonly fade: Fade | undefined;
  readonly words: string;
}

/** The side on which a mark fades. */
export type Fade = 'start' | 'end' | 'both';

/** A row of the chart's table: one date of one event. */
export interface EventDatum {
  readonly event: Entry<'events'>;
  readonly words: string;
  readonly earliest: string;
  readonly latest: string;
  readonly how: string;
  readonly reports: number;
}

export interface EventRow {
  readonly event: Entry<'events'>;
  /** "22 May 2023 or 19–22 May 2023, inferred"; "date not told". */
  readonly words: string;
  readonly marks: readonly EventMark[];
  /** Reports about it. */
  readonly reports: number;
}

export interface EventTimeline {
  readonly axis: TimeAxis;
  readonly rows: readonly EventRow[];
}

/** Reads what a date says and leaves open; `undefined` where it tells neither a start nor an end. */
export function readDate(date: string, inferred: boolean): ToldDate | undefined {
  const { from, to } = dateSpan(date);
  const parsed = parseDate(date);
  const known = from ?? to;
  if (known === null || !parsed) return undefined;
  const parts = [parsed, ...endsOf(parsed)];
  const approximate = parts.some((part) => Boolean(part?.approximate?.value));
  const start = from ?? known - OPEN_DAYS * DAY;
  // The last millisecond of a span belongs to it.
  const end = to === null ? known + OPEN_DAYS * DAY : to + 1;
  const fade = approximate ? Math.max(FADE_DAYS * DAY, (end - start) * FADE_SHARE) : 0;
  return {
    date,
    words: dateWords(date),
    inferred,
    form: isDay(date) ? 'day' : 'span',
    approximate,
    uncertain: parts.some((part) => Boolean(part?.uncertain?.value)),
    open: from === null ? 'start' : to === null ? 'end' : undefined,
    earliest: from === null ? undefined : isoDay(from),
    latest: to === null ? undefined : isoDay(to),
    drawn: { from: start - fade, to: end + fade },
  };
}

/** The dates of an event that can be placed, as its page lists them. */
export function datesOf(event: Entry<'events'>): ToldDate[] {
  return event.data.date.flatMap(({ value, inferred }) => readDate(value, inferred !== undefined) ?? []);
}

/** The dates of an event in words; what is true of all of them is said once. */
function wordsOf(dates: readonly ToldDate[]): string {
  if (dates.length === 0) return 'date not told';
  const all = dates.every(({ inferred }) => inferred);
  const words = dates.map((date) => (date.inferred && !all ? `${date.words} (inferred)` : date.words));
  return `${words.join(' or ')}${all ? ', inferred' : ''}`;
}

/** Where a mark fades, if it does. */
export function fadeOf({ approximate, open }: ToldDate): Fade | undefined {
  return approximate ? 'both' : open;
}

export function lookOf(date: ToldDate): Look {
  if (fadeOf(date)) return 'fading';
  if (date.uncertain) return 'uncertain';
  return date.inferred ? 'inferred' : 'told';
}

function keyWords({ form, approximate, uncertain, open, inferred }: ToldDate): string {
  if (approximate) return 'about then';
  if (open) return `${open} not told`;
  const words = form === 'day' ? 'a day' : 'some time within';
  return uncertain ? `${words}, uncertain` : inferred ? `${words}, inferred` : words;
}

/** What the marks of these rows mean: each form once, days first. */
export function eventKey(rows: readonly EventRow[]): KeyEntry[] {
  const entries = rows.flatMap(({ marks }) =>
    marks.map((mark) => ({
      form: mark.approximate ? ('day' as const) : mark.form,
      look: lookOf(mark),
      fade: fadeOf(mark),
      words: keyWords(mark),
    })),
  );
  return [...new Map(entries.map((entry) => [entry.words, entry])).values()].sort((a, b) =>
    a.words < b.words ? -1 : 1,
  );
}

/** The table of the chart: every date of every event, in the order of the rows. */
export function eventTable(rows: readonly EventRow[]): EventDatum[] {
  return rows.flatMap(({ event, words, marks, reports }) =>
    marks.length === 0
      ? [{ event, words, earliest: 'not told', latest: 'not told', how: 'not told', reports }]
      : marks.map((mark) => ({
          event,
          words: mark.words,
          earliest: mark.earliest ?? 'not told',
          latest: mark.latest ?? 'not told',
          how: mark.inferred ? 'inferred' : 'told',
          reports,
        })),
  );
}

function mark(date: ToldDate, axis: TimeAxis): EventMark {
  const { x, width } = axis.place(date.drawn);
  const closed = date.form === 'span' && !date.approximate;
  const ends = closed
    ? [...(date.open === 'start' ? [] : [x]), ...(date.open === 'end' ? [] : [x + width])]
    : [];
  return { ...date, x, width, ends };
}

/**
 * The timeline of the events, in order of time; those without a date come last and have no mark.
 * @param most how many at most: those with the most reports
 */
export function eventTimeline(archive: Archive, most = MOST.events): EventTimeline {
  const drawn = weightiest(archive.list('events'), most, (event) => archive.about(event).length);
  const events = drawn.map((event) => ({ event, dates: datesOf(event) }));
  const axis = timeAxis(events.flatMap(({ dates }) => dates.map(({ drawn }) => drawn)));
  return {
    axis,
    rows: events.map(({ event, dates }) => ({
      event,
      words: wordsOf(dates),
      marks: dates.map((date) => mark(date, axis)),
      reports: archive.about(event).length,
    })),
  };
}
