// The search dialogue and the search page, around the field that src/scripts/search.ts has made. Built as one classic
// script by src/search/bundle.ts.
import { createInstance } from 'pagefind-engine';
import { make } from '../scripts/make.ts';
import { answer, FACETS, loadCatalogue, type Catalogue, type Hit } from './answer.ts';
import { account, advice, cannotSearch, resultItem } from './elements.ts';
import { placesAsked } from './excerpt.ts';
import { Facets } from './facets.ts';
import { Lexicon, plan, type Plan, type Vocabulary } from './query.ts';
import { allSettled, bundleUrl, indexFiles } from './transport.ts';

/** The number of results shown at once. */
const SHOWN = 10;
/** The pause in typing after which search begins, in milliseconds. */
const PAUSE = 120;
const ORDERS = { '': 'Best', asc: 'Oldest', desc: 'Newest' };

/** The vocabulary of the site, defined by src/search/bundle.ts. */
declare const VOCABULARY: Vocabulary;

const lexicon = new Lexicon(VOCABULARY);

/** Starts Pagefind's engine, which begins to load its index at once. */
function openIndex(): Promise<Catalogue> {
  const engine = createInstance({
    basePath: bundleUrl.href,
    baseUrl: '/',
    // A page opened from disk may not start a worker.
    noWorker: true,
    // Give longer words than those asked for little weight.
    ranking: { termSimilarity: 8 },
  });
  return loadCatalogue(engine, VOCABULARY);
}

const all = ({ dated, undated }: Catalogue): Hit[] =>
  [...dated, ...undated].map((id) => ({ id, places: [] }));

class Search {
  readonly #place: Element;
  readonly #field: HTMLInputElement;
  readonly #facets = new Facets(() => void this.search());
  readonly #order = make(
    'select',
    {},
    ...Object.entries(ORDERS).map(([order, label]) => new Option(label, order)),
  );
  readonly #status = make('p', { className: 'search-status', role: 'status' });
  readonly #clear = make('button', { className: 'search-clear', type: 'button' }, 'Clear filters');
  readonly #advice = make('div');
  readonly #results = make('ol', { className: 'search-results', ariaLabel: 'Results' });
  readonly #more = make('button', { className: 'search-more', type: 'button' }, 'More results');
  /** The element that scrolls. */
  readonly #found = make(
    'div',
    { className: 'search-found' },
    ...[this.#status, this.#advice, this.#results, this.#more],
  );
  #index: Promise<Catalogue> | undefined;
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
    const tools = make(
      'div',
      { className: 'search-tools' },
      ...this.#facets.all.map(({ element }) => element),
      make('label', { className: 'sort' }, make('span', {}, 'Sort '), this.#order),
    );
    tools.addEventListener('keydown', (event) => this.#closeFacet(event));
    place.append(tools, this.#found);
    this.#takeAddress();
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
    indexFiles.incomplete = false;
    this.writeAddress();
    const query = plan(typed, lexicon);
    const result = await this.#find(query).catch(async () => {
      await allSettled();
      return undefined;
    });
    if (search !== this.#searches) return;
    if (indexFiles.incomplete || !result) {
      this.#fail();
      return;
    }
    const { index, found, hits, items } = result;
    this.#hits = hits;
    this.#plan = query;
    this.#facets.count(typed.trim() === '' && found.hits.length === 0 ? all(index) : found.hits, index);
    const empty = typed.trim() === '' && !this.#facets.narrowed;
    this.#show(items, empty ? [] : [account(typed, query, { ...found, hits })]);
    if (hits.length === 0 && !empty) this.#advice.append(advice(this.#facets.narrowed));
    if (this.#facets.narrowed) this.#status.append(' ', this.#clear);
    this.#results.dataset['query'] = typed;
  }

  /** Finds the answer to a plan, what the facets leave of it in the chosen order, and the first results. */
  async #find(query: Plan) {
    const index = await (this.#index ??= openIndex());
    const none = { hits: this.#facets.narrowed ? all(index) : [], most: false, loose: false };
    const found = query.phrase === '' ? none : await answer(index, query);
    const hits = this.#sort(this.#facets.filter(found.hits, index), index);
    return { index, found, hits, items: await this.#items(index, hits, query) };
  }

  #sort(hits: readonly Hit[], { dated, undated }: Catalogue): readonly Hit[] {
    if (this.#order.value === '') return hits;
    const ids = [...(this.#order.value === 'asc' ? dated : dated.toReversed()), ...undated];
    const rank = new Map(ids.map((id, at) => [id, at]));
    return hits.toSorted((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
  }

  /** The results for the first of some hits. */
  #items({ data }: Catalogue, hits: readonly Hit[], query: Plan): Promise<HTMLElement[]> {
    return Promise.all(
      hits.slice(0, SHOWN).map(async ({ id, places }) => {
        const record = await data(id);
        return resultItem(record, placesAsked(record.content, places, query));
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

  async #showMore(index: Promise<Catalogue> | undefined): Promise<void> {
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
    const open = this.#facets.all.find(({ element }) => element.open);
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault();
    open.element.open = false;
    open.summary.focus();
  }

  /** Opens the first result for the words in the field, as soon as there is one. */
  async #openFirst(): Promise<void> {
    const typed = this.#field.value;
    if (this.#results.dataset['query'] !== typed) await this.search();
    if (this.#field.value === typed) this.#results.querySelector('a')?.click();
  }

  /** Reads the search from the address. Words that the reader has typed meanwhile win. */
  #takeAddress(): void {
    const { searchParams } = new URL(location.href);
    this.#field.value ||= searchParams.get('q') ?? '';
    this.#order.value = searchParams.get('sort') ?? '';
    for (const { name, chosen } of this.#facets.all)
      for (const value of searchParams.getAll(name.toLowerCase())) chosen.add(value);
  }

  /** Writes the search into the address, for Back, a reload and a bookmark; takes it out while the dialogue is closed. */
  writeAddress(): void {
    const url = new URL(location.href);
    const { searchParams } = url;
    for (const name of ['q', 'sort', ...FACETS]) searchParams.delete(name.toLowerCase());
    const open = this.#place.matches(':not(dialog), [open]');
    if (open && (this.#field.value !== '' || this.#facets.narrowed)) {
      searchParams.set('q', this.#field.value);
      for (const { name, chosen } of this.#facets.all)
        for (const value of chosen) searchParams.append(name.toLowerCase(), value);
      if (this.#order.value) searchParams.set('sort', this.#order.value);
    }
    try {
      history.replaceState(history.state, '', url);
    } catch {
      // A browser may refuse to change the address, from disk or if it changes too often. Search works without.
    }
  }
}

/** Loads the style sheet of search, which works without it too. */
const stylesheet = (): Promise<unknown> =>
  new Promise((resolve) => {
    const href = new URL('search.css', bundleUrl).href;
    document.head.append(make('link', { rel: 'stylesheet', href, onload: resolve, onerror: resolve }));
  });

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
  const onclick = (): void => dialog.close();
  dialog.append(make('button', { className: 'search-close', type: 'button', onclick }, 'Close'));
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
