import { describe, expect, test } from 'vitest';
import { captureParagraphs, captureProblems } from '../../src/rules/fixity.ts';
import { contentWith } from '../support/archive.ts';
import { CAPTURE, edited } from '../support/library.ts';

test.each([
  ['one\ntwo', ['one', 'two']],
  ['one\r\n\r\n  \r\ntwo\r\n', ['one', 'two']],
  ['', []],
])('the paragraphs of %j', (text, paragraphs) => expect(captureParagraphs(text)).toEqual(paragraphs));

function check(capture: string, changes: Record<string, string> = {}) {
  const { entries } = contentWith(changes);
  const [source] = entries.sources;
  const [ledger] = entries.reports;
  if (source?.data.capture !== 'held' || !ledger) return expect.fail('no held source');
  return captureProblems({ ...source, data: source.data }, ledger, new TextEncoder().encode(capture));
}

describe('a capture', () => {
  test('that is the text of the ledger has no problem', () => expect(check(CAPTURE)).toEqual([]));

  test('that is another text is refused', () => {
    expect(
      check(CAPTURE.replace('ten days', 'two days')).map(({ rule, file, field }) => [rule, file, field]),
    ).toEqual([
      ['fixity', 'content/sources/gazette.mdx', 'sha256'],
      ['fixity', 'content/reports/gazette.yaml', 'reports[1].evidence'],
    ]);
  });

  test('with one paragraph more is refused', () => {
    expect(check(`${CAPTURE}\nOne more`)).toMatchObject([
      { field: 'sha256' },
      { field: 'paragraphs', found: 'a capture of 5 paragraphs', expected: '4', line: 13 },
    ]);
  });

  test.each([
    ['misspelt', 'shut for tan days', 'shut for ten days.'],
    ['in another case', 'Shut for ten days', 'shut for ten days.'],
    ['of another paragraph', 'ten soups for winter', 'paragraph 4'],
    ['of nowhere', 'quite other words altogether', undefined],
  ])('whose evidence is %s is refused', (_what, evidence, nearest) => {
    const changes = edited('reports/gazette.yaml', 'evidence: shut for ten days', `evidence: ${evidence}`);
    const place = { rule: 'fixity', file: 'content/reports/gazette.yaml', line: 13, column: 5 };
    const expected = 'words that stand in paragraph 2, letter for letter';
    expect(check(CAPTURE, changes)).toEqual([
      { ...place, field: 'reports[1].evidence', found: JSON.stringify(evidence), expected, nearest },
    ]);
  });
});
