// The search dialogue and the search page, around the field that src/scripts/search.ts has made. Built as one classic
// script by src/search/bundle.ts.
import { createInstance } from 'pagefind-engine';
import vocabulary from 'search-vocabulary';
import { readAddress, writeAddress } from './address.ts';
import { answer, FACETS, loadCatalogue, type Answer, type Catalogue, type Hit } from './answer.ts';
import { account, advice, cannotSearch, make, resultItem } from './elements.ts';
import { placesAsked } from './excerpt.ts';
import { Facets } from './facets.ts';
import type { Engine } from './pagefind.d.ts';
import { Lexicon, plan, type Plan } from './query.ts';
import { allSettled, bundleUrl, indexFiles } from './transport.ts';

/** The number of results shown at once. */
const SHOWN = 10;
/** The pause in typing after which search begins, in milliseconds. */
const PAUSE = 120;
const ORDERS = { '': 'Best', asc: 'Oldest', desc: 'Newest' };

const lexicon = new Lexicon(vocabulary);

/** Pagefind's engine, which begins to load its index at once. */
function newEngine(): Engine {
  return createInstance({
    basePath: bundleUrl.href,
    baseUrl: '/',
    // A page opened from disk may not start a worker.
    noWorker: true,
    // Give longer words than those asked for little weight.
    ranking: { termSimilarity: 8 },
  });
}

interface Index {
  readonly engine: Engine;
  readonly catalogue: Catalogue;
}

async function openIndex(): Promise<Index> {
  const engine = newEngine();
  return { engine, catalogue: await loadCatalogue(engine, vocabulary) };
}

