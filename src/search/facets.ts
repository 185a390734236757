// The facets of search: lists of check boxes that open one at a time.
import { make } from '../scripts/make.ts';
import { FACETS, type Catalogue, type Hit } from './answer.ts';

class Facet {
  readonly summary = make('summary');
  readonly values = make('div', { className: 'facet-values' });
  readonly element = make('details', { className: 'facet', name: 'facet' }, this.summary, this.values);
  readonly chosen = new Set<string>();
  readonly name: string;

  constructor(name: string) {
    this.name = name;
    this.summary.append(name);
  }
}

export class Facets {
  /** A record needs one of the chosen values of each facet that has any. */
  readonly all = FACETS.map((name) => new Facet(name));
  readonly #changed: () => void;

  /** @param changed called when the reader has chosen another value */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get narrowed(): boolean {
    return this.all.some(({ chosen }) => chosen.size > 0);
  }

  clear(): void {
    for (const { chosen } of this.all) chosen.clear();
  }

  /** @returns the hits that have a chosen value of every facet, except of one facet if it is given */
  filter(hits: readonly Hit[], catalogue: Catalogue, but?: Facet): Hit[] {
    const sets = this.all
      .filter((facet) => facet !== but && facet.chosen.size > 0)
      .map(({ name, chosen }) => catalogue.having(name, chosen));
    return hits.filter(({ id }) => sets.every((records) => records.has(id)));
  }

  /** Shows how many of the results each value has. */
  count(hits: readonly Hit[], catalogue: Catalogue): void {
    for (const facet of this.all) {
      const { name, chosen, summary } = facet;
      const left = this.filter(hits, catalogue, facet);
      const shown = catalogue
        .values(name)
        .map((value) => {
          const records = catalogue.having(name, [value]);
          return { value, count: left.filter(({ id }) => records.has(id)).length };
        })
        .filter(({ value, count }) => count > 0 || chosen.has(value));
      const number = make('span', { className: 'facet-count' }, `${chosen.size}`);
      summary.replaceChildren(name, ...(chosen.size > 0 ? [' ', number] : []));
      summary.ariaLabel = chosen.size > 0 ? `${name}, ${chosen.size} chosen` : name;
      const boxes = [...facet.values.querySelectorAll('input')];
      // Keep the boxes, and the focus in them, while the values are the same.
      if (boxes.map((input) => input.value).join() === shown.map(({ value }) => value).join())
        for (const [at, input] of boxes.entries()) {
          input.checked = chosen.has(input.value);
          input.nextElementSibling?.replaceChildren(`${shown[at]?.count}`);
        }
      else facet.values.replaceChildren(...shown.map(({ value, count }) => this.#box(facet, value, count)));
    }
  }

  #box({ chosen }: Facet, value: string, count: number): HTMLElement {
    const input = make('input', { type: 'checkbox', value, checked: chosen.has(value) });
    input.onchange = () => {
      if (input.checked) chosen.add(value);
      else chosen.delete(value);
      this.#changed();
    };
    return make('label', {}, input, `${value} `, make('span', { className: 'facet-count' }, `${count}`));
  }
}
