// Evidence marks in prose, in Pandoc's citation syntax (https://pandoc.org/MANUAL.html#citation-syntax):
// `[@polskie-radio/11]`, several as `[@polskie-radio/11; @yahoo-uk/3]`. `[@none]` marks a paragraph that states no fact
// of the war and needs no evidence.

/** A piece of a text: words, or an evidence mark. */
export type Piece =
  | { readonly type: 'words'; readonly value: string }
  | {
      readonly type: 'evidence';
      readonly value: string;
      readonly offset: number;
      readonly keys: readonly string[];
    };

export const EVIDENCE_MARK = /\[@([^\[\]]*)\]/g;

/** The key of the mark for a paragraph that states no fact. */
export const NO_FACT = 'none';

/** Splits a text at its evidence marks. `keys` are as written, without `@`, and may still be malformed. */
export function splitEvidenceMarks(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(EVIDENCE_MARK)) {
    if (match.index > end) pieces.push({ type: 'words', value: text.slice(end, match.index) });
    const keys = (match[1] as string).split(';').map((key) => key.trim().replace(/^@/, ''));
    pieces.push({ type: 'evidence', value: match[0], offset: match.index, keys });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ type: 'words', value: text.slice(end) });
  return pieces;
}

/** @returns the text without evidence marks, and the words of its links, for places that show neither, such as meta descriptions */
export function withoutMarkup(text: string): string {
  return text
    .replace(EVIDENCE_MARK, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\s+([.,;:!?])/g, '$1')
    .replace(/\s{2,}/g, ' ')
    .trim();
}