class Search {
  readonly #place: Element;
  readonly #field: HTMLInputElement;
  readonly #facets = new Facets(() => void this.search());
  readonly #order = make(
    'select',
    '',
    ...Object.entries(ORDERS).map(([order, label]) => new Option(label, order)),
  );
  readonly #status = make('p', 'search-status');
  readonly #clear = make('button', 'search-clear', 'Clear filters');
  readonly #advice = make('div', '');
  readonly #results = make('ol', 'search-results');
  readonly #more = make('button', 'search-more', 'More results');
  /** The element that scrolls. */
  readonly #found = make('div', 'search-found', this.#status, this.#advice, this.#results, this.#more);
  #index: Promise<Index> | undefined;
  /** True if a file of the index could not be loaded since the search began. */
  #incomplete = false;
  #searches = 0;
  /** Settles with the last search that was asked for. One search runs at a time, so that a missing file is its own. */
  #last = Promise.resolve();
  #hits: readonly Hit[] = [];
  /** The plan of the hits. */
  #plan: Plan | undefined;

  constructor(place: Element, field: HTMLInputElement) {
    this.#place = place;
    this.#field = field;
    field.placeholder = 'A name, a place, a word';
    this.#status.setAttribute('role', 'status');
    this.#results.setAttribute('aria-label', 'Results');
    for (const button of [this.#clear, this.#more]) button.type = 'button';
    const tools = make(
      'div',
      'search-tools',
      ...this.#facets.elements,
      make('label', 'sort', make('span', '', 'Sort '), this.#order),
    );
    tools.addEventListener('keydown', (event) => this.#closeFacet(event));
    place.append(tools, this.#found);
    this.#takeAddress();
    indexFiles.addEventListener('missing', () => {
      this.#incomplete = true;
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    field.addEventListener('input', () => {
      clearTimeout(timer);
      // Drops the answer to the words so far.
      this.#searches += 1;
      this.#results.setAttribute('aria-busy', 'true');
      timer = setTimeout(() => void this.search(), PAUSE);
    });
    // Opened again, with the words of last time.
    field.addEventListener('focus', () => this.writeAddress());
    this.#order.addEventListener('change', () => void this.search());
    this.#clear.addEventListener('click', () => {
      this.#facets.clear();
      void this.search();
      field.focus();
    });
    this.#more.addEventListener('click', () => void this.#showMore(this.#index));
    place.addEventListener('keydown', (event) => this.#key(event as KeyboardEvent));
    void this.search();
    field.onkeydown = null;
    if (field.name === 'Enter') void this.#openFirst();
    field.name = '';
  }

  /** Searches for the words in the field, with the chosen facets and order, unless they change meanwhile. */
  search(): Promise<void> {
    const search = ++this.#searches;
    this.#last = this.#last.then(() => this.#answer(search));
    return this.#last;
  }

  async #answer(search: number): Promise<void> {
    if (search !== this.#searches) return;
    const typed = this.#field.value;
    this.#results.setAttribute('aria-busy', 'true');
    this.#incomplete = false;
    this.writeAddress();
    const query = plan(typed, lexicon);
    let found: Answer | undefined;
    let index: Index | undefined;
    let hits: readonly Hit[] = [];
    let items: HTMLElement[] = [];
    try {
      index = await (this.#index ??= openIndex());
      found = await this.#hitsOf(index, query);
      hits = this.#sort(this.#facets.filter(found.hits, index.catalogue), index.catalogue);
      items = await this.#items(index, hits, query);
    } catch {
      this.#incomplete = true;
      await allSettled();
    }
    if (search !== this.#searches) return;
    if (this.#incomplete || !found || !index) {
      this.#fail();
      return;
    }
    this.#hits = hits;
    this.#plan = query;
    this.#facets.count(
      typed.trim() === '' && found.hits.length === 0 ? all(index) : found.hits,
      index.catalogue,
    );
    const empty = typed.trim() === '' && !this.#facets.narrowed;
    const narrowed = { ...found, hits: this.#hits };
    this.#show(items, empty ? [] : [account(typed, query, narrowed, this.#hits.length)]);
    if (this.#hits.length === 0 && !empty) this.#advice.append(advice(this.#facets.narrowed));
    if (this.#facets.narrowed) this.#status.append(' ', this.#clear);
    this.#results.dataset['query'] = typed;
  }

  async #hitsOf({ engine, catalogue }: Index, query: Plan): Promise<Answer> {
    if (query.phrase !== '') return answer(engine, catalogue, query);
    const hits = this.#facets.narrowed ? all({ engine, catalogue }) : [];
    return { hits, most: false, loose: false };
  }

  #sort(hits: readonly Hit[], { dated, undated }: Catalogue): readonly Hit[] {
    if (this.#order.value === '') return hits;
    const ids = [...(this.#order.value === 'asc' ? dated : dated.toReversed()), ...undated];
    const rank = new Map(ids.map((id, at) => [id, at]));
    return hits.toSorted((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
  }

  /** The results for the first of some hits. */
  #items({ catalogue }: Index, hits: readonly Hit[], query: Plan): Promise<HTMLElement[]> {
    return Promise.all(
      hits.slice(0, SHOWN).map(async ({ id, places }) => {
        const data = await catalogue.data(id);
        return resultItem(data, placesAsked(data.content, places, query));
      }),
    );
  }

  /** Says that a file could not be loaded. */
  #fail(): void {
    // Let the next search load the missing file again.
    this.#index = undefined;
    this.#hits = [];
    this.#results.removeAttribute('aria-busy');
    // Leave a message that is there already: a reader may be pressing its button.
    if (!this.#status.querySelector('.search-anew')) this.#show([], cannotSearch());
  }

  #show(items: readonly HTMLElement[], status: readonly (string | Node)[]): void {
    this.#status.replaceChildren(...status);
    this.#advice.replaceChildren();
    this.#results.replaceChildren(...items);
    this.#results.removeAttribute('aria-busy');
    this.#more.hidden = this.#hits.length <= items.length;
    this.#found.scrollTop = 0;
  }

  async #showMore(index: Promise<Index> | undefined): Promise<void> {
    if (!index || !this.#plan) return;
    const search = this.#searches;
    const from = this.#results.childElementCount;
    const items = await this.#items(await index, this.#hits.slice(from), this.#plan).catch(() => []);
    if (search !== this.#searches) return;
    if (items.length === 0) {
      this.#fail();
      return;
    }
    this.#results.append(...items);
    this.#more.hidden = this.#hits.length <= from + items.length;
    items[0]?.querySelector('a')?.focus();
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const links = [...this.#results.querySelectorAll<HTMLAnchorElement>('.result-link')];
    const at = links.findIndex((link) => link === document.activeElement);
    const inField = document.activeElement === this.#field;
    if (event.key === 'Enter' && inField) void this.#openFirst();
    else if (event.key === 'ArrowDown' && (inField || at >= 0)) links[at + 1]?.focus();
    else if (event.key === 'ArrowUp' && at >= 0) (links[at - 1] ?? this.#field).focus();
    else return;
    event.preventDefault();
  }

  /** Makes Escape close the open facet instead of the dialogue. */
  #closeFacet(event: KeyboardEvent): void {
    const open = this.#facets.elements.find((facet) => facet.open);
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault();
    open.open = false;
    open.querySelector('summary')?.focus();
  }

  /** Opens the first result for the words in the field, as soon as there is one. */
  async #openFirst(): Promise<void> {
    const typed = this.#field.value;
    if (this.#results.dataset['query'] !== typed) await this.search();
    if (this.#field.value === typed) this.#results.querySelector('a')?.click();
  }

  /** Reads the search from the address. Words that the reader has typed meanwhile win. */
  #takeAddress(): void {
    const { words, order, chosen } = readAddress();
    this.#field.value ||= words;
    this.#order.value = order;
    for (const facet of FACETS) for (const value of chosen[facet]) this.#facets.chosen[facet].add(value);
  }

  /** Writes the search into the address, while the dialogue is open. */
  writeAddress(): void {
    const asked = { words: this.#field.value, order: this.#order.value, chosen: this.#facets.chosen };
    const open = this.#place.matches(':not(dialog), [open]');
    writeAddress(open && (asked.words !== '' || this.#facets.narrowed) ? asked : undefined);
  }
}

const all = ({ catalogue: { dated, undated } }: Index): Hit[] =>
  [...dated, ...undated].map((id) => ({ id, places: [] }));

function stylesheet(): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL('search.css', bundleUrl).href;
  return new Promise((resolve) => {
    link.onload = () => resolve();
    // Search works without its styles.
    link.onerror = () => resolve();
    document.head.append(link);
  });
}

/**
 * Focuses the place in the text where the reader clicked before the search, so that the next step with Tab goes on from
 * there. A browser gives the focus back to an element that had it, but not to a place in the text.
 */
function giveFocusBack(): void {
  const place = document.querySelector<HTMLElement & { place?: unknown }>('site-search')?.place;
  const lost = document.activeElement?.matches('body, main');
  if (!lost || !(place instanceof HTMLElement) || place.hasAttribute('tabindex')) return;
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.removeAttribute('tabindex');
}

/** Adds the ways to close the dialogue. The browser then returns the focus. */
function dismissible(dialog: HTMLDialogElement, search: Search): void {
  const close = make('button', 'search-close', 'Close');
  close.type = 'button';
  close.addEventListener('click', () => dialog.close());
  dialog.append(close);
  dialog.addEventListener('click', ({ target }) => {
    // A click beside the dialogue lands on the dialogue itself.
    if (target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => {
    search.writeAddress();
    giveFocusBack();
  });
  // The reader may have closed it already.
  search.writeAddress();
}

async function start(): Promise<void> {
  const place = document.querySelector('[data-search-page], .search-dialog');
  const field = place?.querySelector('input');
  if (!place || !field) return;
  await stylesheet();
  const search = new Search(place, field);
  if (place instanceof HTMLDialogElement) dismissible(place, search);
}

void start();
