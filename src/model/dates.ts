// Dates are EDTF (ISO 8601-2) level 1, without a time of day: https://www.loc.gov/standards/datetime/ . The edtf package
// parses them; this module adds words in the site's style, the span of a date, and an order.
import { z } from 'astro/zod';
import edtf, { type ExtendedDate } from 'edtf';

/** A day in milliseconds. */
export const DAY = 86_400_000;

/** @returns the ISO day of a moment in UTC: `2023-05-22` */
export function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The length of an open interval for sorting. */
const OPEN = 365 * DAY;

/** EDTF does not define the months of a season: use the northern meteorological seasons (first month, 0–11). */
export const SEASONS: Readonly<Record<number, { word: string; firstMonth: number }>> = {
  21: { word: 'spring', firstMonth: 2 },
  22: { word: 'summer', firstMonth: 5 },
  23: { word: 'autumn', firstMonth: 8 },
  24: { word: 'winter', firstMonth: 11 },
};

export const MONTHS =
  'January February March April May June July August September October November December'.split(' ');

/** The first and the last possible moment of a date, in milliseconds since 1970 (UTC); `null` if open. */
export interface Span {
  readonly from: number | null;
  readonly to: number | null;
}

/** Memoises by input: the edtf package runs an Earley parser, and the same dates recur thousands of times. */
function memoise<Value>(compute: (text: string) => Value): (text: string) => Value {
  const results = new Map<string, { readonly value: Value }>();
  return (text) => {
    const result = results.get(text) ?? { value: compute(text) };
    results.set(text, result);
    return result.value;
  };
}

/** Reads an EDTF level 1 date. @returns `undefined` if the text is no such date or has a time of day */
export const parseDate = memoise((text): ExtendedDate | undefined => {
  if (text.includes('T')) return undefined;
  try {
    const date = edtf(text, { level: 1 });
    // The package reads 29 February of a common year as 1 March, and two digits as a century: refuse both.
    return date.edtf === text && date.type !== 'Century' ? date : undefined;
  } catch {
    // The package throws on a syntax error. `edtfDate` reports the error to editors.
    return undefined;
  }
});

/** @returns true if both ends of an interval are dates, and the second lies before the first */
export function isBackwards(start: string, end: string): boolean {
  return parseDate(start) !== undefined && parseDate(end) !== undefined && !parseDate(`${start}/${end}`);
}

/** A known year, or a known century, from 1500 to 2199. */
const YEAR = /^(?:1[5-9]|2[01])/;

/** True if each end of a date that is told has such a year. */
const hasYears = (text: string): boolean =>
  text.split('/').every((end) => end === '' || end === '..' || YEAR.test(end));

/** The forms of a date, for errors. */
export const DATE_FORMS =
  'an EDTF level 1 date: 2023-05-22, 2023-03, 2022-21 (spring), 2023-05-19/2023-05-22, 2023-06-02~, 2023-05-24?';

/**
 * A date field: an EDTF level 1 string, kept as written. Years are limited to 1500 to 2199, because charts and search
 * write and sort them as four digits, also where a chart begins a century before its first date.
 */
export const edtfDate = z
  .string({ error: 'a date in quotes or as plain text, such as 2023-05-22' })
  .refine((text) => parseDate(text) !== undefined && hasYears(text), {
    error: `${DATE_FORMS}; its year is from 1500 to 2199`,
    // src/model/advice/date-mistakes.ts says why.
    params: { date: true },
  })
  .meta({ examples: ['2023-05-22', '2023-03', '2022-21', '2023-05-19/2023-05-22', '2023-06-02~'] });

/** A date field for one day. */
export const edtfDay = edtfDate.refine((text) => parseDate(text) === undefined || isDay(text), {
  error: 'one day, such as 2023-05-22',
});

function validDate(text: string): ExtendedDate {
  const date = parseDate(text);
  if (!date) throw new RangeError(`Not an EDTF level 1 date: ${text}`);
  return date;
}

/** @returns the two ends of an interval; `undefined` for an end that is open or unknown, and for other dates */
export function endsOf({ lower, upper }: ExtendedDate): (ExtendedDate | undefined)[] {
  return [lower, upper].map((end) => (typeof end === 'object' && end !== null ? end : undefined));
}

function spanOf(date: ExtendedDate): Span {
  if (date.type === 'Interval') {
    const [lower, upper] = endsOf(date);
    return { from: lower ? spanOf(lower).from : null, to: upper ? spanOf(upper).to : null };
  }
  const [year = 0, number = 0] = date.values;
  const season = date.type === 'Season' ? SEASONS[number] : undefined;
  return season
    ? { from: Date.UTC(year, season.firstMonth, 1), to: Date.UTC(year, season.firstMonth + 3, 1) - 1 }
    : { from: date.min, to: date.max };
}

