// The committed fonts are those that `npm run fonts` describes, and fonts.css names their ranges.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { create, type Font } from 'fontkitten';
import { expect, test } from 'vitest';
import { codePoints, FACES, FOLDER, RANGES } from '../../scripts/subset-fonts.ts';
import { PROJECT } from '../support/project.ts';

const require = createRequire(import.meta.url);
const CSS = readFileSync(join(PROJECT, 'src/styles/fonts.css'), 'utf8').replace(/\s+/g, ' ');

/** The characters of a font file. U+FFFF ends the table they are read from. */
const characters = (file: string): number[] =>
  (create(readFileSync(file)) as Font).characterSet.filter((code) => code !== 0xffff);
const FILES = Object.entries(FACES).flatMap(([face, { file }]) =>
  Object.entries(RANGES).map(([script, range]) => ({ name: `${face}-${script}.woff2`, source: file, range })),
);

test('a range becomes code points', () =>
  expect(codePoints('U+20, U+a0-a2')).toEqual([0x20, 0xa0, 0xa1, 0xa2]));

test.each(FILES)('$name has the characters of its range that the font has', ({ name, source, range }) => {
  const whole = new Set(characters(require.resolve(source)));
  const wanted = codePoints(range).filter((code) => whole.has(code));
  expect(characters(join(FOLDER, name)).toSorted((a, b) => a - b)).toEqual(wanted.toSorted((a, b) => a - b));
});

test('no character is in two files of a face, since a browser would load both', () => {
  const all = Object.values(RANGES).flatMap(codePoints);
  expect(new Set(all).size).toBe(all.length);
});

test.each(FILES.filter(({ name }) => !name.includes('latin')))(
  'fonts.css has the range of $name',
  ({ name, range }) => {
    const rules = CSS.split('@font-face').filter((rule) => rule.includes(`/${name}'`));
    expect(rules).toEqual([expect.stringContaining(`unicode-range: ${range};`)]);
  },
);

test.each(Object.keys(FACES))('%s has every letter of Russian, Ukrainian and Polish', (face) => {
  const all = new Set(
    Object.keys(RANGES).flatMap((script) => characters(join(FOLDER, `${face}-${script}.woff2`))),
  );
  const letters = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяґєії' + 'aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż';
  const missing = [...letters, ...letters.toUpperCase()].filter(
    (letter) => !all.has(letter.codePointAt(0) ?? 0),
  );
  expect(missing).toEqual([]);
});
