// What the files of the built search index hold.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { decode } from 'cborg';
import { files } from '../../src/output/files.ts';
import { unpackFile } from '../../src/integrations/search-format.ts';
import type { PackedList } from '../../src/search/list.ts';
import { DIST } from './project.ts';

const FOLDER = join(DIST, 'search');

/** The list of all records. */
export function searchList(): PackedList {
  const path = files(FOLDER).find((name) => name.endsWith('.pf_meta')) ?? '';
  return JSON.parse(inflateSync(readFileSync(join(FOLDER, path))).toString()) as PackedList;
}

/** The words of a piece of the index, in their order. */
export function wordsOfPiece(number: number): string[] {
  const file = join(FOLDER, 'index', searchList().folder, `${number}.pf_index`);
  const [words] = decode(unpackFile(readFileSync(file))) as [[word: string][]];
  return words.map(([word]) => word);
}
