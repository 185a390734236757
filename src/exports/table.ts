// A table to export. One list of columns gives the cells, the codebook on the data page and the schema in the data
// package, so that the three agree.

/** A value of a table; `undefined` if it is unknown. The items of a list are ids, which contain no space. */
export type Cell = string | number | boolean | readonly string[] | undefined;

/** The values that a column may have, with their meanings. */
export interface Vocabulary {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
}

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
