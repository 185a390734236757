// Cases of malformed content, each with every problem that the check reports.
import { expect, test } from 'vitest';
import { isContentError, type ContentError, type Rule } from '../../src/model/problems.ts';
import { readContent } from '../../src/model/read.ts';
import { soundEntries } from '../../src/rules/check.ts';
import { edited, inLibrary, SOUND, type Changes } from './library.ts';

// Files of the sound library, under content/.
export const ADA = 'people/ada.mdx';
export const BOATMEN = 'groups/boatmen.mdx';
export const BRIDGE = 'places/old-bridge.mdx';
export const CLOSURE = 'events/closure.mdx';
export const GAZETTE = 'sources/gazette.mdx';
export const HERALD = 'sources/herald.mdx';
export const HOME = 'pages/home.mdx';
export const LEDGER = 'reports/gazette.yaml';
export const METHOD = 'pages/method.mdx';
export const QUESTION = 'questions/was-it-unsafe.mdx';
export const SHORT_LEDGER = 'reports/herald.yaml';
export const TERM = 'terms/unsafe.mdx';
export const TOWN = 'organisations/town.mdx';

/** @returns the text of a file of the sound library */
export const sound = (path: string): string => SOUND[path] ?? expect.fail(`no ${path}`);

/** A problem: rule, file under content/, line (0: the whole file), field, pieces of found and expected, nearest. */
export type Expected = readonly [Rule, string, number, string, string, string, (string | undefined)?];

/** A library with an error in it, and every problem that the build reports. */
export type Case = readonly [files: Changes, ...problems: Expected[]];

/** One file of the sound library, edited. @param edit what to replace, and by what: `piece → replacement` */
export function change(path: string, edit: string): Record<string, string> {
  const [, piece = '', replacement = ''] = /^(.*?) → (.*)$/s.exec(edit) ?? expect.fail(`no edit: ${edit}`);
  return edited(path, piece, replacement);
}

/** @param text `line rule field: found | expected | nearest`; the last may be missing */
export function problem(path: string, text: string): Expected {
  const match = /^(\d+) (\w+) (.*?): (.*)$/s.exec(text) ?? expect.fail(`no problem: ${text}`);
  const [, line, rule, field = '', pieces = ''] = match;
  const [found = '', right = '', nearest] = pieces.split(' | ');
  return [rule as Rule, path, Number(line), field, found, right, nearest];
}

/**
 * Cases that edit one file at one place.
 * @param cases the problem (see `problem`) by the edit (see `change`)
 */
export const edits = (path: string, cases: Readonly<Record<string, string>>): Record<string, Case> =>
  Object.fromEntries(
    Object.entries(cases).map(([edit, text]) => [
      `${path}: ${JSON.stringify(edit)}`,
      [change(path, edit), problem(path, text)],
    ]),
  );

/** Cases that add a file, or give a file another text or (where it is `undefined`) leave it out; each with the problem. */
export const files = (
  ...cases: readonly (readonly [path: string, text: Changes[string], problem: string])[]
): Record<string, Case> =>
  Object.fromEntries(
    cases.map(([path, text, wrong]) => [
      `${path}: ${JSON.stringify(text?.slice(0, 40))}, ${wrong}`,
      [{ [path]: text }, problem(path, wrong)],
    ]),
  );

/** The edit of CLOSURE that puts a text before its last paragraph, at line 18. */
export const before = (text: string): string => `No source says → ${text}No source says`;

/** The error that refuses the content of a library. */
function refusal(root: string): ContentError {
  try {
    soundEntries(readContent(root));
  } catch (error) {
    if (isContentError(error)) return error;
    throw error;
  }
  return expect.fail('The check accepted it.');
}

/** Tests that each case is refused with its problems and no others. */
export function testCases(cases: Readonly<Record<string, Case>>): void {
  test.each(Object.entries(cases))('%s', (_what, [files, ...expected]) => checkCase(files, expected));
}

function checkCase(files: Changes, expected: readonly Expected[]): void {
  const { message, problems } = inLibrary(files, refusal);
  const reported = problems
    .map(({ column: _column, missing: _missing, ...problem }) => problem)
    .sort((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line);
  const meant = expected
    .map(([rule, path, line, field, found, right, nearest]) => ({
      rule,
      file: `content/${path}`,
      line,
      field,
      found: expect.stringContaining(found) as string,
      expected: expect.stringContaining(right) as string,
      nearest,
    }))
    .sort((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line);
  expect(reported).toEqual(meant);
  for (const { file, line, rule, found } of reported) {
    expect(message).toContain(line === 0 ? `${file}  [${rule}]` : `${file}:${line}`);
    expect(message).toContain(`    found:    ${found}\n`);
  }
  expect(message).toMatch(/ problems? in the content\.$/);
}
