import { dateSpan } from '../model/dates.ts';

/**
 * The key by which search sorts a page or a report: the first possible day of its date, as in 2023-05-22. Pagefind
 * leaves out of sorted results what has no key, so that an unknown date gets a key that sorts last.
 * @param date in EDTF
 */
export function sortKey(date: string | undefined): string {
  const from = date === undefined ? null : dateSpan(date).from;
  return from === null ? '9999-12-31' : new Date(from).toISOString().slice(0, 10);
}
