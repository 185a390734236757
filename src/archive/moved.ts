// The old addresses of entries: each has a page that leads on, or says that the entry was withdrawn.
import { formerPage, type PageRef } from '../model/content-links.ts';
import type { Entry } from '../model/entries.ts';
import { MDX_COLLECTIONS } from '../model/references.ts';
import type { Archive } from './archive.ts';

/** An old address, and the entry that took its place. */
export interface Moved {
  readonly old: PageRef;
  readonly to: Entry;
  /** The day of the change, in EDTF. */
  readonly on: string;
  readonly why: string;
  /** True where nothing took the place of the entry: the page stays, and does not lead on by itself. */
  readonly withdrawn: boolean;
}

/** All old addresses. A page of prose that names an entry under `formerly` stands for nothing: the entry is withdrawn. */
export function movedPages(archive: Archive): Moved[] {
  return MDX_COLLECTIONS.flatMap((name): readonly Entry[] => archive.list(name)).flatMap((to) =>
    to.data.formerly.map(({ id, on, why }) => {
      const old = formerPage(to.collection, id);
      return { old, to, on, why, withdrawn: to.collection === 'pages' && old.collection !== 'pages' };
    }),
  );
}
