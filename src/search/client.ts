// The search dialogue and the search page: Pagefind's engine and Component UI with our results, facets and advice.
// Built as one classic script by src/search/bundle.ts, and loaded by src/scripts/search.ts.
import 'pagefind-component-ui';
import { createInstance } from 'pagefind-engine';
import { cannotSearch, make, nothingFound, placeholder, resultItem } from './elements.ts';
import type { ComponentInstance, Engine, Filters } from './pagefind.d.ts';
import { nameFacets, setEngine, setOrder } from './pagefind-internals.ts';
import { bundleUrl, indexFiles } from './transport.ts';

/** The facets that pages (src/components/site/SearchFacets.astro) and reports have. */
const FACETS = ['Kind', 'Side', 'Source', 'Standing'] as const;

/** The orders of results, as Pagefind names them; an empty name is the engine's own order. */
const ORDERS = { '': 'Relevance', asc: 'Oldest first', desc: 'Newest first' };

/** Pagefind's engine, which begins to load its index at once. */
const engine = createInstance({
  basePath: bundleUrl.href,
  baseUrl: '/',
  // A page opened from disk may not start a worker.
  noWorker: true,
  // A page is found by its other names as surely as by its title.
  ranking: { metaWeights: { title: 5, aliases: 5 } },
});

/**
 * The engine as the Component UI gets it: faults are reported, and no incomplete answer is given.
 * @param trouble called if the engine cannot start or a file of the index cannot be loaded
 */
function watchedEngine(trouble: () => void): Engine {
  let incomplete = false;
  let facets: Promise<Filters> | undefined;
  indexFiles.addEventListener('missing', () => {
    incomplete = true;
    trouble();
  });
  return {
    filters: () =>
      (facets = engine.filters().catch(() => {
        trouble();
        return {};
      })),
    search: async (term, options) => {
      // A search counts its results only for the facets that have been loaded.
      await facets;
      incomplete = false;
      try {
        const found = await engine.search(term, options);
        return incomplete ? null : found;
      } catch {
        trouble();
        return null;
      }
    },
  };
}

function facetControl(facet: string): HTMLElement {
  const dropdown = document.createElement('pagefind-filter-dropdown');
  dropdown.setAttribute('filter', facet);
  dropdown.setAttribute('label', facet);
  return dropdown;
}

function sortControl(instance: ComponentInstance): HTMLElement {
  const label = make('label', 'sort', 'Sort ');
  const select = make('select', '');
  select.append(...Object.entries(ORDERS).map(([order, label]) => new Option(label, order)));
  select.addEventListener('change', () => {
    setOrder(instance, select.value);
    instance.triggerSearch(instance.searchTerm);
  });
  label.append(select);
  return label;
}

/**
 * Puts the whole search into a container.
 * @returns the instance of the Component UI that the parts share
 */
function mount(container: HTMLElement): ComponentInstance {
  const instance = window.PagefindComponents.getInstanceManager().getInstance('default');
  const input = document.createElement('pagefind-input');
  input.setAttribute('placeholder', 'A name, a place, a word');
  const tools = make('div', 'search-tools');
  tools.append(...FACETS.map(facetControl), sortControl(instance));
  // In a box of its own, since Pagefind's styles show the element even if it is hidden.
  const summary = make('div', '');
  summary.append(document.createElement('pagefind-summary'));
  const advice = make('div', 'search-advice');
  advice.setAttribute('role', 'status');
  const results = Object.assign(document.createElement('pagefind-results'), { resultTemplate: resultItem });
  results.append(placeholder());
  instance.on('search', () => {
    summary.hidden = false;
    advice.replaceChildren();
  });
  instance.on('results', ({ results: found }) => {
    if (found.length > 0 || instance.searchTerm.trim() === '') return;
    const narrowed = Object.values(instance.searchFilters).some((values) => values.length > 0);
    advice.replaceChildren(...nothingFound(instance.searchTerm, narrowed));
  });
  const trouble = (): void => {
    summary.hidden = true;
    advice.replaceChildren(...cannotSearch());
  };
  container.append(input, tools, summary, advice, results);
  nameFacets(container);
  setEngine(instance, watchedEngine(trouble));
  // Loads the facets, as the Component UI does when it loads an engine by itself.
  instance.triggerSearch('');
  return instance;
}

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

function dialogue(): HTMLDialogElement {
  const dialog = make('dialog', 'search-dialog');
  dialog.setAttribute('aria-label', 'Search');
  const close = make('button', 'search-close', 'Close');
  close.type = 'button';
  close.addEventListener('click', () => dialog.close());
  dialog.append(close);
  dialog.addEventListener('click', (event) => {
    // A click beside the dialogue lands on the dialogue itself. A link closes it too, since a result on the page
    // that is open only scrolls to its anchor.
    if (event.target === dialog || (event.target instanceof Element && event.target.closest('a')))
      dialog.close();
  });
  document.body.append(dialog);
  return dialog;
}

async function start(): Promise<void> {
  await stylesheet();
  const page = document.querySelector<HTMLElement>('[data-search-page]');
  const dialog = page ? undefined : dialogue();
  const container = page ?? dialog;
  if (!container) return;
  const instance = mount(container);
  const open = (): void => {
    if (dialog && !dialog.open) dialog.showModal();
    container.querySelector('input')?.focus();
  };
  window.addEventListener('site-search', open);
  const term = new URLSearchParams(location.search).get('q');
  if (page && term) instance.triggerSearch(term);
  open();
}

void start();
