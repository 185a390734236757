// Reads a content file from disk, its text from the bytes, and the front matter from the text.
import { readFileSync, statSync } from 'node:fs';
import { FIELDS } from './advice/schema-mistakes.ts';
import { firstForm, type Form } from './advice/text-forms.ts';
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
export function decode(bytes: Uint8Array): { readonly text: string } | (Wrong & { readonly line: number }) {
  const bad = (text: string) => {
    const utf16 = isUtf16(bytes) ? ': the text is in UTF-16' : '';
    const found = `bytes that are not UTF-8${utf16}`;
    return { found, expected: 'a file saved as UTF-8', line: text.split('\n').length };
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

/** Divides a file into its front matter and its body. */
export function readFrontMatter(text: string): FrontMatter | (Wrong & Place) {
  const lines = text.split('\n');
  const next = (form: RegExp, after: number): number =>
    lines.findIndex((line, index) => index > after && form.test(line));
  const wrong = (index: number, expected: string, found = shown(lines[index]?.replace(/\r$/, ''))) => {
    return { line: index + 1, column: 1, found, expected };
  };
  if (next(FENCE, -1) !== 0) {
    const later = next(LIKE_FENCE, -1) !== 0 && lines.slice(0, 10).some((line) => FENCE.test(line));
    return later
      ? wrong(0, 'a line `---` as the very first line, with nothing before it')
      : wrong(0, 'a line `---`, the fields, and a line `---`');
  }
  const end = next(FENCE, 0);
  if (end < 0) {
    const expected = 'a line `---` behind the last field';
    const like = next(LIKE_FENCE, 0);
    if (like >= 0) return wrong(like, expected);
    const blank = next(/^\s*$/, 0);
    return wrong(blank < 0 ? lines.length - 1 : blank, expected, 'front matter that is never closed');
  }
  const second = next(FENCE, end);
  const inner = lines.slice(end + 1, second).find((line) => line.trim() !== '') ?? '';
  if (second > 0 && FIELDS.has(/^([\w-]+):(?:\s|$)/.exec(inner)?.[1] ?? ''))
    return wrong(end, 'no such line before the last field', 'a line `---` inside the front matter');
  const [yaml, body] = [lines.slice(1, end), lines.slice(end + 1)];
  return { yaml: yaml.map((line) => `${line}\n`).join(''), body: body.join('\n'), line: end + 2 };
}

/** What no line has that somebody wrote. Parsers take minutes for some of it. A line of hyphens is a break. */
const LINES: readonly Form[] = [
  [
    /^(?:<{7}|>{7})(?: |$)/,
    'a mark of a merge: the file has two versions',
    'one version, without the lines of marks',
  ],
  [/^[^]{10001}/, 'a line of more than 10000 characters', 'shorter lines'],
  [/([^\s\w=-])\1{100}/, 'more than 100 $1 in a row', 'text'],
  [
    /^(?![-\s]*$)(?:[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){10}|[ \t]{60})/,
    'a line that is nested ten levels deep',
    'fewer levels',
  ],
];

/** @returns what is wrong with the first line that no text has */
export function shapeMistake(text: string): (Wrong & { readonly line: number }) | undefined {
  for (const [index, line] of text.split('\n').entries()) {
    const form = firstForm(line, LINES);
    if (form) return { line: index + 1, found: form.found, expected: form.expected };
  }
  return undefined;
}
