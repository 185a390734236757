// Cases of malformed content, each with every problem that the check reports.
import { expect, test } from 'vitest';
import { isContentError, type ContentError, type Rule } from '../../src/model/problems.ts';
import { readContent } from '../../src/model/read.ts';
import { soundEntries } from '../../src/rules/check.ts';
import { inLibrary, type Changes } from './library.ts';

/** A problem: rule, file under content/, line (0: the whole file), field, pieces of found and expected, nearest. */
export type Expected = readonly [Rule, string, number, string, string, string, (string | undefined)?];

/** A library with an error in it, and every problem that the build reports. */
export type Case = readonly [files: Changes, ...problems: Expected[]];

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
