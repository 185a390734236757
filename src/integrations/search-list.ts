// Packs Pagefind's list of all records: see src/search/list.ts.
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { decode } from 'cborg';
import { z } from 'astro/zod';
import type { List, PackedList } from '../search/list.ts';
import { unpackFile } from './search-format.ts';
import type { Piece } from './search-pieces.ts';

/** Pagefind's format: `List`, checked. Groups of records' files are off, by our options. */
const LIST = z.tuple([
  z.string(),
  z.array(z.tuple([z.string(), z.int(), z.literal('')])),
  z.array(z.tuple([z.string(), z.string(), z.string()])),
  z.array(z.tuple([z.string(), z.string()])),
  z.array(z.tuple([z.string(), z.array(z.int())])),
  z.array(z.string()),
]);

export interface Packing {
  /** The list as it is stored. */
  readonly content: Uint8Array;
  /** The folder for the records' files, and for the index's pieces, named by what is in all of them. */
  readonly folder: string;
  /** The name that Pagefind gave each record's file, by its content, without what follows the dot. */
  readonly names: readonly string[];
}

/**
 * @param stored Pagefind's file
 * @throws where it is in another format than that of the version we use
 */
export function readPagefindList(stored: Uint8Array): List {
  const list = LIST.safeParse(decode(unpackFile(stored)));
  if (!list.success) {
    throw new Error(
      `Pagefind: its list is in another format than that of 1.6. ${z.prettifyError(list.error)}`,
    );
  }
  return list.data;
}

/**
 * Packs a list of Pagefind's.
 * @param pieces the pieces of the index that take the place of Pagefind's
 */
export function packList(
  [version, records, , facets, orders, fields]: List,
  pieces: readonly Piece[],
): Packing {
  const names = records.map(([name]) => name);
  const all = createHash('sha256').update(names.join());
  for (const { content } of pieces) all.update(content);
  const folder = all.digest('hex').slice(0, 8);
  const packed: PackedList = {
    version,
    folder,
    words: records.map(([, words]) => words),
    pieces: pieces.map(({ from, to }) => [from, to]),
    facets,
    orders: orders.map(([name, numbers]) => [
      name,
      numbers.map((number, index) => number - (numbers[index - 1] ?? -1)),
    ]),
    fields,
  };
  return { content: deflateSync(JSON.stringify(packed), { level: 9 }), folder, names };
}
