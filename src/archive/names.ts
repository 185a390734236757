// The short names of entries, and distances in words.
import type { Distance } from '../model/schemas/place.ts';
import type { PageRef } from '../model/content-links.ts';
import type { Archive } from './archive.ts';

/** The name of an entry in notes, chains and links: the short name of a source, the title of any other entry. */
export function entryName(archive: Archive, ref: PageRef): string {
  const { collection, data } = archive.entry(ref);
  return collection === 'sources' ? data.short : data.title;
}

/** The name of an entry within a sentence: “the militias”, but “The Guardian”. */
export const nameWithin = (archive: Archive, ref: PageRef): string =>
  entryName(archive, ref).replace(/^The (?=[a-z])/, 'the ');

/** A distance in words: `35 km from the border between Russia and Ukraine`. */
export function distanceWords(archive: Archive, { km, from }: Distance): string {
  return `${km} km from ${nameWithin(archive, from)}`;
}
