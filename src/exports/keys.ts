// How exports name things, and what they go through.
import type { Archive } from '../archive/archive.ts';
import type { Entry } from '../model/entries.ts';
import { PAGE_COLLECTIONS, type PageCollection } from '../model/references.ts';

/** An address as exports give it: a path inside the folder of the site. */
export function path(address: string): string {
  return address.slice(1);
}

/** The key of a position, as reports have it under `answers`. */
export function positionKey(question: string, position: string): string {
  return `${question}/${position}`;
}

export type PageEntry = Entry<PageCollection>;

/** All entries that have a page. */
export function pageEntries(archive: Archive): PageEntry[] {
  return PAGE_COLLECTIONS.flatMap((name): readonly PageEntry[] => archive.list(name));
}
