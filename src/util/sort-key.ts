import { dateOrder } from '../model/dates.ts';

/**
 * The key by which search sorts a page or a report, as in 2023-05-22: the day of its date, the last day of a month or
 * year, the first day of an interval. Pagefind leaves out of sorted results what has no key, so that an unknown date gets
 * a key that sorts last.
 * @param date in EDTF
 */
export function sortKey(date: string | undefined): string {
  const order = date === undefined ? Number.POSITIVE_INFINITY : dateOrder(date);
  return Number.isFinite(order) ? new Date(order).toISOString().slice(0, 10) : '9999-12-31';
}
