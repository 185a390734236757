// The words, the facets and the order of a search in the address of the page, for Back, a reload and a bookmark.
import { FACETS } from './answer.ts';
import type { Chosen } from './facets.ts';

/** What the address holds of a search. */
export interface Asked {
  readonly words: string;
  readonly order: string;
  readonly chosen: Chosen;
}

/** Reads a search from the address. */
export function readAddress(): Asked {
  const { searchParams } = new URL(location.href);
  const values = FACETS.map((facet) => [facet, new Set(searchParams.getAll(facet.toLowerCase()))]);
  return {
    words: searchParams.get('q') ?? '',
    order: searchParams.get('sort') ?? '',
    chosen: Object.fromEntries(values) as Chosen,
  };
}

/** Writes a search into the address, or takes it out. */
export function writeAddress(asked: Asked | undefined): void {
  const url = new URL(location.href);
  for (const name of ['q', 'sort', ...FACETS]) url.searchParams.delete(name.toLowerCase());
  if (asked) {
    url.searchParams.set('q', asked.words);
    for (const facet of FACETS)
      for (const value of asked.chosen[facet]) url.searchParams.append(facet.toLowerCase(), value);
    if (asked.order) url.searchParams.set('sort', asked.order);
  }
  try {
    history.replaceState(history.state, '', url);
  } catch {
    // A browser may refuse to change the address, from disk or if it changes too often. Search works without.
  }
}
