import { DAY, dateOrder, dateSpan, isoDay } from '../model/dates.ts';

/** A date that may mean more days than this, such as a month, belongs to none of them. */
const LONGEST = 7;

/** The day by which search sorts an EDTF date: its last, the first of an interval, or `undefined`, to sort last. */
export function sortDay(date: string | undefined): string | undefined {
  const order = date === undefined ? Number.POSITIVE_INFINITY : dateOrder(date);
  return Number.isFinite(order) ? isoDay(order) : undefined;
}

/** The days of EDTF dates to search for: 2023-05-22; 2023-05 for a month. A longer date belongs to no day. */
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
