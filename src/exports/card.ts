// Draws the picture that a preview of a shared link shows. Letters are drawn as outlines of the site's own fonts, so
// that the picture does not depend on the fonts of the machine.
import { create, type Font } from 'fontkitten';
import sharp from 'sharp';
import sansExtra from '../assets/fonts/sans-semibold-extra.woff2?inline';
import sansLatin from '../assets/fonts/sans-semibold-latin.woff2?inline';
import serifExtra from '../assets/fonts/serif-extra.woff2?inline';
import serifLatin from '../assets/fonts/serif-latin.woff2?inline';

/** The size that Open Graph's readers show uncut, in pixels. */
const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 80;

/** The light colours of the site (src/styles/tokens.css), and the blue of its icon. */
const [PAPER, INK, QUIET, BLUE] = ['#fbfaf6', '#1c1b18', '#5b574e', '#1d3a4a'];

/** A letter: its outline in SVG, and its width, for a text of one pixel. */
interface Letter {
  readonly outline: string;
  readonly width: number;
  readonly scale: number;
}

/** @returns the letters of a text. A letter that no font has is left out. */
type Family = (text: string) => Letter[];

/** Reads a font from its data address. */
function fontOf(data: string): Font {
  const font = create(Buffer.from(data.slice(data.indexOf(',') + 1), 'base64'));
  if (font.isCollection) throw new TypeError('A file of several fonts');
  return font;
}

/** @param data the fonts of a style: the one with Latin letters, and the one with the others */
function familyOf(...data: readonly string[]): Family {
  const fonts = data.map(fontOf);
  /** Letters that were drawn before: reading an outline takes longer than placing it. */
  const drawn = new Map<string, Letter>();
  return (text) =>
    [...text].flatMap((character) => {
      const code = character.codePointAt(0) ?? 0;
      const font = fonts.find((each) => each.hasGlyphForCodePoint(code));
      const letter = drawn.get(character) ?? (font && letterOf(font, code));
      if (letter) drawn.set(character, letter);
      return letter ?? [];
    });
}

function letterOf(font: Font, code: number): Letter {
  const { path, advanceWidth } = font.glyphForCodePoint(code);
  return { outline: path.toSVG(), width: advanceWidth / font.unitsPerEm, scale: 1 / font.unitsPerEm };
}

const SERIF = familyOf(serifLatin, serifExtra);
const SANS = familyOf(sansLatin, sansExtra);

const widthOf = (text: string, family: Family): number =>
  family(text).reduce((sum, { width }) => sum + width, 0);

/** A line of text as SVG. @param y the baseline */
function line(text: string, family: Family, size: number, y: number, colour: string): string {
  let x = MARGIN;
  const outlines = family(text).map(({ outline, width, scale }) => {
    const at = `translate(${x.toFixed(1)} ${y}) scale(${size * scale} ${-size * scale})`;
    x += width * size;
    return `<path transform="${at}" d="${outline}"/>`;
  });
  return `<g fill="${colour}">${outlines.join('')}</g>`;
}

/** Breaks a text into lines of at most a width, in ems. */
function broken(text: string, family: Family, width: number): string[] {
  return text.split(' ').reduce<string[]>((lines, word) => {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    return widthOf(longer, family) <= width ? [...lines.slice(0, -1), longer] : [...lines, word];
  }, []);
}

/**
 * Draws a card.
 * @param kicker the short line above the title
 * @param foot the line at the bottom
 * @returns a PNG of 1200 × 630 pixels with few colours
 */
export async function drawCard(kicker: string, title: string, foot: string): Promise<Buffer> {
  const sizes = [84, 72, 60, 50];
  const size =
    sizes.find((each) => broken(title, SERIF, (WIDTH - 2 * MARGIN) / each).length * each <= 300) ?? 40;
  const lines = broken(title, SERIF, (WIDTH - 2 * MARGIN) / size);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">`,
    `<rect width="100%" height="100%" fill="${PAPER}"/><rect width="24" height="100%" fill="${BLUE}"/>`,
    line(kicker, SANS, 32, 112, BLUE),
    ...lines.map((words, index) => line(words, SERIF, size, 140 + size + index * size * 1.2, INK)),
    line(foot, SANS, 32, HEIGHT - 64, QUIET),
    '</svg>',
  ];
  return sharp(Buffer.from(svg.join('')))
    .png({ palette: true, colours: 16, effort: 1, dither: 0, compressionLevel: 6 })
    .toBuffer();
}
