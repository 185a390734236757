import { dateSpan } from '../model/dates.ts';

const DAY = 24 * 60 * 60 * 1000;
/** A date that may mean more days than this, such as a month, belongs to none of them. */
const MOST = 7;

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The first day that a date may mean, as 2023-05-22, to sort by. @param date in EDTF */
export function firstDay(date: string | undefined): string | undefined {
  const from = date === undefined ? null : dateSpan(date).from;
  return from === null ? undefined : iso(from);
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
    if (count <= MOST) return Array.from({ length: count }, (_, index) => iso(from + index * DAY));
    return iso(from).slice(0, 7) === iso(to).slice(0, 7) ? [iso(from).slice(0, 7)] : [];
  });
  return [...new Set(days)];
}
