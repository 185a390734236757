// Where each thing stands on the site. Addresses are written from the site's root and name a file;
// the portable-links step makes them relative to the page they stand on.
import { parseReportRef, refKey, type EntryRef } from '../model/references.ts';
import { extensionOf, type CollectionName } from '../model/collections.ts';

/** Anything with an address: an entry with a page, or a page of the site's own. */
export interface PageRef {
  readonly collection: CollectionName;
  readonly id: string;
}

/** `/people/gladkov.html`; a page of the site's own stands at the root: `/method.html`. */
export function pageAddress({ collection, id }: PageRef): string {
  if (collection === 'pages') return id === 'home' ? '/index.html' : `/${id}.html`;
  if (collection === 'reports') return `/sources/${id}.html#ledger`;
  return `/${collection}/${id}.html`;
}

/** `/people/index.html`. */
export function indexAddress(collection: CollectionName): string {
  return `/${collection}/index.html`;
}

/** The row of a source's ledger: `/sources/polskie-radio.html#r11` for `polskie-radio/11`. */
export function reportAddress(key: string): string {
  const ref = parseReportRef(key);
  if (!ref) throw new RangeError(`Not a report: ${key}`);
  return `${pageAddress({ collection: 'sources', id: ref.source })}#${reportAnchor(ref.report)}`;
}

/** The anchor of a report in its source's ledger. */
export function reportAnchor(number: number): string {
  return `r${number}`;
}

/** The anchor of a position on its question's page. */
export function positionAddress(question: string, position: string): string {
  return `${pageAddress({ collection: 'questions', id: question })}#${positionAnchor(position)}`;
}

export function positionAnchor(position: string): string {
  return `position-${position}`;
}

/**
 * Resolves a file-relative link of the content, as code hosts and link checkers do.
 * @param from the collection whose folder the linking file stands in
 * @param url the link as written: `../places/grayvoron.mdx#x`, `kozinka.mdx`
 * @returns the page it means and its anchor, or `undefined` where the form is another
 */
export function resolveContentLink(
  from: CollectionName,
  url: string,
): (PageRef & { hash: string }) | undefined {
  const match = /^(?:\.\.\/([a-z]+)\/|(?:\.\/)?)([^/#?]+)(\.mdx|\.yaml)(#.+)?$/.exec(url);
  if (!match) return undefined;
  // The archive says whether such a collection and such an entry exist.
  const collection = (match[1] ?? from) as CollectionName;
  if (match[3] !== extensionOf(collection)) return undefined;
  return { collection, id: match[2] as string, hash: match[4] ?? '' };
}

/** A stable key for maps: `people/gladkov`, `pages/method`. */
export function pageKey(ref: PageRef): string {
  return refKey(ref as EntryRef);
}
