// Dates are EDTF (ISO 8601-2), level 1, without a time of day:
// https://www.loc.gov/standards/datetime/ . Parsing is the edtf package's; here is what it leaves to
// its users: words in our style, and the span of time a date may cover.
import { z } from 'astro/zod';
import edtf, { type ExtendedDate } from 'edtf';

/** A day in milliseconds. */
const DAY = 86_400_000;

/** The length given to an open date where dates are put in order. */
const OPEN = 365 * DAY;

/** EDTF leaves the months of a season open; we take the northern meteorological ones (first month, 0–11). */
const SEASONS: Readonly<Record<number, { word: string; firstMonth: number }>> = {
  21: { word: 'spring', firstMonth: 2 },
  22: { word: 'summer', firstMonth: 5 },
  23: { word: 'autumn', firstMonth: 8 },
  24: { word: 'winter', firstMonth: 11 },
};

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The earliest and the latest moment a date may mean, in milliseconds since 1970 (UTC); `null` where open. */
export interface Span {
  readonly from: number | null;
  readonly to: number | null;
}

/**
 * Works each text out once: a library has thousands of dates and a few hundred days, and the package's
 * grammar takes as long for one date as a page takes to write.
 */
function onceEach<Value>(work: (text: string) => Value): (text: string) => Value {
  const done = new Map<string, Value>();
  return (text) => {
    const found = done.get(text);
    if (found !== undefined || done.has(text)) return found as Value;
    const value = work(text);
    done.set(text, value);
    return value;
  };
}

/**
 * Reads an EDTF level 1 date.
 * @returns the parsed date, or `undefined` where the text is no such date or carries a time of day
 */
export const parseDate = onceEach((text): ExtendedDate | undefined => {
  if (text.includes('T')) return undefined;
  try {
    const date = edtf(text, { level: 1 });
    // The package reads 29 February of a common year as 1 March, and two digits as a century.
    return date.edtf === text && date.type !== 'Century' ? date : undefined;
  } catch {
    // The package signals a syntax error by throwing; the schema below words it for editors.
    return undefined;
  }
});

/** A date field: an EDTF level 1 string, kept as the string that was written. */
export const edtfDate = z
  .string({ error: 'a date in quotes or as plain text, such as 2023-05-22' })
  .refine((text) => parseDate(text) !== undefined, {
    error:
      'an EDTF level 1 date: 2023-05-22, 2023-03, 2022-21 (spring), 2023-05-19/2023-05-22, 2023-06-02~, 2023-05-24?',
  })
  .meta({ examples: ['2023-05-22', '2023-03', '2022-21', '2023-05-19/2023-05-22', '2023-06-02~'] });

function known(text: string): ExtendedDate {
  const date = parseDate(text);
  if (!date) throw new RangeError(`Not an EDTF level 1 date: ${text}`);
  return date;
}

/** The two ends of an interval; `undefined` where one is open or unknown, and for any other date. */
export function endsOf({ lower, upper }: ExtendedDate): (ExtendedDate | undefined)[] {
  return [lower, upper].map((end) => (typeof end === 'object' && end !== null ? end : undefined));
}

function spanOf(date: ExtendedDate): Span {
  if (date.type === 'Interval') {
    const [lower, upper] = endsOf(date);
    return { from: lower ? spanOf(lower).from : null, to: upper ? spanOf(upper).to : null };
  }
  const [year, part] = date.values;
  if (date.type === 'Season' && year !== undefined && part !== undefined) {
    const season = SEASONS[part];
    if (season) {
      return { from: Date.UTC(year, season.firstMonth, 1), to: Date.UTC(year, season.firstMonth + 3, 1) - 1 };
    }
  }
  return { from: date.min, to: date.max };
}

/**
 * The span a date may cover, widened by nothing: uncertainty is shown in words and marks, not in days.
 * @throws RangeError where `text` is not an EDTF level 1 date
 */
export const dateSpan = onceEach((text): Span => spanOf(known(text)));

/**
 * A number to sort by: the first moment the date may mean, or its end where the start is open, or
 * infinity where both are. Wider dates come before narrower ones that start together.
 */
export function dateOrder(text: string): number {
  const { from, to } = dateSpan(text);
  const start = from ?? to ?? Number.POSITIVE_INFINITY;
  const width = from === null || to === null ? OPEN : to - from;
  // Dates start at midnight: any width, turned into a part of one day, stays above the day before.
  return start - (DAY * width) / (width + DAY);
}

/** True where the day is told (not just a month, a season or a range). */
export function isDay(text: string): boolean {
  const date = known(text);
  return date.type === 'Date' && date.precision === 3 && !date.unspecified?.value;
}

function qualified(date: ExtendedDate, words: string): string {
  const about = date.approximate?.value ? `about ${words}` : words;
  return date.uncertain?.value ? `${about} (uncertain)` : about;
}

function pointWords(date: ExtendedDate): string {
  const [year = 0, part, day] = date.values;
  if (date.type === 'Season' && part !== undefined) {
    return `${SEASONS[part]?.word ?? 'season'} ${year}`;
  }
  // Unspecified digits (2023-05-XX) tell no more than the part before them.
  const text = date.edtf;
  const month = part === undefined || /^-?\d{4}-XX/.test(text) ? undefined : MONTHS[part];
  if (/^-?\d{0,3}X/.test(text)) return qualified(date, text.replace(/[?~%]/g, ''));
  if (!month) return qualified(date, `${year}`);
  if (day === undefined || /-XX$/.test(text.replace(/[?~%]/g, '')))
    return qualified(date, `${month} ${year}`);
  return qualified(date, `${day} ${month} ${year}`);
}

/**
 * A date in our style, with the precision it has and no more: "22 May 2023", "March 2023",
 * "spring 2022", "19–22 May 2023", "about 2 June 2023", "24 May 2023 (uncertain)", "from 23 May 2023".
 * @throws RangeError where `text` is not an EDTF level 1 date
 */
export const dateWords = onceEach((text): string => {
  const date = known(text);
  if (date.type !== 'Interval') return pointWords(date);
  const [lower, upper] = endsOf(date);
  if (!lower) return upper ? `until ${pointWords(upper)}` : 'date not told';
  if (!upper) return `from ${pointWords(lower)}`;
  const from = pointWords(lower);
  const to = pointWords(upper);
  // "19–22 May 2023" and "30 May – 2 June 2023": say a shared month or year once.
  const [fromDay, fromMonth, fromYear] = from.split(' ');
  const [, toMonth, toYear] = to.split(' ');
  const plain = /^\d{1,2} \p{L}+ \d{4}$/u;
  if (plain.test(from) && plain.test(to) && fromYear === toYear) {
    return fromMonth === toMonth ? `${fromDay}–${to}` : `${fromDay} ${fromMonth} – ${to}`;
  }
  return `${from} – ${to}`;
});

/**
 * The value for `<time datetime>`: HTML knows days, months and years only
 * (https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-time-element).
 * @returns the value, or `undefined` where HTML has no form for such a date
 */
export function htmlDate(text: string): string | undefined {
  return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) && parseDate(text)?.type === 'Date' ? text : undefined;
}
