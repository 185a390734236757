// Cuts Pagefind's index of words into smaller pieces. A search fetches the whole piece that holds a word: at
// Pagefind's size some 20 kB, of which most words take less than one, and it has no option for another.
import { decodeFirst, Tokenizer } from 'cborg';
import { z } from 'astro/zod';
import { arrayHead } from '../search/list.ts';
import { packFile, unpackFile } from './search-format.ts';

/** The bytes up to which words are brought together in a piece; compressed, it is half of it or less. */
const SIZE = 8_000;

/** Words that begin with so many same characters stay together: who has typed them finds all of the words. */
const SHARED = 3;

/** Unless they take more bytes than this: then they may be parted where the next character differs. */
const LARGEST = 16_000;

/** A piece of the index. */
export interface Piece {
  /** As much of its first word as tells it from the piece before, and of its last as tells it from the next. */
  readonly from: string;
  readonly to: string;
  /** The file. */
  readonly content: Uint8Array;
}

/** A word, and all that Pagefind stores of it. */
interface Word {
  readonly word: string;
  readonly stored: Uint8Array;
}

/** Pagefind's format, of which only the word is read: its records, its places in each, and its other forms follow. */
const WORD = z.tuple([z.string(), z.unknown(), z.unknown()]);

/** The words of one of Pagefind's pieces: an array in an array. @throws where it is in another format */
function* wordsOf(file: Uint8Array): Generator<Word> {
  const bytes = unpackFile(file);
  const tokenizer = new Tokenizer(bytes, {});
  const [outer, inner] = [tokenizer.next(), tokenizer.next()];
  if (outer.type.name !== 'array' || outer.value !== 1 || inner.type.name !== 'array')
    throw new Error('Pagefind: a piece of its index is in another format than that of 1.6.');
  for (let left = Number(inner.value); left > 0; left--) {
    const start = tokenizer.pos();
    const found = WORD.safeParse(decodeFirst(bytes, { tokenizer })[0]);
    if (!found.success) {
      throw new Error(
        `Pagefind: a word of its index is in another format than that of 1.6. ${z.prettifyError(found.error)}`,
      );
    }
    yield { word: found.data[0], stored: bytes.subarray(start, tokenizer.pos()) };
  }
}

/** @throws where a word does not come after the one before, byte by byte: no search would find it */
function* inOrder(words: Iterable<Word>): Generator<Word> {
  let before = '';
  for (const one of words) {
    if (Buffer.compare(Buffer.from(before), Buffer.from(one.word)) >= 0)
      throw new Error(`Pagefind: in its index “${one.word}” comes after “${before}”.`);
    yield one;
    before = one.word;
  }
}

const beginning = (word: string, length: number): string => [...word].slice(0, length).join('');

/** Words, in groups of those that share their first characters. */
function* groups(words: Iterable<Word>, shared: number): Generator<Word[]> {
  let group: Word[] = [];
  for (const one of words) {
    const [first] = group;
    if (first && beginning(first.word, shared) !== beginning(one.word, shared)) {
      yield group;
      group = [];
    }
    group.push(one);
  }
  if (group.length > 0) yield group;
}

const sizeOf = (words: readonly Word[]): number => words.reduce((sum, { stored }) => sum + stored.length, 0);

/** The words of each piece. */
function* cut(words: Iterable<Word>): Generator<readonly Word[]> {
  let piece: Word[] = [];
  for (const group of groups(words, SHARED)) {
    for (const part of sizeOf(group) > LARGEST ? groups(group, SHARED + 1) : [group]) {
      if (piece.length > 0 && sizeOf(piece) + sizeOf(part) > SIZE) {
        yield piece;
        piece = [];
      }
      piece.push(...part);
    }
  }
  if (piece.length > 0) yield piece;
}

/** As much of a word as tells it from its neighbour in the order. */
function distinctive(word: string, neighbour: string | undefined): string {
  const characters = [...word];
  const others = [...(neighbour ?? word)];
  const differs = characters.findIndex((character, index) => character !== others[index]);
  return differs < 0 ? word : characters.slice(0, differs + 1).join('');
}

/**
 * The same index in smaller pieces.
 * @param files Pagefind's pieces, in the order of their words
 * @throws where one is in another format than that of the version we use
 */
export function cutPieces(files: readonly Uint8Array[]): Piece[] {
  const pieces = [...cut(inOrder(files.values().flatMap(wordsOf)))];
  return pieces.map((words, index) => ({
    from: distinctive(words[0]?.word ?? '', pieces[index - 1]?.at(-1)?.word),
    to: distinctive(words.at(-1)?.word ?? '', pieces[index + 1]?.[0]?.word),
    // As Pagefind has it: the words, in an array with nothing else.
    content: packFile([
      Uint8Array.from([...arrayHead(1), ...arrayHead(words.length)]),
      ...words.map(({ stored }) => stored),
    ]),
  }));
}
