// The committed fonts are those that `npm run fonts` describes, and fonts.css names their ranges.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { create, type Font } from 'fontkitten';
import { describe, expect, test } from 'vitest';
import { codePoints, FACES, FOLDER, RANGES } from '../../scripts/subset-fonts.ts';
import { PROJECT } from '../support/project.ts';

const require = createRequire(import.meta.url);
const CSS = readFileSync(join(PROJECT, 'src/styles/fonts.css'), 'utf8').replace(/\s+/g, ' ');

/** The characters of a font file. U+FFFF ends the table they are read from. */
const characters = (file: string): number[] =>
  (create(readFileSync(file)) as Font).characterSet.filter((code) => code !== 0xffff);
const FILES = Object.entries(FACES).flatMap(([face, { file }]) =>
  Object.entries(RANGES).map(([set, range]) => ({ name: `${face}-${set}.woff2`, source: file, range })),
);

test('a range becomes code points', () =>
  expect(codePoints('U+20, U+a0-a2')).toEqual([0x20, 0xa0, 0xa1, 0xa2]));

test.each(FILES)('$name has the characters of its range', ({ name, source, range }) => {
  const whole = new Set(characters(require.resolve(source)));
  const wanted = codePoints(range).filter((code) => whole.has(code));
  expect(characters(join(FOLDER, name)).toSorted((a, b) => a - b)).toEqual(wanted.toSorted((a, b) => a - b));
});

describe('the unicode-range of the extra files in fonts.css', () => {
  const ranges = [...CSS.matchAll(/-extra\.woff2'\);[^}]*unicode-range: ([^;]+);/g)].map(
    ([, range]) => range ?? '',
  );
  const range = new Set(codePoints(ranges[0] ?? ''));

  test('is the same for all faces', () => {
    expect(ranges).toHaveLength(Object.keys(FACES).length);
    expect(new Set(ranges).size).toBe(1);
  });

  test('has all their characters, and none that every page has', () => {
    expect(codePoints(RANGES.extra).filter((code) => !range.has(code))).toEqual([]);
    expect(codePoints(RANGES.latin).filter((code) => range.has(code))).toEqual([]);
  });
});

test.each(FILES)('$name has not the name that the licence reserves, and keeps the notice', ({ name }) => {
  const font = create(readFileSync(join(FOLDER, name))) as Font;
  expect([font.familyName, font.fullName, font.postscriptName].join()).not.toContain('Source');
  expect(font.copyright).toContain('Reserved Font Name ‘Source’');
});

test.each(Object.keys(FACES))('%s has every letter of Russian, Ukrainian, Belarusian and Polish', (face) => {
  const all = new Set(Object.keys(RANGES).flatMap((set) => characters(join(FOLDER, `${face}-${set}.woff2`))));
  const letters = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяґєіїў' + 'aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż';
  const missing = [...letters, ...letters.toUpperCase()].filter(
    (letter) => !all.has(letter.codePointAt(0) ?? 0),
  );
  expect(missing).toEqual([]);
});
