// The elements of the search dialogue. All text is set as text, never as markup.
import type { ResultData } from 'pagefind-engine';
import { make } from '../scripts/make.ts';
import { excerpt, sections } from './excerpt.ts';
import type { Answer } from './answer.ts';
import type { Plan } from './query.ts';
import { bundleUrl } from './transport.ts';
import { counted } from '../util/counted.ts';

/** At most this many sections of a page are named in its result. */
const SECTIONS = 3;

/** @param path as the index has it: from the site's root, with a slash before it */
function link(className: string, path: string, ...content: (string | Node)[]): HTMLAnchorElement {
  return make('a', { className, href: new URL(`..${path}`, bundleUrl).href }, ...content);
}

/** Words in quotation marks; marks within become single. */
const quoted = (words: string): string =>
  `“${words
    .replace(/^“(.*)”$/, '$1')
    .replaceAll('“', '‘')
    .replaceAll('”', '’')}”`;

/** The result for a report: voice, verb and claim; evidence, which a seen source has none of; chain. */
function reportItem({ raw_url: url, meta }: ResultData): Node[] {
  const voice = make('span', { className: 'result-voice' }, `${meta['voice'] ?? ''} `);
  return [
    make('p', { className: 'result-title' }, link('result-link', url, voice, meta['says'] ?? '')),
    ...(meta['evidence'] ? [make('p', { className: 'result-excerpt' }, quoted(meta['evidence']))] : []),
    make('p', { className: 'result-chain' }, meta['chain'] ?? ''),
  ];
}

/** The result for a page: title, date, an excerpt around the words found, and the sections that contain them. */
function pageItem({ raw_url: url, meta, content, anchors }: ResultData, places: readonly number[]): Node[] {
  const words = excerpt(content, places).map(({ text, found }) => (found ? make('mark', {}, text) : text));
  const title = link('result-link', url, meta['title'] ?? url);
  const date = make('span', { className: 'result-date' }, meta['date'] ?? '');
  const within = sections(anchors, places)
    .slice(0, SECTIONS)
    .map(({ id, text }) => make('li', {}, link('', `${url}#${id}`, text)));
  return [
    make('p', { className: 'result-title' }, title, ...(meta['date'] ? [' ', date] : [])),
    make('p', { className: 'result-excerpt' }, ...words),
    ...(within.length > 0 ? [make('ul', { className: 'result-sections' }, ...within)] : []),
  ];
}

/** One result. */
export function resultItem(data: ResultData, places: readonly number[]): HTMLElement {
  const kind = make('span', { className: 'result-kind' }, data.filters['Kind']?.[0] ?? '');
  const parts = data.meta['says'] ? reportItem(data) : pageItem(data, places);
  return make('li', { className: 'result' }, kind, ...parts);
}

const list = (words: readonly string[]): string =>
  new Intl.ListFormat('en-GB').format(words.map((word) => `“${word}”`));

/** @returns sentences for the reader: which words were searched, which were not, and the number of results */
export function account(typed: string, plan: Plan, { hits, most, loose }: Answer): string {
  const sentences = [
    ...(plan.absent.length > 0 ? [`No text here has ${list(plan.absent)}.`] : []),
    ...plan.instead.map(
      (word) => `No text here has “${word.typed}”: searched for ${list(word.used)} instead.`,
    ),
    ...(hits.length > 0 && most ? ['No page has all of the words: these have most of them.'] : []),
    ...(hits.length > 0 && loose ? ['No text has these words in this order: these have them all.'] : []),
  ];
  const left = plan.terms.map((term) => term.typed).join(' ');
  const term = plan.absent.length > 0 ? left : typed.trim();
  // The sentences before name the words that are searched in the place of others.
  const words = term && plan.instead.length === 0 ? ` for “${term}”` : '';
  if (hits.length > 0) sentences.push(`${counted(hits.length, 'result')}${words}`);
  else if (plan.absent.length === 0) sentences.push(`Nothing found for “${term}”.`);
  return sentences.join(' ');
}

const INDEXES = {
  events: 'Events',
  questions: 'Questions',
  people: 'People',
  places: 'Places',
  terms: 'Glossary',
};

/** Links to indexes, with commas between them. */
const indexLinks = (): (string | Node)[] =>
  Object.entries(INDEXES)
    .flatMap(([folder, name]) => [', ', link('', `/${folder}/index.html`, name)])
    .slice(1);

/**
 * What to try when nothing was found.
 * @param narrowed true if the reader has chosen a value of a facet
 */
export function advice(narrowed: boolean): Node {
  return make(
    'ul',
    { className: 'search-advice' },
    ...(narrowed ? [make('li', {}, 'Take away a filter.')] : []),
    make('li', {}, 'Try one word instead of several, or the beginning of a word.'),
    make('li', {}, 'Try another spelling: names reached these texts in several forms.'),
    make('li', {}, 'Look through an index: ', ...indexLinks()),
  );
}

/** What to do if files of the search cannot be loaded. */
export function cannotSearch(): (string | Node)[] {
  // The address has the words.
  const onclick = (): void => location.reload();
  const anew = { type: 'button', className: 'search-clear search-anew', onclick } as const;
  return [
    'Search could not load its files: the site has changed since this page was loaded, this browser bars them from here, or the connection failed. ',
    make('button', anew, 'Load the page anew'),
    ' Everything can be found through the indexes too: ',
    ...indexLinks(),
    '.',
  ];
}
