// The list of all records, which the engine must have before it can search. Pagefind's own holds what can as
// well be reckoned, and weighs eight bytes a record: half of them name the record's file by its content. Here
// files have numbers, in a folder that is named by the content of all; what is left is one byte a record. The
// build packs the list (src/integrations/search-list.ts), the transport unpacks it for the engine.

/** What stands before the content in every file of Pagefind's. */
export const SIGNATURE = 'pagefind_dcd';

/**
 * Pagefind 1.6's list as its arrays stand in CBOR (`MetaIndex` in pagefind/src/index/index_metadata.rs): version;
 * records, each as the name of its file, its number of words and the group of its file, here none; pieces of the
 * index, each with its first and last word; facets; orders, each with the numbers of all records; metadata fields.
 */
export type List = readonly [
  version: string,
  records: readonly (readonly [file: string, words: number, group: ''])[],
  pieces: readonly (readonly [from: string, to: string, file: string])[],
  facets: readonly (readonly [name: string, file: string])[],
  orders: readonly (readonly [name: string, records: readonly number[]])[],
  fields: readonly string[],
];

/** The same as it is stored: deflated JSON. */
export interface PackedList {
  readonly version: List[0];
  /** The folder of the records' files, and of the index's pieces, which are named by their number from 0. */
  readonly folder: string;
  /** The number of words of each record. */
  readonly words: readonly number[];
  /** The first and the last word of each piece of the index. */
  readonly pieces: readonly (readonly [from: string, to: string])[];
  readonly facets: List[3];
  /** Each order as steps, from one record's number to the next one's, the first from -1. */
  readonly orders: List[4];
  readonly fields: List[5];
}

/** The name of a record's or a piece's file, as the engine asks for it. */
export const numbered = (folder: string, number: number): string => `${folder}/${number}`;

/** The list as the engine wants it. */
export function unpack({ version, folder, words, pieces, facets, orders, fields }: PackedList): List {
  return [
    version,
    words.map((count, number) => [numbered(folder, number), count, '']),
    pieces.map(([from, to], number) => [from, to, numbered(folder, number)]),
    facets,
    orders.map(([name, steps]) => {
      let record = -1;
      return [name, steps.map((step) => (record += step))];
    }),
    fields,
  ];
}

type Value = string | number | readonly Value[];

/** What opens a value in CBOR: its kind, and its length or the number itself (RFC 8949, section 3). */
function head(kind: 0 | 3 | 4, size: number): number[] {
  const type = kind << 5;
  if (size < 24) return [type | size];
  if (size < 0x1_00) return [type | 24, size];
  if (size < 0x1_00_00) return [type | 25, size >> 8, size & 0xff];
  return [type | 26, size >>> 24, (size >> 16) & 0xff, (size >> 8) & 0xff, size & 0xff];
}

/** What opens an array of so many values. */
export const arrayHead = (length: number): number[] => head(4, length);

/**
 * Texts, arrays and whole numbers from 0 as CBOR. A library would do more, and readers would wait for it.
 * @yields the parts, one after the other
 */
function* cbor(value: Value): Generator<ArrayLike<number>> {
  if (typeof value === 'number') {
    yield head(0, value);
  } else if (typeof value === 'string') {
    const bytes = new TextEncoder().encode(value);
    yield head(3, bytes.length);
    yield bytes;
  } else {
    yield arrayHead(value.length);
    for (const one of value) yield* cbor(one);
  }
}

/** The list as bytes for the engine, which takes what begins so for a file that is unpacked already. */
export function engineBytes(list: List): Uint8Array<ArrayBuffer> {
  const parts = [new TextEncoder().encode(SIGNATURE), ...cbor(list)];
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** A stored list as the engine wants it. @throws where it is no deflated JSON */
export async function readList(stored: Response): Promise<Response> {
  const json = (await stored.blob()).stream().pipeThrough(new DecompressionStream('deflate'));
  const packed = (await new Response(json).json()) as PackedList;
  return new Response(engineBytes(unpack(packed)));
}
