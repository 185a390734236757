// What a chart leaves out. A drawing of thousands of marks tells nobody anything, and weighs on the page it
// stands on: past these numbers a chart shows what most is told of, and says how many it leaves out. The
// pages of the entries have everything.

/** The most of each kind that one chart draws. */
export type Limits = Readonly<
  Record<'events' | 'statements' | 'questions' | 'sources' | 'voices' | 'places', number>
>;

export const MOST: Limits = {
  events: 100,
  statements: 300,
  questions: 100,
  sources: 12,
  voices: 60,
  places: 60,
};

/**
 * The weightiest of a list, in the list's own order.
 * @param limit how many at most
 * @param weight what an item weighs; of equals the earlier stays
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

/** " Only the 100 events with the most reports, of 500, are drawn.", or nothing where all are. */
export function leftOut(drawn: number, all: number, what: string): string {
  return drawn === all ? '' : ` Only the ${drawn} ${what} with the most reports, of ${all}, are drawn.`;
}
