// The search dialogue and the search page: Pagefind's engine and Component UI in one classic script,
// so that it runs the same from a server and from disk. Built by src/integrations/search-index.ts.
import 'pagefind-component-ui';
import { createInstance } from 'pagefind-engine';
import type { ComponentInstance, Engine, ResultData, SearchResults } from './pagefind.d.ts';
import { fragmentNodes } from './excerpt.ts';
import { bundleUrl } from './transport.ts';

/** The site's root, as seen from this page. */
const siteRoot = new URL('../', bundleUrl);

/** How results are ordered; relevance is the engine's own order. */
const ORDERS = [
  { value: '', label: 'Relevance' },
  { value: 'asc', label: 'Oldest first' },
  { value: 'desc', label: 'Newest first' },
] as const;

const FACETS = ['Kind', 'Side', 'Source', 'Standing'] as const;

let order = '';

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text?: string,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

/** The address of a result, relative to wherever the site stands. */
function resultHref(url: string): string {
  return new URL(url.replace(/^\//, ''), siteRoot).href;
}

/** One result. Everything is set as text: what a record holds is data, never markup. */
function resultItem(result: ResultData): HTMLElement {
  const item = make('li', 'result');
  const title = make('p', 'result-title');
  const link = make('a', 'result-link', result.meta.title ?? result.raw_url);
  link.href = resultHref(result.raw_url);
  title.append(make('span', 'result-kind', result.filters['Kind']?.[0] ?? ''), link);
  item.append(title);
  if (result.meta.chain) item.append(make('p', 'result-chain', result.meta.chain));
  const excerpt = make('p', 'result-excerpt');
  excerpt.append(...fragmentNodes(result.excerpt));
  item.append(excerpt);
  // A report is one place, and needs no list of the places in it.
  const sections = (result.sub_results ?? [])
    .filter(({ url, title }) => url.includes('#') && title !== result.meta.title)
    .slice(0, 3);
  if (sections.length > 0) {
    const list = make('ul', 'result-sections');
    for (const section of sections) {
      const entry = make('li', '');
      const anchor = make('a', '', section.title);
      const hash = section.url.slice(section.url.indexOf('#'));
      anchor.href = resultHref(result.raw_url) + hash;
      entry.append(anchor);
      list.append(entry);
    }
    item.append(list);
  }
  return item;
}

/** Gives the Component UI our engine: it would import one by itself, which a page from disk may not. */
async function connect(instance: ComponentInstance): Promise<void> {
  const engine: Engine = createInstance({
    basePath: bundleUrl.href,
    baseUrl: '/',
    noWorker: true,
    // Another spelling of a name leads to its page as surely as the title does.
    ranking: { metaWeights: { title: 5, aliases: 5 } },
  });
  instance.__pagefind__ = {
    ...engine,
    search: (term, options) =>
      engine.search(term, order === '' ? options : { ...options, sort: { date: order } }),
  };
  const filters = await engine.filters();
  instance.availableFilters = filters;
  instance.totalFilters = filters;
  instance.__dispatch__('filters', { available: filters, total: filters });
  // Each facet opens from a combobox, which takes no name from its own words.
  for (const facet of document.querySelectorAll('pagefind-filter-dropdown')) {
    facet.querySelector('[role="combobox"]')?.setAttribute('aria-label', facet.getAttribute('label') ?? '');
  }
}

/** What to try when nothing was found. */
function nothingFound(instance: ComponentInstance): HTMLElement {
  const box = make('div', 'nothing-found');
  box.setAttribute('role', 'status');
  instance.on('results', (found: SearchResults) => {
    box.replaceChildren();
    const empty = found.results.length === 0 && instance.searchTerm.trim() !== '';
    if (!empty) return;
    const narrowed = Object.values(instance.searchFilters).some((values) => values.length > 0);
    const list = make('ul', '');
    list.append(
      ...(narrowed ? [make('li', '', 'Take away a filter.')] : []),
      make('li', '', 'Try one word instead of several, or the beginning of a word.'),
      make('li', '', 'Try another spelling: names reached these texts in several forms.'),
    );
    const indexes = make('li', '', 'Look through an index: ');
    for (const [index, [name, folder]] of Object.entries({
      events: 'Events',
      questions: 'Questions',
      people: 'People',
      places: 'Places',
      terms: 'Glossary',
    }).entries()) {
      const link = make('a', '', folder);
      link.href = resultHref(`/${name}/index.html`);
      indexes.append(...(index > 0 ? [', '] : []), link);
    }
    list.append(indexes);
    box.append(make('p', '', `Nothing found for “${instance.searchTerm}”.`), list);
  });
  return box;
}

function sortControl(instance: ComponentInstance): HTMLElement {
  const label = make('label', 'sort', 'Sort ');
  const select = make('select', '');
  for (const { value, label: name } of ORDERS) select.append(new Option(name, value));
  select.addEventListener('change', () => {
    order = select.value;
    instance.triggerSearch(instance.searchTerm);
  });
  label.append(select);
  return label;
}

/** Puts the whole search into a container. */
function mount(container: HTMLElement): void {
  const { configureInstance, getInstanceManager } = window.PagefindComponents;
  configureInstance('default', { bundlePath: bundleUrl.href });
  const instance = getInstanceManager().getInstance('default');
  void connect(instance);
  const input = document.createElement('pagefind-input');
  input.setAttribute('placeholder', 'A name, a place, a word');
  const tools = make('div', 'search-tools');
  for (const facet of FACETS) {
    const dropdown = document.createElement('pagefind-filter-dropdown');
    dropdown.setAttribute('filter', facet);
    dropdown.setAttribute('label', facet);
    tools.append(dropdown);
  }
  tools.append(sortControl(instance));
  const results = Object.assign(document.createElement('pagefind-results'), { resultTemplate: resultItem });
  container.append(input, tools, document.createElement('pagefind-summary'), nothingFound(instance), results);
}

function stylesheet(): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL('pagefind-component-ui.css', bundleUrl).href;
  return new Promise((resolve) => {
    link.onload = () => resolve();
    // Unstyled search is still search.
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
    if (event.target === dialog) dialog.close();
  });
  // A result on the page that is already open only moves to its anchor: get out of the way.
  dialog.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) dialog.close();
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
  mount(container);
  const focus = (): void => container.querySelector('input')?.focus();
  const open = (): void => {
    if (dialog && !dialog.open) dialog.showModal();
    focus();
  };
  window.addEventListener('site-search', open);
  const term = new URLSearchParams(location.search).get('q');
  if (page && term) window.PagefindComponents.getInstanceManager().getInstance('default').triggerSearch(term);
  if (dialog) open();
  else focus();
}

void start();
