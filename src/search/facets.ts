// What results can be narrowed by. Their files grow with the archive and most searches use none of them, so
// that they are fetched when the reader reaches for one.
import type { ComponentInstance, Engine, Filters } from './pagefind.d.ts';

/** The facets, as the Component UI names them and in its order. */
export const FACETS = ['Kind', 'Side', 'Source', 'Standing'] as const;

export interface Facets {
  /** In the place of the engine's own, which would fetch all facets: never answers before they are there. */
  filters(): Promise<Filters>;
  /** Fetches the facets where the reader reaches for this element, by key or pointer. */
  fetchFor(facet: HTMLElement): void;
}

/**
 * The facets of one search.
 * @param trouble called where they cannot be had; reaching for one again tries again
 * @param relief called when they have come after all
 */
export function facetsOf(
  engine: Engine,
  instance: ComponentInstance,
  trouble: () => void,
  relief: () => void,
): Facets {
  let fetching: Promise<void> | undefined;
  let there = false;
  let failed = false;

  function show(available: Filters, total: Filters): void {
    instance.availableFilters = available;
    instance.totalFilters = total;
    instance.__dispatch__('filters', { available, total });
  }

  async function fetch(): Promise<void> {
    const all = await engine.filters();
    there = FACETS.every((facet) => facet in all);
    // A facet whose file did not come is not among them. The transport has said so.
    if (!there) {
      fetching = undefined;
      failed = true;
      return;
    }
    if (failed) relief();
    // A search that was made without them has no counts yet. From now on every search brings its own.
    const { searchTerm, searchFilters } = instance;
    const found = searchTerm === '' ? null : await engine.search(searchTerm, { filters: searchFilters });
    if (instance.searchTerm === searchTerm) show(found?.filters ?? all, found?.totalFilters ?? all);
  }

  const reach = (): void => {
    fetching ??= fetch().catch(() => {
      fetching = undefined;
      failed = true;
      trouble();
    });
  };

  return {
    // The Component UI asks when the field is emptied, and would show an empty answer as a fault.
    filters: () => (there ? engine.filters() : new Promise(() => {})),
    fetchFor(facet) {
      facet.addEventListener('focusin', reach);
      // A click on a button does not focus it everywhere.
      facet.addEventListener('click', reach);
    },
  };
}
