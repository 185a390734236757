// Estimates text widths at build time, where no browser measures them, so that labels fit their frame and do not touch.

/** Advance widths in thousandths of an em, after Helvetica (Adobe Core 14). The site's sans is narrower, so labels fit. */
const WIDTHS: readonly (readonly [characters: string, width: number])[] = [
  ["ijl|'‘’", 230],
  ['ftI .,;:!/()[]-“”·', 310],
  ['rJ–¶ckszvxy', 500],
  ['wCDGHNOQRU', 725],
  ['mMW—…%@→', 1000],
  ['ABEFKLPSTVXYZ', 670],
];
const OTHER_WIDTH = 560;

/** @returns the width of one line of text in the unit of `size`, at least as wide as the browser draws it */
export function textWidth(text: string, size: number): number {
  const widthOf = (character: string): number =>
    WIDTHS.find(([characters]) => characters.includes(character))?.[1] ?? OTHER_WIDTH;
  return [...text].reduce((sum, character) => sum + widthOf(character), 0) * (size / 1000);
}

/** @returns the text, cut and closed with an ellipsis if it is wider than `room` */
export function fitted(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text;
  let cut = text;
  while (cut !== '' && textWidth(`${cut}…`, size) > room) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}

/**
 * Breaks a text into lines no wider than `room`.
 * @param limit the number of lines; the last one is cut if the text is longer
 */
export function wrapped(text: string, size: number, room: number, limit: number): string[] {
  const lines: string[] = [];
  // Keep a bracketed phrase together: half of it is not understood.
  for (const word of text.split(/ (?![^()]*\))/)) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last === undefined || (lines.length < limit && textWidth(longer, size) > room)) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => fitted(line, size, room));
}
