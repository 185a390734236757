// The order of events in time, the same for lists, cards and charts.
import { DAY, dateOrder, dateSpan, isDay } from '../model/dates.ts';
import type { Entry } from '../model/entries.ts';

/** The date that places an event: the narrowest that is told of it (EDTF), the first of several. */
export function placingDate({ data }: Entry<'events'>): string | undefined {
  const width = (date: string): number => {
    const { from, to } = dateSpan(date);
    return from === null || to === null ? Number.POSITIVE_INFINITY : to - from;
  };
  return data.date.map(({ value }) => value).sort((a, b) => width(a) - width(b))[0];
}

/**
 * A number to sort an event by, in days since 1970: the day, or the first day of an interval. A month or a year sorts
 * after its last day, before the next. An event without a date sorts last.
 */
export function eventOrder(event: Entry<'events'>): number {
  const date = placingDate(event);
  if (date === undefined) return Number.POSITIVE_INFINITY;
  const order = dateOrder(date) / DAY;
  return isDay(date) || date.includes('/') ? Math.floor(order) : order;
}
