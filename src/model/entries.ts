// An entry, as pages get it from its collection; and the file it is read from, with the place of everything in it.
import type { CollectionName, DataOf } from './collections.ts';
import type { Place } from './problems.ts';
import type { Prose } from './prose.ts';
import type { FieldPath } from './yaml.ts';

/** A link in an entry's prose to another entry, with the words around it. */
export interface Link {
  readonly to: { readonly collection: CollectionName; readonly id: string };
  readonly words: string;
}

/** What the loader adds to an entry's fields: what its prose links to and which reports it cites. */
export interface InProse {
  readonly links: readonly Link[];
  readonly cites: readonly string[];
}

export interface Entry<Name extends CollectionName = CollectionName> {
  readonly collection: Name;
  readonly id: string;
  readonly data: DataOf<Name> & InProse;
}

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

export interface EntryFile<Name extends CollectionName = CollectionName> extends Writing<Name> {
  readonly data: DataOf<Name>;
  /** The text below the front matter; empty for a ledger. */
  readonly body: string;
  /** Where a field stands in the file. */
  readonly place: (path: FieldPath) => Place;
}

/** All valid files, by collection. */
export type EntryFiles = { readonly [Name in CollectionName]: readonly EntryFile<Name>[] };

/** All entries that have a page, by collection. */
export type Entries = { readonly [Name in Exclude<CollectionName, 'reports'>]: readonly Entry<Name>[] };
