// Keys, addresses and entries that several exports share.
import type { Archive } from '../archive/archive.ts';
import type { Entry } from '../model/entries.ts';
import { ENTRY_COLLECTIONS, type EntryCollection } from '../model/references.ts';

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