/** The span that a date may cover. `~` and `?` do not widen it. @throws RangeError if the text is no EDTF date */
export const dateSpan = memoise((text): Span => spanOf(validDate(text)));

/**
 * A number to sort by, on the scale of milliseconds since 1970 (UTC). A month, a season or a year sorts after the last
 * day that it may mean, the narrower first. An interval sorts before the day that it starts with, the longer first; by
 * its end where the start is open; last where both are open.
 */
export const dateOrder = memoise((text): number => {
  const date = validDate(text);
  const [lower, upper] = date.type === 'Interval' ? endsOf(date) : [date];
  const { from, to } = spanOf(lower ?? upper ?? date);
  if (from === null || to === null) return Number.POSITIVE_INFINITY;
  // Below 1, and higher for wider dates: a fraction of a day orders the dates that end on the same day.
  const width = (span: number): number => span / (span + DAY);
  const order = to - DAY + (DAY / 2) * width(to - from);
  if (date.type !== 'Interval') return order;
  const end = lower && upper ? spanOf(upper).to : null;
  return order - (DAY / 8) * width(end === null ? OPEN : end - from);
});

/** @returns true for a single day, not a month, a season or a range */
export function isDay(text: string): boolean {
  const date = validDate(text);
  return date.type === 'Date' && date.precision === 3 && !date.unspecified?.value;
}

function pointWords(date: ExtendedDate): string {
  const [year = 0, month = 0, day] = date.values;
  if (date.type === 'Season') return `${SEASONS[month]?.word ?? 'season'} ${year}`;
  // Leave out unspecified digits: 2023-05-XX is "May 2023".
  const text = date.edtf.replace(/[?~%]/g, '');
  const monthWords = /^-?\d{4}-\d\d/.test(text) ? `${MONTHS[month]} ${year}` : `${year}`;
  const words = day === undefined || text.endsWith('-XX') ? monthWords : `${day} ${monthWords}`;
  const known = /^-?\d{0,3}X/.test(text) ? text : words;
  const about = date.approximate?.value ? `about ${known}` : known;
  return date.uncertain?.value ? `${about} (uncertain)` : about;
}

/** "22 May 2023", "19–22 May 2023", "spring 2022", "from about 2 June 2023". @throws RangeError if it is no date */
export const dateWords = memoise((text): string => {
  const date = validDate(text);
  if (date.type !== 'Interval') return pointWords(date);
  const [lower, upper] = endsOf(date);
  if (!lower) return upper ? `until ${pointWords(upper)}` : 'date not given';
  if (!upper) return `from ${pointWords(lower)}`;
  const from = pointWords(lower);
  const to = pointWords(upper);
  // Write a shared month or year once: "19–22 May 2023", "30 May – 2 June 2023".
  const [fromDay, fromMonth, fromYear] = from.split(' ');
  const [, toMonth, toYear] = to.split(' ');
  const plain = /^\d{1,2} \p{L}+ \d{4}$/u;
  if (plain.test(from) && plain.test(to) && fromYear === toYear) {
    return fromMonth === toMonth ? `${fromDay}–${to}` : `${fromDay} ${fromMonth} – ${to}`;
  }
  return `${from} – ${to}`;
});

/**
 * The words for something that happened at one time: "between 23 May and about 25 May 2023" for a span with two ends,
 * "23 May or 24 May 2023" for two days in a row, "about 23 May or 24 May 2023" where one is approximate, else as `dateWords`.
 */
export function withinWords(text: string): string {
  const ends = endsOf(validDate(text));
  const [from, to] = ends.map((end) => end && pointWords(end));
  if (from === undefined || to === undefined) return dateWords(text);
  const year = / \d{4}$/.exec(to)?.[0];
  const shared = year !== undefined && from.endsWith(year);
  const start = shared ? from.slice(0, -year.length) : from;
  const [first, last] = ends.map((end) => end && spanOf(end));
  const inARow =
    typeof first?.from === 'number' && typeof last?.to === 'number' && last.to - first.from < 2 * DAY;
  if (!inARow) return `between ${start} and ${to}`;
  const about = [from, to].some((end) => end.startsWith('about ')) ? 'about ' : '';
  return `${about}${start.replace(/^about /, '')} or ${to.replace(/^about /, '')}`;
}

/** For `<time datetime>`, which knows days, months and years: https://html.spec.whatwg.org/#the-time-element */
export function htmlDate(text: string): string | undefined {
  return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) && parseDate(text)?.type === 'Date' ? text : undefined;
}
