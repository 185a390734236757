// A table to export, and what several exports share. One list of columns gives the cells, the codebook on the data page
// and the schema in the data package, so that the three agree.
import type { Archive } from '../archive/archive.ts';
import { STANDING_RULES } from '../archive/standing.ts';
import type { Entry } from '../model/entries.ts';
import { ENTRY_COLLECTIONS, type EntryCollection } from '../model/references.ts';
import { MODE_MEANS } from '../model/schemas/ledger.ts';
import { CAPTURE_MEANS, HOW_MEANS } from '../model/schemas/source.ts';
import { SIDE_MEANS } from '../model/sides.ts';

/** A value of a table; `undefined` if it is unknown. The items of a list are ids, which contain no space. */
type Cell = string | number | readonly string[] | undefined;

/** The values that a column may have, with their meanings. */
export interface Vocabulary {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
}

export const CAPTURE: Vocabulary = { name: 'Capture', values: CAPTURE_MEANS };
export const MODE: Vocabulary = { name: 'Mode', values: MODE_MEANS };
export const SIDE: Vocabulary = { name: 'Side', values: SIDE_MEANS };
export const STANDING: Vocabulary = { name: 'Standing', values: STANDING_RULES };
export const HOW: Vocabulary = { name: 'How known', values: HOW_MEANS };

/** The name and the description of a column. */
export interface Column {
  readonly name: string;
  readonly means: string;
  readonly type: 'string' | 'integer' | 'list';
  readonly vocabulary?: Vocabulary;
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

/** A column without its name, with the function that computes its cell from an item. Its type is a string by default. */
export type Filled<Item> = Pick<Column, 'means' | 'vocabulary'> &
  Partial<Pick<Column, 'type'>> & { readonly of: (item: Item) => Cell };

/** Computes a table with one row for each item. @param filled the columns by name */
export function table<Item>(items: readonly Item[], filled: Readonly<Record<string, Filled<Item>>>): Table {
  const columns = Object.entries(filled);
  return {
    columns: columns.map(([name, { of: _of, type = 'string', ...column }]) => ({ name, type, ...column })),
    rows: items.map((item) => Object.fromEntries(columns.map(([name, { of }]) => [name, of(item)]))),
  };
}

/** An address as a path inside the folder of the site: `people/gladkov.html`. */
export function path(address: string): string {
  return address.slice(1);
}

/** The key of a position, as in the field `answers` of reports: `question/position`. */
export function positionKey(question: string, position: string): string {
  return `${question}/${position}`;
}

export type PageEntry = Entry<EntryCollection>;

/** All entries that have a page. */
export function pageEntries(archive: Archive): PageEntry[] {
  return ENTRY_COLLECTIONS.flatMap((name): readonly PageEntry[] => archive.list(name));
}
