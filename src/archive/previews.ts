// The short preview of an entry: enough to know who or what it is without leaving the sentence.
import { withoutCitations } from '../model/citations.ts';
import { dateWords } from '../model/dates.ts';
import { isPageCollection } from '../model/references.ts';
import { SIDE_WORDS } from '../model/sides.ts';
import type { Archive } from './archive.ts';

/** The most characters of a preview: two or three lines on a phone. */
const MOST = 57;

function cut(text: string): string {
  return text.length <= MOST ? text : `${text.slice(0, text.lastIndexOf(' ', MOST))} …`;
}

/** A name as it is compared: without an article, case or quotation marks. */
const bare = (name: string): string => name.toLowerCase().replace(/^the |[“”]/g, '');

/**
 * The preview of what an address leads to.
 * @param address from the site's root: `/people/gladkov.html`
 * @param words those of the link: a name that stands there already is not said again
 * @returns "Name · Side · sentence", or `undefined` where the address is no entry's
 */
export function preview(archive: Archive, address: string, words: string): string | undefined {
  const match = /^\/([a-z]+)\/([a-z0-9-]+)\.html/.exec(address);
  const [, collection = '', id = ''] = match ?? [];
  if (!isPageCollection(collection) || id === 'index') return undefined;
  const { data } = archive.entry({ collection, id });
  const when = 'date' in data && Array.isArray(data.date) ? data.date[0]?.value : undefined;
  const extra = 'side' in data ? SIDE_WORDS[data.side].word : when && dateWords(when);
  const name = bare(words) === bare(data.title) ? undefined : data.title;
  return cut([name, extra, withoutCitations(data.summary)].filter((part) => part !== undefined).join(' · '));
}
