// How wide words are, without a browser: enough to keep labels inside their frame and off one another.

// Advance widths in thousandths of an em, after Helvetica's metrics (Adobe Core 14). The site's sans is
// narrower, so labels that fit by this reckoning fit on the page.
const WIDTHS: readonly (readonly [characters: string, width: number])[] = [
  ["ijl|'‘’", 230],
  ['ftI .,;:!/()[]-“”·', 310],
  ['rJ–¶', 500],
  ['ckszvxy', 500],
  ['wCDGHNOQRU', 725],
  ['mMW—…%@→', 1000],
  ['ABEFKLPSTVXYZ', 670],
];
const WIDTH_OF = new Map(
  WIDTHS.flatMap(([characters, width]) => [...characters].map((character) => [character, width] as const)),
);
const OTHER = 560;

/** The width of one line of words, in the unit of `size`, never less than what the page shows. */
export function textWidth(words: string, size: number): number {
  return [...words].reduce((sum, character) => sum + (WIDTH_OF.get(character) ?? OTHER), 0) * (size / 1000);
}

/** The words, cut with an ellipsis where they are wider than `room`. */
export function fitted(words: string, size: number, room: number): string {
  if (textWidth(words, size) <= room) return words;
  let cut = words;
  while (cut !== '' && textWidth(`${cut}…`, size) > room) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}

/** The words broken into lines no wider than `room`; the last line is cut where `most` lines do not hold them. */
export function wrapped(words: string, size: number, room: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  // What stands in brackets stays together: half a bracket says nothing.
  const rest = words.split(/ (?![^()]*\))/);
  while (rest.length > 0) {
    const longer = line === '' ? (rest[0] as string) : `${line} ${rest[0]}`;
    if (line === '' || textWidth(longer, size) <= room) {
      line = longer;
      rest.shift();
    } else if (lines.length === most - 1) {
      line = `${line} ${rest.join(' ')}`;
      break;
    } else {
      lines.push(line);
      line = '';
    }
  }
  return [...lines, line].map((each) => fitted(each, size, room));
}
