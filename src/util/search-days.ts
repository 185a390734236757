import { DAY, dateOrder, dateSpan, isoDay } from '../model/dates.ts';

/** A date that may mean more days than this, such as a month, belongs to none of them. */
const LONGEST = 7;

/**
 * The day by which search sorts a date: its day, the last day of a month or year, the first day of an interval.
 * @param date in EDTF
 * @returns such as 2023-05-22; `undefined` if it has no day, to sort last
 */
export function sortDay(date: string | undefined): string | undefined {
  const order = date === undefined ? Number.POSITIVE_INFINITY : dateOrder(date);
  return Number.isFinite(order) ? isoDay(order) : undefined;
}

/**
 * The days of dates, such as 2023-05-22, to search for. A month is 2023-05; a longer date belongs to no day.
 * @param dates in EDTF
 */
export function daysOf(dates: readonly string[]): string[] {
  const days = dates.flatMap((date) => {
    const { from, to } = dateSpan(date);
    if (from === null || to === null) return [];
    const count = Math.ceil((to - from + 1) / DAY);
    if (count <= LONGEST) return Array.from({ length: count }, (_, index) => isoDay(from + index * DAY));
    return isoDay(from).slice(0, 7) === isoDay(to).slice(0, 7) ? [isoDay(from).slice(0, 7)] : [];
  });
  return [...new Set(days)];
}
