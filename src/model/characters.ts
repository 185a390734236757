// Characters that a text may not have: control characters, invisible ones, letters of another script that look like
// Latin ones, and letters that Unicode writes in another way too. Readers cannot see the difference, and search and
// references do not find the words that have them.
import type { Place, Wrong } from './problems.ts';

/** Letters that look like Latin ones, and the Latin letter for each. */
const ALIKE = new Map(
  [...'аеорсхуіјѕһԁѵАВЕКМНОРСТХІЈЅονΑΒΕΖΗΙΚΜΝΟΡΤΥΧ'].map((letter, index) => [
    letter,
    'aeopcxyijshdvABEKMHOPCTXIJSovABEZHIKMNOPTYX'.charAt(index),
  ]),
);
const LETTER = `[${[...ALIKE.keys()].join('')}]`;

/** Invisible characters. A joiner is part of an emoji or of an Arabic word. Line ends and tabs are not among them. */
const INVISIBLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFD\uFFFE\uFFFF\u{E0000}-\u{E007F}]|\r(?!\n)|(?<![\p{Script=Arabic}\p{Extended_Pictographic}\uFE0F])[\u200C\u200D]/gu;

/** A look-alike beside a Latin letter. */
const MIXED = new RegExp(String.raw`(?<=\p{Script=Latin})${LETTER}|${LETTER}(?=\p{Script=Latin})`, 'gu');

/**
 * A letter with its accent as a character of its own, where Unicode has both in one; a ligature; a character that only
 * one font has; a quotation mark or a dash of UTF-8 that was read as Windows-1252.
 */
const OTHERWISE = /\p{L}\p{M}+|[\uFB00-\uFB06]|\p{Co}|â€[™œ˜”“]|â€\u009D/gu;

const NAMES: Readonly<Record<string, string>> = {
  '\r': 'a carriage return alone, which old programs end lines with',
  '\u00AD': 'a soft hyphen',
  '\u200B': 'an invisible space',
  '\u200C': 'an invisible non-joiner',
  '\u200D': 'an invisible joiner',
  '\u2028': 'a line separator',
  '\u2029': 'a paragraph separator',
  '\u2060': 'an invisible word joiner',
  '\uFEFF': 'a byte order mark',
  '\uFFFD': 'the sign for a character that was lost',
};

const MEANT = 'the character that was meant';
const INSTEAD: Readonly<Record<string, string>> = {
  '\r': 'a file saved with line ends LF or CR LF',
  '\uFFFD': MEANT,
};

/** @returns the code of a character: `U+200B` */
export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** @returns a text with Latin letters for look-alikes, and without invisible characters */
export function plain(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(new RegExp(LETTER, 'gu'), (letter) => ALIKE.get(letter) ?? letter);
}

/** @returns a text without invisible characters, each lone carriage return as a line end */
export function visible(text: string): string {
  return text.replace(/\r(?!\n)/g, '\n').replace(INVISIBLE, '');
}

function invisible(character: string): Wrong {
  const direction = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/.test(character);
  const name = NAMES[character] ?? (direction ? 'a direction mark' : 'a control character');
  const expected = INSTEAD[character] ?? 'no such character: delete it';
  return { found: `${codeOf(character)}, ${name}`, expected };
}

function lookAlike(letter: string): Wrong {
  const script = /\p{Script=Greek}/u.test(letter) ? 'Greek' : 'Cyrillic';
  const found = `${codeOf(letter)}, the ${script} letter ${letter} in a Latin word`;
  return { found, expected: `the Latin letter ${ALIKE.get(letter)}` };
}

/** @returns `undefined` if Unicode has no other way to write it */
function writtenOtherwise(written: string): Wrong | undefined {
  if (/^\p{Co}/u.test(written))
    return { found: `${codeOf(written)}, a character of one font alone`, expected: MEANT };
  if (written.startsWith('â'))
    return { found: `${written}, a character that was read in another encoding`, expected: MEANT };
  const right = written.normalize('NFKC');
  if (right === written) return undefined;
  const found = /\p{M}/u.test(written)
    ? `${written}, whose accent ${codeOf(written.slice(1))} is a character of its own`
    : `${codeOf(written)}, the ligature ${written}`;
  return { found, expected: right };
}

/** What is wrong with the characters that a pattern finds. */
const WRONG = [
  [INVISIBLE, invisible],
  [MIXED, lookAlike],
  [OTHERWISE, writtenOtherwise],
] as const;

/** Finds the characters that a text may not have. @returns the first of each, with how often it is there */
export function badCharacters(text: string): (Place & Wrong)[] {
  return WRONG.flatMap(([pattern, wrongWith]) => {
    const places = Map.groupBy(text.matchAll(pattern), ([written]) => written);
    return [...places].flatMap(([written, [first, ...others]]) => {
      const wrong = wrongWith(written);
      if (!wrong) return [];
      const before = text.slice(0, first?.index).split('\n');
      const times = others.length > 0 ? `, ${others.length + 1} times` : '';
      const column = (before.at(-1) ?? '').length + 1;
      return [{ line: before.length, column, found: `${wrong.found}${times}`, expected: wrong.expected }];
    });
  });
}
