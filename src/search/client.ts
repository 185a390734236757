// The search dialogue and the search page: Pagefind's engine and Component UI in one classic script,
// so that it runs the same from a server and from disk. Built by src/integrations/search-script.ts.
import 'pagefind-component-ui';
import { createInstance } from 'pagefind-engine';
import type { ComponentInstance, Engine, ResultData } from './pagefind.d.ts';
import { fragmentNodes } from './excerpt.ts';
import { FACETS, facetsOf, type Facets } from './facets.ts';
import { bundleUrl, files, fileUrl } from './transport.ts';

/** The site's root, as seen from this page. */
const siteRoot = new URL('../', bundleUrl);

/** How results are ordered; relevance is the engine's own order. */
const ORDERS = [
  { value: '', label: 'Relevance' },
  { value: 'asc', label: 'Oldest first' },
  { value: 'desc', label: 'Newest first' },
] as const;

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
  const link = make('a', 'result-link', result.meta.title ?? result.meta.says ?? result.raw_url);
  link.href = resultHref(result.raw_url);
  title.append(make('span', 'result-kind', result.filters['Kind']?.[0] ?? ''), link);
  item.append(title);
  if (result.meta.chain) item.append(make('p', 'result-chain', result.meta.chain));
  const excerpt = make('p', 'result-excerpt');
  excerpt.append(...fragmentNodes(result.excerpt));
  item.append(excerpt);
  // A report is one place, without a title, and needs no list of the places in it.
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

/**
 * What stands in the place of a result until it comes into view: one element. Pagefind's own has six, moving, and
 * thousands of them keep a browser busy for seconds.
 */
function placeholder(): HTMLElement {
  const template = document.createElement('script');
  template.type = 'text/pagefind-template';
  template.dataset['template'] = 'placeholder';
  template.text = '<li class="result-awaited"></li>';
  return template;
}

/** The engine, which starts to load its files at once. It knows their names, the transport where they are. */
const engine: Engine = createInstance({
  basePath: '/',
  baseUrl: '/',
  noWorker: true,
  // Another spelling of a name leads to its page as surely as the title does.
  ranking: { metaWeights: { title: 5, aliases: 5 } },
});

/**
 * Gives the Component UI our engine: it would import one by itself, which a page from disk may not.
 * @param trouble called when the engine cannot start or a file of the index cannot be had
 */
async function connect(instance: ComponentInstance, facets: Facets, trouble: () => void): Promise<void> {
  let lost = false;
  files.addEventListener('missing', () => {
    lost = true;
    trouble();
  });
  instance.on('search', () => (lost = false));
  instance.__pagefind__ = {
    ...engine,
    filters: () => facets.filters(),
    search: async (term, options) => {
      try {
        const found = await engine.search(
          term,
          order === '' ? options : { ...options, sort: { date: order } },
        );
        // Part of an answer could pass for all of it.
        return lost ? null : found;
      } catch {
        trouble();
        return null;
      }
    },
  };
  try {
    // Finds nothing and fetches nothing: it fails where the engine did not start.
    await engine.search('');
  } catch {
    trouble();
  }
}

/**
 * Names the facets. Each opens from a combobox, which takes no name from its own words; the component gives
 * it one while something is chosen, and the title serves else. Chromium passes over a title that only repeats
 * the words.
 */
function nameFacets(container: HTMLElement): void {
  for (const facet of container.querySelectorAll('pagefind-filter-dropdown')) {
    const label = facet.getAttribute('label') ?? '';
    facet.querySelector('[role="combobox"]')?.setAttribute('title', `Narrow by ${label}`);
  }
}

/** Links to the indexes, as the end of a sentence. */
function indexLinks(): (string | Node)[] {
  return Object.entries({
    events: 'Events',
    questions: 'Questions',
    people: 'People',
    places: 'Places',
    terms: 'Glossary',
  }).flatMap(([folder, name], index) => {
    const link = make('a', '', name);
    link.href = resultHref(`/${folder}/index.html`);
    return index > 0 ? [', ', link] : [link];
  });
}

/** What to try when nothing was found. */
function nothingFound(instance: ComponentInstance): Node[] {
  const narrowed = Object.values(instance.searchFilters).some((values) => values.length > 0);
  const list = make('ul', '');
  const indexes = make('li', '', 'Look through an index: ');
  indexes.append(...indexLinks());
  list.append(
    ...(narrowed ? [make('li', '', 'Take away a filter.')] : []),
    make('li', '', 'Try one word instead of several, or the beginning of a word.'),
    make('li', '', 'Try another spelling: names reached these texts in several forms.'),
    indexes,
  );
  return [make('p', '', `Nothing found for “${instance.searchTerm}”.`), list];
}

/** What to do where the search's files cannot be had. */
function cannotSearch(): Node[] {
  const way = make('p', '', 'Everything can be found through the indexes too: ');
  way.append(...indexLinks(), '.');
  const reason =
    'Search could not load its files: this browser bars them from here, or the connection failed.';
  return [make('p', '', reason), way];
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
  const input = document.createElement('pagefind-input');
  input.setAttribute('placeholder', 'A name, a place, a word');
  const tools = make('div', 'search-tools');
  const trouble = (): void => {
    summary.hidden = true;
    advice.replaceChildren(...cannotSearch());
  };
  const relief = (): void => {
    summary.hidden = false;
    advice.replaceChildren();
  };
  const facets = facetsOf(engine, instance, trouble, relief);
  for (const facet of FACETS) {
    const dropdown = document.createElement('pagefind-filter-dropdown');
    dropdown.setAttribute('filter', facet);
    dropdown.setAttribute('label', facet);
    facets.fetchFor(dropdown);
    tools.append(dropdown);
  }
  tools.append(sortControl(instance));
  const results = Object.assign(document.createElement('pagefind-results'), { resultTemplate: resultItem });
  results.append(placeholder());
  // In a box of its own, since Pagefind's styles show the element even where it is hidden.
  const summary = make('div', '');
  summary.append(document.createElement('pagefind-summary'));
  const advice = make('div', 'search-advice');
  advice.setAttribute('role', 'status');
  instance.on('search', relief);
  instance.on('results', ({ results: found }) => {
    if (found.length === 0 && instance.searchTerm.trim() !== '')
      advice.replaceChildren(...nothingFound(instance));
  });
  container.append(input, tools, summary, advice, results);
  nameFacets(container);
  void connect(instance, facets, trouble);
}

function stylesheet(): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = fileUrl('search.css').href;
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
