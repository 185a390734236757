// What an entry is called where space is short.
import type { Archive } from './archive.ts';
import type { PageRef } from './addresses.ts';

/** A source's short name, any other entry's title. */
export function entryName(archive: Archive, ref: PageRef): string {
  const { data } = archive.entry(ref);
  if ('short' in data) return data.short;
  return 'title' in data ? data.title : ref.id;
}
