import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verifyCaptures } from '../../src/commands/verify.ts';
import { captureParagraphs, compareCapture, readCapture } from '../../src/rules/fixity.ts';
import { contentWith } from '../support/archive.ts';
import { CAPTURE, edited, libraryWith } from '../support/library.ts';

test.each([
  ['one\ntwo', ['one', 'two']],
  ['one\r\n\r\n  \r\ntwo\r\n', ['one', 'two']],
  ['', []],
])('the paragraphs of %j', (text, paragraphs) => expect(captureParagraphs(text)).toEqual(paragraphs));

function check(capture: string, changes: Record<string, string> = {}) {
  const { entries } = contentWith(changes);
  const [source] = entries.sources;
  const [ledger] = entries.reports;
  if (!source || !ledger) return expect.fail('no source');
  const read = readCapture(new TextEncoder().encode(capture));
  return typeof read === 'string' ? expect.fail(read) : compareCapture(source, ledger, read).problems;
}

test.each<[string, Uint8Array]>([
  ['a text in UTF-16; save it as UTF-8', Buffer.from('\uFEFFwords', 'utf16le')],
  ['bytes that are not UTF-8, first in line 2; save it as UTF-8', Buffer.from('one\nna\u00efve', 'latin1')],
  ['a file that is no text', Buffer.from('PK\0\0')],
  ['an empty file', Buffer.from(' \n\n')],
  ['a carriage return alone, first in line 1; save it with line ends LF', Buffer.from('one\rtwo\n')],
])('%s is named', (found, bytes) => expect(readCapture(bytes)).toBe(found));

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

  test.each([
    ['with line ends CR LF in place of LF', CAPTURE.replaceAll('\n', '\r\n')],
    ['with a line end more at its end', `${CAPTURE}\n`],
    ['with a byte order mark at its start', `\uFEFF${CAPTURE}`],
  ])('%s is told from another text', (difference, capture) => {
    const [problem, ...others] = check(capture);
    expect(problem?.expected).toBe(`the text that the ledger was made from: this is the same ${difference}`);
    expect(others).toEqual([]);
  });

  test('with one paragraph more is refused', () => {
    expect(check(`${CAPTURE}\nOne more`)).toMatchObject([
      { field: 'sha256' },
      { field: 'paragraphs', found: '4', expected: '5, the paragraphs of the captured text', line: 13 },
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

describe('npm run verify', () => {
  const capture = new TextEncoder().encode(CAPTURE);
  /** Compares the texts of a folder with the sound library, changed. */
  function verify(texts: Record<string, Uint8Array>, changes: Record<string, string> = {}) {
    const { root, remove } = libraryWith(changes);
    const folder = join(root, 'texts');
    mkdirSync(folder);
    for (const [name, bytes] of Object.entries(texts)) writeFileSync(join(folder, name), bytes);
    try {
      return verifyCaptures(root, folder);
    } finally {
      remove();
    }
  }

  test('compares the texts that are there and lists the others', () => {
    expect(verify({ 'gazette.txt': capture })).toEqual({
      lines: ['gazette: 4 paragraphs, 3 reported, 1 unused; 4 of 4 fragments found; complete'],
      left: ['herald'],
      seen: 0,
      problems: [],
    });
  });

  test('compares what a ledger has before it is whole, whatever else is wrong', () => {
    const { lines, problems } = verify(
      { 'gazette.txt': capture },
      {
        ...edited('reports/gazette.yaml', 'evidence: it was never unsafe', 'evidence:'),
        ...edited('people/ada.mdx', 'side: kyiv', 'side: nowhere'),
      },
    );
    expect(problems).toEqual([]);
    expect(lines[0]).toBe('gazette: 4 paragraphs, 2 reported, 1 unused, 1 open; 3 of 4 fragments found');
  });

  test('says which text it cannot compare, and why', () => {
    const { lines, problems } = verify({ 'gazete.txt': capture, 'herald.txt': new Uint8Array() });
    expect(lines[0]).toBe(
      'gazete.txt: not compared, because content/sources/gazete.mdx does not exist (nearest: gazette)',
    );
    expect(problems).toMatchObject([{ rule: 'fixity', found: 'an empty file' }]);
  });
});
