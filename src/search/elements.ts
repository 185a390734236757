// The elements of the search dialogue that are ours. All text is set as text, never as markup.
import type { ResultData } from './pagefind.d.ts';
import { fragmentNodes } from './excerpt.ts';
import { bundleUrl } from './transport.ts';

/** At most this many sections of a page are named in its result. */
const SECTIONS = 3;

/** Creates an element. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text?: string,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

/** @param path as the index has it: from the site's root, with a slash before it */
function link(className: string, path: string, text: string): HTMLAnchorElement {
  const anchor = make('a', className, text);
  anchor.href = new URL(`..${path}`, bundleUrl).href;
  return anchor;
}

/** One result. What a record holds is data, and is set as text. */
export function resultItem(result: ResultData): HTMLElement {
  const item = make('li', 'result');
  const title = make('p', 'result-title');
  title.append(
    make('span', 'result-kind', result.filters['Kind']?.[0] ?? ''),
    link('result-link', result.raw_url, result.meta['title'] ?? result.meta['says'] ?? result.raw_url),
  );
  item.append(title);
  if (result.meta['chain']) item.append(make('p', 'result-chain', result.meta['chain']));
  const excerpt = make('p', 'result-excerpt');
  excerpt.append(...fragmentNodes(result.excerpt));
  item.append(excerpt);
  // A report is one place without a title: it has no list of sections.
  const sections = (result.sub_results ?? [])
    .filter(({ url, title }) => url.includes('#') && title !== result.meta['title'])
    .slice(0, SECTIONS);
  if (sections.length > 0) {
    const list = make('ul', 'result-sections');
    for (const { url, title } of sections) {
      const entry = make('li', '');
      entry.append(link('', result.raw_url + url.slice(url.indexOf('#')), title));
      list.append(entry);
    }
    item.append(list);
  }
  return item;
}

/**
 * The template of a result that is out of view: one element. Pagefind's own has six with moving gradients, and
 * thousands of them keep a browser busy for seconds.
 */
export function placeholder(): HTMLElement {
  const template = document.createElement('script');
  template.type = 'text/pagefind-template';
  template.dataset['template'] = 'placeholder';
  template.text = '<li class="result-awaited"></li>';
  return template;
}

/** Links to indexes, with commas between them. */
function indexLinks(): (string | Node)[] {
  return Object.entries({
    events: 'Events',
    questions: 'Questions',
    people: 'People',
    places: 'Places',
    terms: 'Glossary',
  }).flatMap(([folder, name], index) => {
    const anchor = link('', `/${folder}/index.html`, name);
    return index > 0 ? [', ', anchor] : [anchor];
  });
}

/**
 * What to try when nothing was found.
 * @param narrowed true if the reader has chosen a value of a facet
 */
export function nothingFound(term: string, narrowed: boolean): Node[] {
  const list = make('ul', '');
  const indexes = make('li', '', 'Look through an index: ');
  indexes.append(...indexLinks());
  list.append(
    ...(narrowed ? [make('li', '', 'Take away a filter.')] : []),
    make('li', '', 'Try one word instead of several, or the beginning of a word.'),
    make('li', '', 'Try another spelling: names reached these texts in several forms.'),
    indexes,
  );
  return [make('p', '', `Nothing found for “${term}”.`), list];
}

/** What to do if files of the search cannot be loaded. */
export function cannotSearch(): Node[] {
  const way = make('p', '', 'Everything can be found through the indexes too: ');
  way.append(...indexLinks(), '.');
  const reason =
    'Search could not load its files: this browser bars them from here, or the connection failed.';
  return [make('p', '', reason), way];
}
