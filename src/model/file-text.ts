// Reads a content file from disk, its text from the bytes, and the front matter from the text.
import { readFileSync, statSync } from 'node:fs';
import { shown, type Place, type Wrong } from './problems.ts';

/** The longest file that content may have, in bytes. The longest ledgers are below a tenth of it. */
const LONGEST = 1_000_000;

/** What the codes of the operating system mean. */
const CODES: Readonly<Record<string, string>> = {
  EACCES: 'a file that nobody gave you permission to read',
  EPERM: 'a file that nobody gave you permission to read',
  ENOENT: 'a file that has gone meanwhile',
  EISDIR: 'a folder',
  ENOTDIR: 'a file in place of a folder',
};

/** @returns what is wrong with a file or folder that could not be read. @throws the error if it is of another kind */
export function unreadable(error: unknown): Wrong {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) throw error;
  return {
    found: CODES[code] ?? `a file that cannot be read (${code})`,
    expected: 'a file that you can open',
  };
}

/** @returns the bytes of a file, or what is wrong with it */
export function readBytes(path: string): Uint8Array | Wrong {
  try {
    const { size } = statSync(path);
    if (size <= LONGEST) return readFileSync(path);
    return { found: `a file of ${(size / 1e6).toFixed(1)} MB`, expected: 'a text of at most 1 MB' };
  } catch (error) {
    return unreadable(error);
  }
}

/** @returns true for bytes of which every second one is mostly zero, and no other, as in UTF-16 */
function isUtf16(bytes: Uint8Array): boolean {
  const zeros = [0, 1].map((odd) => bytes.filter((byte, index) => byte === 0 && index % 2 === odd).length);
  return Math.min(...zeros) === 0 && Math.max(...zeros) > bytes.length / 4;
}

/** @returns the text of UTF-8 bytes without a byte order mark, or the line of the first byte that is not UTF-8 */
export function decode(
  bytes: Uint8Array,
): { readonly text: string } | { readonly found: string; readonly line: number } {
  const bad = (text: string): { found: string; line: number } => {
    const utf16 = isUtf16(bytes) ? ': the text is in UTF-16' : '';
    return { found: `bytes that are not UTF-8${utf16}`, line: text.split('\n').length };
  };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // UTF-16 of plain Latin letters is also UTF-8, with a zero byte in each letter.
    return isUtf16(bytes) ? bad('') : { text };
  } catch {
    // Lenient decoding replaces bad bytes with U+FFFD.
    const lenient = new TextDecoder('utf-8').decode(bytes);
    return bad(lenient.slice(0, lenient.indexOf('\uFFFD')));
  }
}

export interface FrontMatter {
  readonly yaml: string;
  readonly body: string;
  /** The line on which the body begins, from 1. */
  readonly line: number;
}

const FENCE = /^---[ \t]*\r?$/;

/** A line that was probably meant to be `---`. */
const LIKE_FENCE = /^\s*[-–—−_=+~*]{2,}\s*$/;

/**
 * Divides a file into its front matter and its body.
 * @param fields the names of all fields that content has
 */
export function readFrontMatter(text: string, fields: ReadonlySet<string>): FrontMatter | (Wrong & Place) {
  const lines = text.split('\n');
  const [first = ''] = lines;
  if (!FENCE.test(first)) {
    const later = !LIKE_FENCE.test(first) && lines.slice(0, 10).some((line) => FENCE.test(line));
    const expected = later
      ? 'a line `---` as the very first line, with nothing before it'
      : 'a line `---`, the fields, and a line `---`';
    return { line: 1, column: 1, found: shown(first.replace(/\r$/, '')), expected };
  }
  const isField = (line = ''): boolean => fields.has(/^([\w-]+):(?:\s|$)/.exec(line)?.[1] ?? '');
  const end = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (end < 0) {
    const like = lines.findIndex((line, index) => index > 0 && LIKE_FENCE.test(line));
    const blank = lines.findIndex((line, index) => index > 0 && line.trim() === '');
    const last = like >= 0 ? like : blank >= 0 ? blank : lines.length - 1;
    const found = like >= 0 ? shown(lines[like]?.replace(/\r$/, '')) : 'front matter that is never closed';
    return { line: last + 1, column: 1, found, expected: 'a line `---` behind the last field' };
  }
  const second = lines.findIndex((line, index) => index > end && FENCE.test(line));
  const inner = lines.slice(end + 1, second).find((line) => line.trim() !== '');
  if (second > 0 && isField(inner)) {
    const expected = 'no such line before the last field';
    return { line: end + 1, column: 1, found: 'a line `---` inside the front matter', expected };
  }
  const [yaml, body] = [lines.slice(1, end), lines.slice(end + 1)];
  return { yaml: yaml.map((line) => `${line}\n`).join(''), body: body.join('\n'), line: end + 2 };
}

/** The longest line, and the longest row of one sign, that a text may have. Parsers take minutes for longer ones. */
const LONGEST_LINE = 10_000;
const LONGEST_ROW = 100;
const ROW = new RegExp(`([^\\s\\w=-])\\1{${LONGEST_ROW}}`);

/** Ten signs of quotations and list items, or sixty blanks, at the start of a line. */
const NESTED = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){10}|^[ \t]{60}/;

/** @returns what no text has that somebody wrote, and that parsers cannot read in a reasonable time */
export function shapeMistake(text: string): (Wrong & { readonly line: number }) | undefined {
  for (const [index, line] of text.split('\n').entries()) {
    const wrong = (found: string, expected: string) => ({ line: index + 1, found, expected });
    if (/^(?:<{7}|>{7})(?: |$)/.test(line))
      return wrong('a mark of a merge: the file has two versions', 'one version, without the lines of marks');
    if (line.length > LONGEST_LINE)
      return wrong(`a line of more than ${LONGEST_LINE} characters`, 'shorter lines');
    const [, sign] = ROW.exec(line) ?? [];
    if (sign) return wrong(`more than ${LONGEST_ROW} ${sign} in a row`, 'text');
    // A line of hyphens is a break.
    if (NESTED.test(line) && !/^[-\s]*$/.test(line))
      return wrong('a line that is nested ten levels deep', 'fewer levels');
  }
  return undefined;
}
