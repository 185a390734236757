// The facets of search: lists of check boxes that open one at a time.
import { FACETS, type Catalogue } from './answer.ts';
import { make } from './elements.ts';

type Facet = (typeof FACETS)[number];

/** The chosen values of each facet. A record needs one of the values of each facet that has any. */
export type Chosen = Readonly<Record<Facet, ReadonlySet<string>>>;

export class Facets {
  readonly elements: readonly HTMLDetailsElement[];
  readonly chosen = Object.fromEntries(FACETS.map((facet) => [facet, new Set<string>()])) as Record<
    Facet,
    Set<string>
  >;
  readonly #changed: () => void;

  /** @param changed called when the reader has chosen another value */
  constructor(changed: () => void) {
    this.#changed = changed;
    this.elements = FACETS.map((facet) => {
      const details = make('details', 'facet', make('summary', '', facet), make('div', 'facet-values'));
      details.name = 'facet';
      return details;
    });
  }

  get narrowed(): boolean {
    return FACETS.some((facet) => this.chosen[facet].size > 0);
  }

  clear(): void {
    for (const facet of FACETS) this.chosen[facet].clear();
  }

  /** @returns the records that have a chosen value of every facet, except of one facet if it is given */
  filter<Item extends { readonly id: string }>(
    items: readonly Item[],
    catalogue: Catalogue,
    but?: Facet,
  ): Item[] {
    const sets = FACETS.filter((facet) => facet !== but && this.chosen[facet].size > 0).map((facet) =>
      catalogue.having(facet, this.chosen[facet]),
    );
    return items.filter(({ id }) => sets.every((records) => records.has(id)));
  }

  /** Shows how many of the results each value has. */
  count(items: readonly { readonly id: string }[], catalogue: Catalogue): void {
    for (const [index, facet] of FACETS.entries()) {
      const details = this.elements[index];
      const left = this.filter(items, catalogue, facet);
      const chosen = this.chosen[facet];
      const values = catalogue.values(facet).map((value) => {
        const records = catalogue.having(facet, [value]);
        return { value, count: left.filter(({ id }) => records.has(id)).length };
      });
      const shown = values.filter(({ value, count }) => count > 0 || chosen.has(value));
      const number = make('span', 'facet-count', String(chosen.size));
      const summary = details?.firstElementChild;
      summary?.replaceChildren(facet, ...(chosen.size > 0 ? [' ', number] : []));
      summary?.setAttribute('aria-label', chosen.size > 0 ? `${facet}, ${chosen.size} chosen` : facet);
      const box = details?.lastElementChild;
      const boxes = [...(box?.querySelectorAll('input') ?? [])];
      // Keep the boxes, and the focus in them, while the values are the same.
      if (boxes.map((input) => input.value).join() === shown.map(({ value }) => value).join())
        for (const [at, input] of boxes.entries()) {
          input.checked = chosen.has(input.value);
          input.nextElementSibling?.replaceChildren(String(shown[at]?.count));
        }
      else box?.replaceChildren(...shown.map(({ value, count }) => this.#box(facet, value, count)));
    }
  }

  #box(facet: Facet, value: string, count: number): HTMLElement {
    const input = make('input', '');
    input.type = 'checkbox';
    input.value = value;
    input.checked = this.chosen[facet].has(value);
    input.addEventListener('change', () => {
      if (input.checked) this.chosen[facet].add(value);
      else this.chosen[facet].delete(value);
      this.#changed();
    });
    return make('label', '', input, `${value} `, make('span', 'facet-count', String(count)));
  }
}
