// Limits of the charts. A chart of thousands of marks cannot be read and makes its page heavy: above a limit, a chart
// shows the items with the most reports and says how many it leaves out. The pages of the entries show everything.

import type { Archive } from '../archive/archive.ts';
import { counted } from '../util/counted.ts';

/** How many items of each kind one chart draws. */
export const LIMITS = { events: 100, questions: 100, sources: 12, voices: 60, places: 60 };

/**
 * Keeps the items of a list with the greatest weight, in the order of the list.
 * @param limit how many items are kept
 * @param weight the weight of an item; of two items with equal weight, the earlier is kept
 */
export function weightiest<Item>(
  items: readonly Item[],
  limit: number,
  weight: (item: Item) => number,
): readonly Item[] {
  if (items.length <= limit) return items;
  const kept = new Set([...items].sort((a, b) => weight(b) - weight(a)).slice(0, limit));
  return items.filter((item) => kept.has(item));
}

/** @returns the words that a chart of the held sources adds to its caption, or nothing if all sources are held */
export function heldOnly(archive: Archive): string {
  const seen = archive.list('sources').length - archive.heldSources.length;
  return seen === 0
    ? ''
    : ` The chart leaves out what we know only from the ${counted(seen, 'page')} that we did not save.`;
}

/** @returns " Only the 100 events with the most reports, of 500, are drawn.", or nothing if all are drawn */
export function leftOut(drawn: number, all: number, what: string): string {
  return drawn === all ? '' : ` Only the ${drawn} ${what} with the most reports, of ${all}, are drawn.`;
}
