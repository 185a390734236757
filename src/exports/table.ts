// A table to take away. One list of columns gives it its cells, the codebook on the data page and the schema in
// the data package, so that none of them can drift from the others.

/** A value of a table; `undefined` where nothing is told. The items of a list are ids: they hold no blank. */
export type Cell = string | number | boolean | readonly string[] | undefined;

/** The only values that some columns can have, with their meaning. */
export interface Vocabulary {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
}

/** A column as the codebook gives it. */
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

/** A column, and how its cell follows from an item. */
type Filled<Item> = Column & { readonly of: (item: Item) => Cell };

/** A table of these items. */
export function table<Item>(items: readonly Item[], filled: readonly Filled<Item>[]): Table {
  return {
    columns: filled.map(({ of: _of, ...column }) => column),
    rows: items.map((item) => Object.fromEntries(filled.map(({ name, of }) => [name, of(item)]))),
  };
}
