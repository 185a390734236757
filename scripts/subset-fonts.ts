// `npm run fonts`: cuts the site's web fonts out of Source Serif and Source Sans and writes them to
// src/assets/fonts/. Run it after changing a range, a feature or the version of a font, and commit the result.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
/** Where the fonts are kept. */
export const FOLDER = fileURLToPath(new URL('../src/assets/fonts/', import.meta.url));

/**
 * The characters of each file, written as in CSS. Every page loads the `latin` files; a browser loads the `extra`
 * files for a page that shows a letter of their blocks (`unicode-range` in src/styles/fonts.css).
 */
export const RANGES = {
  /** English, with the punctuation of quotations, and the symbols of notes and charts. */
  latin: 'U+20-7E, U+A0, U+B0, U+B6-B7, U+2013-2014, U+2018-2019, U+201C-201D, U+2026, U+2192, U+2260',
  /**
   * Letters with accents of the European languages; the letters of Russian, Ukrainian and Belarusian, with the accent
   * that marks stress; quotation marks of other languages; § and €.
   */
  extra:
    'U+A7, U+AB, U+BB, U+C0-17F, U+218-21B, U+301, U+401, U+404, U+406-407, U+40E, U+410-44F, U+451, U+454, U+456-457, U+45E, U+490-491, U+201A, U+201E, U+20AC',
} as const;

/** OpenType features of every face: ligatures, mark positions, lining and tabular figures. */
const FEATURES = ['liga', 'mark', 'lnum', 'tnum'];

/** Running text has old-style figures. Kerning is a quarter of a face: only that of the text and of large headings has it. */
export const FACES = {
  serif: {
    file: 'source-serif/TTF/SourceSerif4-Regular.ttf',
    features: [...FEATURES, 'kern', 'onum'],
  },
  'serif-italic': { file: 'source-serif/TTF/SourceSerif4-It.ttf', features: [...FEATURES, 'onum'] },
  sans: { file: 'source-sans/TTF/SourceSans3-Regular.ttf', features: FEATURES },
  'sans-semibold': { file: 'source-sans/TTF/SourceSans3-Semibold.ttf', features: FEATURES },
} as const;

/** The code points of a `unicode-range` value. */
export function codePoints(range: string): number[] {
  return range.split(', ').flatMap((part) => {
    const [from = NaN, to = from] = part
      .slice('U+'.length)
      .split('-')
      .map((hex) => Number.parseInt(hex, 16));
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

/** The name records that programs show as the name of a font: family, full and PostScript name, also typographic ones. */
const SHOWN_NAMES = [1, 3, 4, 6, 16, 18, 21];

/**
 * Renames a font in place. The licence reserves the name "Source" for the whole fonts: a cut font must have another.
 * The new name has as many letters, so that no offset changes. Layout: https://learn.microsoft.com/typography/opentype/spec/name
 */
function rename(font: Buffer): void {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'name');
  if (entry === undefined) throw new Error('The font has no name table.');
  const table = font.readUInt32BE(entry + 8);
  const strings = table + font.readUInt16BE(table + 4);
  for (let record = table + 6; record < table + 6 + 12 * font.readUInt16BE(table + 2); record += 12) {
    if (!SHOWN_NAMES.includes(font.readUInt16BE(record + 6))) continue;
    const start = strings + font.readUInt16BE(record + 10);
    const value = font.subarray(start, start + font.readUInt16BE(record + 8));
    // Records of the Macintosh platform have one byte a letter, all others two.
    const [from, to] = ['Source', 'Claims'].map((name) =>
      font.readUInt16BE(record) === 1 ? Buffer.from(name) : Buffer.from(name, 'utf16le').swap16(),
    ) as [Buffer, Buffer];
    const at = value.indexOf(from);
    if (at >= 0) to.copy(value, at);
  }
}

async function writeFonts(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  // Both families have the same licence text below copyright lines of their own.
  const [serif, sans] = ['source-serif', 'source-sans'].map((name) =>
    readFileSync(require.resolve(`${name}/LICENSE.md`), 'utf8'),
  ) as [string, string];
  writeFileSync(join(FOLDER, 'OFL.txt'), `${sans.split('\n', 1)[0]}\n${serif}`);
  for (const [name, { file, features }] of Object.entries(FACES)) {
    const source = readFileSync(require.resolve(file));
    rename(source);
    for (const [set, range] of Object.entries(RANGES)) {
      const font = await subsetFont(source, String.fromCodePoint(...codePoints(range)), {
        targetFormat: 'woff2',
        keepFeatures: features,
        // Hints for low-resolution screens are a third of the sans; the serif has none.
        noHinting: true,
      });
      writeFileSync(join(FOLDER, `${name}-${set}.woff2`), font);
      console.log(`${name}-${set}.woff2: ${font.byteLength} bytes`);
    }
  }
}

if (import.meta.main) await writeFonts();
