// Cuts an excerpt out of the text of a record, around the words found.
import type { ResultData } from 'pagefind-engine';
import type { Plan } from './query.ts';
import { fold, tokens } from './words.ts';

/** The number of words in an excerpt. */
const LENGTH = 30;

export interface Part {
  readonly text: string;
  /** True for a word that was searched for. */
  readonly found: boolean;
}

/** The words of a text, as Pagefind counts them: white space parts words. */
const split = (content: string): string[] => content.split(/[^\S\uFEFF]+/);

/**
 * The places at which the words asked for stand: of those found, the ones that are no other word. Pagefind finds one place
 * of several in a record; where that is another word, the words asked for are looked up in the text.
 */
export function placesAsked(
  content: string,
  places: readonly number[],
  { unlike, terms }: Pick<Plan, 'unlike' | 'terms'>,
): readonly number[] {
  if (unlike.size === 0) return places;
  const words = split(content).map((word) => tokens(fold(word)));
  const found = places.filter((place) => !words[place]?.some((word) => unlike.has(word)));
  const asked = new Set(terms.flatMap((term) => term.words.map(fold)));
  return found.length > 0
    ? found
    : words.flatMap((parts, place) => (parts.some((word) => asked.has(word)) ? [place] : []));
}

/**
 * The stretch of a text with most of the words found, the first of several. Neighbours of one kind are one part.
 * @param places the words found, counted from the start
 */
export function excerpt(content: string, places: readonly number[]): Part[] {
  const words = split(content);
  const found = new Set(places);
  const hits = (start: number): number =>
    [...found].filter((place) => place >= start && place < start + LENGTH).length;
  const starts = [...found].map((place) => Math.max(0, Math.min(place - 4, words.length - LENGTH)));
  const [start = 0] = starts.sort((a, b) => hits(b) - hits(a) || a - b);
  const parts: Part[] = [];
  for (const [index, word] of words.slice(start, start + LENGTH).entries()) {
    const text = index > 0 ? ` ${word}` : word;
    const last = parts.at(-1);
    const marked = found.has(start + index);
    // Keep the space before a word out of the mark.
    if (!marked && last && !last.found) parts[parts.length - 1] = { text: last.text + text, found: false };
    else if (marked && index > 0) parts.push({ text: ' ', found: false }, { text: word, found: true });
    else parts.push({ text, found: marked });
  }
  return [
    ...(start > 0 ? [{ text: '… ', found: false }] : []),
    ...parts,
    ...(start + LENGTH < words.length ? [{ text: ' …', found: false }] : []),
  ];
}

/** The sections of a page in which the words were found, in order, by id. */
export function sections(
  anchors: ResultData['anchors'],
  places: readonly number[],
): { id: string; text: string }[] {
  const headings = anchors.filter(({ element, text }) => /^h[2-6]$/.test(element) && text !== '');
  return headings.filter(({ location }, index) => {
    const next = headings[index + 1]?.location ?? Number.POSITIVE_INFINITY;
    return places.some((place) => place >= location && place < next);
  });
}
