// The preview of an entry, which a link in prose shows on hover and focus.
import { withoutCitations } from '../model/citations.ts';
import { dateWords } from '../model/dates.ts';
import { parseRef } from '../model/references.ts';
import { SIDE_WORDS } from '../model/sides.ts';
import type { Archive } from './archive.ts';

/** A name in the form in which names are compared: in lower case, without article and quotation marks. */
const bare = (name: string): string => name.toLowerCase().replace(/^the |[“”]/g, '');

/**
 * The preview of an entry.
 * @param key such as `people/gladkov`
 * @param words the words of the link. The preview leaves the name out if the words are the name.
 * @returns "Name · Side · Summary.", or `undefined` for a page of prose
 */
export function preview(archive: Archive, key: string, words: string): string | undefined {
  const ref = parseRef(key);
  if (!ref) return undefined;
  const { data } = archive.entry(ref);
  const when = 'date' in data && Array.isArray(data.date) ? data.date[0]?.value : undefined;
  const extra = 'side' in data ? SIDE_WORDS[data.side].word : when && dateWords(when);
  const name = bare(words) === bare(data.title) ? undefined : data.title;
  return [name, extra, withoutCitations(data.summary)].filter((part) => part !== undefined).join(' · ');
}
