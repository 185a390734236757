// Links between content files, relative to the file so that they also work on code hosts:
// `[Grayvoron](../places/grayvoron.mdx#x)`.
import type { CollectionName } from './collections.ts';
import { MDX_COLLECTIONS, SLUG } from './references.ts';

/** A page made from a content file: an entry, or a page of prose. */
export interface PageRef {
  readonly collection: Exclude<CollectionName, 'reports'>;
  readonly id: string;
}

/** `/people/gladkov.html`; a page of the site's own stands at the root: `/method.html`. */
export function pageAddress({ collection, id }: PageRef): string {
  if (collection === 'pages') return id === 'home' ? '/index.html' : `/${id}.html`;
  return `/${collection}/${id}.html`;
}

/** An id under `formerly`: `old-name` for the entry's own collection, `people/old-name` for another. */
export const FORMER_ID = new RegExp(`^(?:(?:${MDX_COLLECTIONS.join('|')})/)?${SLUG.source.slice(1)}`);

/** The page that an entry had under an id of its field `formerly`. @param collection the entry's own */
export function formerPage(collection: PageRef['collection'], id: string): PageRef {
  const [folder = '', name] = id.split('/');
  return name === undefined ? { collection, id } : { collection: folder as PageRef['collection'], id: name };
}

/** Resolves a link as a file in the folder `from` has it. @returns a page, which may not exist, and its anchor */
export function resolveContentLink(
  from: CollectionName,
  url: string,
): (PageRef & { hash: string }) | undefined {
  const match = /^(?:\.\.\/([a-z]+)\/|(?:\.\/)?)([^/#?]+)\.mdx(#.+)?$/.exec(url);
  if (!match) return undefined;
  const [, folder = from, id = '', hash = ''] = match;
  return { collection: folder as PageRef['collection'], id, hash };
}
