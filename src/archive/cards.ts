// The pictures that previews of shared links show: one of the site, and one with the title of each group, event and
// question. They exist where the site has a public address, because previews name a picture by its full address.
import type { Entry } from '../model/entries.ts';
import { pageAddress, type PageRef } from '../model/content-links.ts';
import type { Archive } from './archive.ts';

/** The kinds of entry that have a card with their title. */
const TITLED = ['groups', 'events', 'questions'] as const;

/** The address of the picture for a page: `/cards/groups/boatmen.png`. */
export function cardAddress(ref: PageRef): string {
  const titled = TITLED.some((name) => name === ref.collection);
  return titled ? `/cards${pageAddress(ref).replace(/html$/, 'png')}` : '/cards/site.png';
}

/** The entries that have a card with their title. */
export function titledEntries(archive: Archive): Entry<(typeof TITLED)[number]>[] {
  return TITLED.flatMap((name): readonly Entry<(typeof TITLED)[number]>[] => archive.list(name));
}
