// Cuts an excerpt out of the text of a record, around the words found.

/** The number of words in an excerpt. */
const LENGTH = 30;

export interface Part {
  readonly text: string;
  /** True for a word that was searched for. */
  readonly found: boolean;
}

/**
 * The stretch of a text with most of the words found, the first of several. Neighbours of one kind are one part.
 * @param places the words found, counted from the start as Pagefind counts: white space parts words
 */
export function excerpt(content: string, places: readonly number[]): Part[] {
  const words = content.split(/[^\S\uFEFF]+/);
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
  anchors: readonly {
    readonly element: string;
    readonly id: string;
    readonly text: string;
    readonly location: number;
  }[],
  places: readonly number[],
): { id: string; text: string }[] {
  const headings = anchors.filter(({ element, text }) => /^h[2-6]$/.test(element) && text !== '');
  return headings.filter(({ location }, index) => {
    const next = headings[index + 1]?.location ?? Number.POSITIVE_INFINITY;
    return places.some((place) => place >= location && place < next);
  });
}
