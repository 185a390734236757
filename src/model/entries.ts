// The types of a content file as the reader returns it, and of an entry as pages get it from its collection.
import type { CollectionName, DataOf } from './collections.ts';
import type { PageRef } from './content-links.ts';
import type { Place } from './problems.ts';
import type { Prose } from './prose.ts';
import type { ReportRow } from './schemas/ledger.ts';
import type { FieldPath } from './yaml.ts';

/** The prose of a file. The reader also returns it if the file's fields have problems. */
export interface Writing<Name extends CollectionName = CollectionName> {
  readonly collection: Name;
  /** The file's name without its extension. */
  readonly id: string;
  /** Path from the project's root, with forward slashes. */
  readonly file: string;
  readonly prose: Prose;
  /** The summary, parsed as prose; empty for a ledger. */
  readonly lede: Prose;
  /** The fields that the schema refused, as written. */
  readonly refused?: { readonly data: unknown; readonly place: (path: FieldPath) => Place };
}

/** A valid content file, with the place of each of its fields. */
export interface EntryFile<Name extends CollectionName = CollectionName> extends Writing<Name> {
  readonly data: DataOf<Name>;
  /** The text below the front matter; empty for a ledger. */
  readonly body: string;
  /** @returns the line and the column of a field */
  readonly place: (path: FieldPath) => Place;
}

/** All valid files, by collection. */
export type EntryFiles = { readonly [Name in CollectionName]: readonly EntryFile<Name>[] };

/** @returns the files of some collections, in their order */
export const filesOf = <Name extends CollectionName>(
  files: EntryFiles,
  names: readonly Name[],
): EntryFile<Name>[] => names.flatMap((name): readonly EntryFile<Name>[] => files[name]);

/** A link in an entry's prose to another entry, with the words around it. */
export interface Link {
  readonly to: PageRef;
  readonly words: string;
}

/** The links and citations of an entry's prose. The loader stores them, so that back links need no second parse. */
export interface InProse {
  readonly links: readonly Link[];
  /** Keys of reports, each once. */
  readonly cites: readonly string[];
}

/** The data of a collection's entries: a report for `reports`, else the front matter and what the prose refers to. */
export type EntryData<Name extends CollectionName> = Name extends 'reports'
  ? ReportRow
  : DataOf<Name> & InProse;

/** An entry of a collection. Astro's `CollectionEntry` has the same fields and more. */
export interface Entry<Name extends CollectionName = PageRef['collection']> {
  readonly collection: Name;
  /** For a report, the key by which it is cited: `polskie-radio/21`. */
  readonly id: string;
  readonly data: EntryData<Name>;
}

/** An entry of one of several collections; its `collection` tells which, and so the type of its data. */
export type AnyEntry<Name extends CollectionName> = { [Each in Name]: Entry<Each> }[Name];

/** The entries of every collection, as `getCollection` gives them. */
export type Collections = { readonly [Name in CollectionName]: readonly Entry<Name>[] };

/** An entry with its file, as the loader stores it. */
export interface LoadedEntry<Name extends CollectionName> extends Entry<Name> {
  /** Path from the folder that holds `content/`, with forward slashes. */
  readonly file: string;
  readonly body: string;
}

/** The entries of every collection, as the loader stores them. */
export type Entries = { readonly [Name in CollectionName]: readonly LoadedEntry<Name>[] };
