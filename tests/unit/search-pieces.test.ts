// The index of words, cut into smaller pieces than Pagefind's.
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { describe, expect, test } from 'vitest';
import { cutPieces } from '../../src/integrations/search-pieces.ts';

type Word = readonly [word: string, records: readonly unknown[], forms: readonly unknown[]];

/** A word of about so many bytes. */
const word = (text: string, size = 100): Word => [text, [[1, [-25, 3], [-2, 0]], ['x'.repeat(size)]], []];

const stored = (content: unknown, signature = 'pagefind_dcd'): Uint8Array =>
  gzipSync(Buffer.concat([Buffer.from(signature), encode(content)]));

/** The words of a piece, as the engine reads it. */
function wordsIn(content: Uint8Array): Word[] {
  const bytes = gunzipSync(content);
  expect(bytes.toString('latin1', 0, 12)).toBe('pagefind_dcd');
  const outer = decode(bytes.subarray(12)) as [Word[]];
  expect(outer).toHaveLength(1);
  return outer[0];
}

const cut = (...files: readonly (readonly Word[])[]): [from: string, to: string, words: string][] =>
  cutPieces(files.map((words) => stored([words]))).map(({ from, to, content }) => [
    from,
    to,
    wordsIn(content)
      .map(([text]) => text)
      .join(' '),
  ]);

describe('the pieces of the index', () => {
  test('hold every word once, with all that Pagefind stores of it, in its order', () => {
    const words = Array.from({ length: 3_000 }, (_none, index) =>
      word(index.toString(36).padStart(3, '0'), (index * 7919) % 400),
    );
    const pieces = cutPieces([stored([words.slice(0, 1_000)]), stored([words.slice(1_000)])]);
    expect(pieces.length).toBeGreaterThan(50);
    expect(pieces.flatMap(({ content }) => wordsIn(content))).toEqual(words);
  });

  test('are named by as much of their words as tells them apart', () => {
    expect(
      cut([word('bank', 4_000), word('belarus', 4_000), word('belgorod', 3_000), word('border', 4_000)]),
    ).toEqual([
      ['bank', 'ba', 'bank'],
      ['be', 'be', 'belarus belgorod'],
      ['bo', 'border', 'border'],
    ]);
  });

  test('keep words together that share three characters, also across two of Pagefind’s pieces', () => {
    expect(cut([word('raid', 5_000)], [word('raided', 5_000), word('rail', 5_000)])).toEqual([
      ['raid', 'rail', 'raid raided rail'],
    ]);
  });

  test('part them at the next character where they are too many', () => {
    expect(cut([word('raid', 9_000), word('raided', 3_000), word('rail', 9_000)])).toEqual([
      ['raid', 'raid', 'raid raided'],
      ['rail', 'rail', 'rail'],
    ]);
  });

  test('have a word for themselves that is larger than a piece', () => {
    expect(cut([word('a'), word('the', 90_000), word('tot')]).map(([, , words]) => words)).toEqual([
      'a',
      'the',
      'tot',
    ]);
  });

  test('count characters, not bytes, and take Pagefind’s order, by bytes', () => {
    expect(cut([word('zoo'), word('łódka', 9_000), word('łódź', 9_000), word('“sheb')])).toEqual([
      ['zoo', 'z', 'zoo'],
      ['ł', 'łódk', 'łódka'],
      ['łódź', 'ł', 'łódź'],
      ['“', '“sheb', '“sheb'],
    ]);
  });

  test('of nothing are none', () => expect(cut([])).toEqual([]));

  test.each([
    ['another signature', stored([[word('a')]], 'somethingels'), 'begins with “somethingels”'],
    ['more than words', stored([[word('a')], []]), 'a piece of its index is in another format'],
    ['no list of words', stored(['a']), 'a piece of its index is in another format'],
    ['another form of a word', stored([[['a', []]]]), 'a word of its index is in another format'],
    ['words out of order', stored([[word('b'), word('a')]]), '“a” comes after “b”'],
  ])('are refused with %s', (_what, file, message) => {
    expect(() => cutPieces([file])).toThrow(message);
  });
});
