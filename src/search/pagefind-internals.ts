// Everything that the client uses of Pagefind's Component UI beyond its documentation. An upgrade of Pagefind may move
// these members: the test “Pagefind's undocumented members” in tests/browser/search.spec.ts then fails.
import type { ComponentInstance, Engine } from './pagefind.d.ts';

interface Internals {
  /** The engine; null until the Component UI would `import()` it by itself. */
  __pagefind__: Engine | null;
  /** The order of results, as the engine's option `sort` has it; the element `<pagefind-config>` sets it. */
  searchSort: Readonly<Record<string, string>>;
}

function internals(instance: ComponentInstance): Internals {
  const members = instance as ComponentInstance & Internals;
  for (const name of ['__pagefind__', 'searchSort'] as const)
    if (!(name in members)) throw new Error(`Pagefind's Component UI has no ${name} any more.`);
  return members;
}

/** Gives the Component UI an engine. It would `import()` one, which a page opened from disk may not do. */
export function setEngine(instance: ComponentInstance, engine: Engine): void {
  internals(instance).__pagefind__ = engine;
}

/** Sets the order of the searches that follow. @param order `asc` or `desc` by date; '' for the engine's own order */
export function setOrder(instance: ComponentInstance, order: string): void {
  internals(instance).searchSort = order === '' ? {} : { date: order };
}

/**
 * Names the comboboxes that open the facets. A combobox takes no name from its text, and the Component UI names it
 * only while a value is chosen. Chromium ignores a title that repeats the text, so that the title says more.
 */
export function nameFacets(container: HTMLElement): void {
  for (const facet of container.querySelectorAll('pagefind-filter-dropdown')) {
    const combobox = facet.querySelector('[role="combobox"]');
    if (!combobox) throw new Error("Pagefind's facets have no combobox any more.");
    combobox.setAttribute('title', `Narrow by ${facet.getAttribute('label') ?? ''}`);
  }
}
