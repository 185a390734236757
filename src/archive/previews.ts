// The preview of an entry, which a link in prose shows on hover and focus.
import { withoutMarkup } from '../model/evidence-marks.ts';
import { parseRef } from '../model/references.ts';
import { SIDE_WORDS } from '../model/sides.ts';
import type { Archive } from './archive.ts';
import { entryName } from './names.ts';

const SENTENCES = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/** Normalises a name for comparison: lower case, without article and quotation marks. */
const bare = (name: string): string => name.toLowerCase().replace(/^the |[“”]/g, '');

/** @returns the first sentence of a summary, without links and evidence marks */
export function firstSentence(summary: string): string {
  const [first] = SENTENCES.segment(withoutMarkup(summary));
  return first?.segment.trim() ?? '';
}

/**
 * The preview of an entry: the first sentence of its summary, up to a semicolon, after the name of the entry and its side.
 * Leaves the name out if the link has it or the title is no name.
 * @param key such as `people/gladkov`
 * @param words the words of the link
 * @returns "Name · Side · Sentence.", or `undefined` for a page of prose
 */
export function preview(archive: Archive, key: string, words: string): string | undefined {
  const ref = parseRef(key);
  if (!ref) return undefined;
  const { collection, data } = archive.entry(ref);
  const named =
    collection === 'events' ||
    collection === 'questions' ||
    bare(words).includes(bare(entryName(archive, ref)));
  return [
    named ? undefined : entryName(archive, ref),
    'side' in data ? SIDE_WORDS[data.side].word : undefined,
    collection === 'sources' && data.capture === 'seen' ? 'Not saved' : undefined,
    firstSentence(data.summary).replace(/;.*/, '.'),
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}
