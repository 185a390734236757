// An entry: one content file, validated, with the place of each of its fields.
import type { CollectionName, DataOf } from './collections.ts';
import type { Place } from './problems.ts';
import type { Prose } from './prose.ts';
import type { FieldPath } from './yaml.ts';

/** What is written in a file's prose: known even where the file's fields have problems. */
export interface Writing<Name extends CollectionName = CollectionName> {
  readonly collection: Name;
  /** The file's name without its extension. */
  readonly id: string;
  /** Path from the project's root, with forward slashes. */
  readonly file: string;
  readonly prose: Prose;
  /** The summary read as prose; empty for a ledger. */
  readonly lede: Prose;
}

export interface Entry<Name extends CollectionName = CollectionName> extends Writing<Name> {
  readonly data: DataOf<Name>;
  /** The text below the front matter; empty for a ledger. */
  readonly body: string;
  /** Where a field stands in the file. */
  readonly place: (path: FieldPath) => Place;
}

/** All valid entries, by collection. */
export type Entries = { readonly [Name in CollectionName]: readonly Entry<Name>[] };
