// The short preview of an entry: enough to know who or what it is without leaving the sentence.
import { withoutCitations } from '../model/citations.ts';
import { dateWords } from '../model/dates.ts';
import { parseRef } from '../model/references.ts';
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
 * The preview of an entry.
 * @param key such as `people/gladkov`
 * @param words those of the link: the preview does not repeat a name that stands there already
 * @returns "Name · Side · sentence", or `undefined` for a page of prose
 */
export function preview(archive: Archive, key: string, words: string): string | undefined {
  const ref = parseRef(key);
  if (!ref) return undefined;
  const { data } = archive.entry(ref);
  const when = 'date' in data && Array.isArray(data.date) ? data.date[0]?.value : undefined;
  const extra = 'side' in data ? SIDE_WORDS[data.side].word : when && dateWords(when);
  const name = bare(words) === bare(data.title) ? undefined : data.title;
  return cut([name, extra, withoutCitations(data.summary)].filter((part) => part !== undefined).join(' · '));
}
