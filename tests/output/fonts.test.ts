// Every character that the pages show is in the fonts of the site.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { create, type Font } from 'fontkitten';
import { Parser } from 'htmlparser2';
import { beforeAll, expect, test } from 'vitest';
import { FACES } from '../../scripts/subset-fonts.ts';
import { files } from '../../src/output/files.ts';
import { DIST } from '../support/project.ts';
import { SITE } from '../support/site.ts';

/** The symbol that the fonts do not have, so that a reader sees it in a font of the system. */
const SYSTEM = '↩';

/** The characters of a page: its text, and its attributes, which style sheets may show. */
function charactersOf(html: string): string {
  const found: string[] = [];
  const parser = new Parser({
    ontext: (text) => found.push(text),
    onattribute: (_name, value) => found.push(value),
  });
  parser.end(html);
  return found.join('');
}

/** The characters of a style sheet, those written as escapes (`\2192`) too. */
const charactersOfCss = (css: string): string =>
  css.replace(/\\([0-9a-f]{2,6})\s?/gi, (_escape, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );

const shown = new Map<string, string>();
const built = (extension: string): string[] => files(DIST).filter((path) => path.endsWith(extension));

beforeAll(() => {
  const note = (path: string, text: string): void => {
    for (const character of new Set(text))
      // Browsers draw nothing for a character that is ignorable by default, such as a word joiner, and need no glyph.
      if (character >= ' ' && !/\p{Default_Ignorable_Code_Point}/u.test(character))
        shown.set(character, shown.get(character) ?? path);
  };
  for (const path of SITE) note(path, charactersOf(readFileSync(join(DIST, path), 'utf8')));
  for (const path of built('.css')) note(path, charactersOfCss(readFileSync(join(DIST, path), 'utf8')));
});

test.each(Object.keys(FACES))('%s has every character that a page shows', (face) => {
  const fonts = built('.woff2').filter((path) => new RegExp(`^${face}-[a-z]+\\.`).test(basename(path)));
  expect(fonts.length).toBeGreaterThan(0);
  const has = new Set(fonts.flatMap((path) => (create(readFileSync(join(DIST, path))) as Font).characterSet));
  const missing = [...shown]
    .filter(([character]) => !has.has(character.codePointAt(0) ?? 0) && character !== SYSTEM)
    .map(([character, path]) => `${character} (U+${character.codePointAt(0)?.toString(16)}) in ${path}`);
  expect(missing).toEqual([]);
});
