// What an entry is called, and what where space is short.
import type { Archive } from './archive.ts';
import type { Distance } from '../model/schemas/place.ts';
import type { PageRef } from './addresses.ts';

/** A source's short name, any other entry's title. */
export function entryName(archive: Archive, ref: PageRef): string {
  const { data } = archive.entry(ref);
  return 'short' in data ? data.short : entryTitle(archive, ref);
}

/** An entry's title; a ledger has none, and goes by its source. */
export function entryTitle(archive: Archive, ref: PageRef): string {
  const { data } = archive.entry(ref);
  return 'title' in data ? data.title : ref.id;
}

/** A distance in words: `35 km from the border between Russia and Ukraine`. */
export function distanceWords(archive: Archive, { km, from }: Distance): string {
  return `${km} km from ${entryTitle(archive, from).replace(/^The /, 'the ')}`;
}
