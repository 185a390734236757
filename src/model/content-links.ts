// Links between content files, relative to the file so that they also work on code hosts:
// `[Grayvoron](../places/grayvoron.mdx#x)`.
import type { CollectionName } from './collections.ts';

/** A page made from a content file: an entry, or a page of prose. */
export interface PageRef {
  readonly collection: Exclude<CollectionName, 'reports'>;
  readonly id: string;
}

/**
 * Resolves a file-relative link.
 * @param from the collection whose folder the linking file stands in
 * @param url the link as written: `../places/grayvoron.mdx#x` or `kozinka.mdx`
 * @returns the page, which may not exist, and its anchor; `undefined` if the link has another form
 */
export function resolveContentLink(
  from: CollectionName,
  url: string,
): (PageRef & { hash: string }) | undefined {
  const match = /^(?:\.\.\/([a-z]+)\/|(?:\.\/)?)([^/#?]+)\.mdx(#.+)?$/.exec(url);
  if (!match) return undefined;
  const [, folder = from, id = '', hash = ''] = match;
  return { collection: folder as PageRef['collection'], id, hash };
}
