// Rules for links in prose: what is wrong with an address, and the address that was probably meant.
import { plain } from '../model/characters.ts';
import { resolveContentLink, type PageRef } from '../model/content-links.ts';
import type { Writing } from '../model/entries.ts';
import { nearest, type Advice } from '../model/problems.ts';
import { MDX_COLLECTIONS, refKey, SLUG } from '../model/references.ts';
import { OWN_PAGES } from './addresses.ts';
import { PARTS } from './anchors.ts';
import { hasPage, nearestPage, type Targets } from './targets.ts';

const RIGHT = 'a file-relative link such as ../places/grayvoron.mdx, or an address that begins with https://';

/** @returns the address of a page on the web that was meant, if the address is one */
function webAddress(url: string): string | undefined {
  const [, rest] = /^(?:h?t?t?ps?:\/*|\/\/|(?=www\.))([^/\s]+\.[^\s]+)$/i.exec(url) ?? [];
  return rest === undefined ? undefined : `https://${rest}`;
}

/** @returns the page that an address of another form means: `/people/ada.html`, `people/ada`, `../People/Ada.md` */
function pageMeant(from: PageRef['collection'], url: string): (PageRef & { hash: string }) | undefined {
  const [path = '', anchor = ''] = url.split('#');
  const words = plain(path)
    .toLowerCase()
    .replaceAll('\\', '/')
    .replace(/[“”"'‘’<>]/g, '')
    .replaceAll('%20', ' ')
    .replace(/\?.*$/, '')
    .replace(/\.(?:mdx?|html?|ya?ml)$/, '')
    .split('/')
    .filter((word) => !['', '.', '..', 'content'].includes(word));
  if (words.length === 0 || words.length > 2 || /^[a-z]+:/.test(path)) return undefined;
  const [id = '', folder = from] = words.reverse();
  const near = nearest(folder === 'reports' ? 'sources' : folder, MDX_COLLECTIONS);
  const collection = MDX_COLLECTIONS.find((name) => name === near) ?? from;
  return { collection, id: id.trim().replace(/\s+/g, '-'), hash: anchor ? `#${anchor}` : '' };
}

/**
 * Checks one link of a text.
 * @returns the page that it leads to, `undefined` for a page on the web, or what would be right
 */
export function checkLink(
  { collection, id }: Writing,
  url: string,
  targets: Targets,
): PageRef | undefined | Advice {
  if (url.startsWith('https://')) {
    const near = url.replace(/[.,;:]+$/, '');
    if (near !== url) return { expected: 'the address without the sign at its end', nearest: near };
    const valid = URL.canParse(url) && /^[^.\s]+(?:\.[^.\s]+)+$/.test(new URL(url).hostname);
    return valid ? undefined : { expected: 'a whole web address, such as https://example.org/page' };
  }
  const web = webAddress(url);
  if (web !== undefined) return { expected: RIGHT, nearest: web };
  if (url.startsWith('mailto:')) return { expected: `${RIGHT}; no mail address` };
  const from = collection === 'reports' ? 'sources' : collection;
  const target = resolveContentLink(collection, url);
  if (target && hasPage(targets, refKey(target))) {
    const key = refKey(target);
    if (target.hash === '' && key === `${from}/${id}`)
      return { expected: 'words alone, or an anchor of this page: the link leads to its own page' };
    const anchors = targets.anchors.get(key);
    const anchor = target.hash.slice(1);
    if (anchor === '' || !anchors || anchors.has(anchor) || PARTS.test(anchor)) return target;
    const near = nearest(anchor, [...anchors]);
    return {
      expected: `an anchor that ${key} has`,
      nearest: near && url.replace(/#.*$/, `#${near}`),
    };
  }
  const known =
    target && SLUG.test(target.id) && MDX_COLLECTIONS.includes(target.collection) ? target : undefined;
  const meant = url.startsWith('#') ? { collection: from, id, hash: url } : (known ?? pageMeant(from, url));
  if (!meant) return { expected: RIGHT };
  if (OWN_PAGES.includes(meant.id) && !targets.pages.has(refKey(meant)))
    return { expected: `${RIGHT}; prose cannot link to pages that the site makes itself` };
  const near = nearestPage(meant, targets);
  const exists = near !== undefined && near === refKey(meant);
  return {
    expected: RIGHT,
    nearest: near && `../${near}.mdx${exists ? meant.hash : ''}`,
    missing: known && !targets.moved.has(refKey(known)) ? refKey(known) : undefined,
  };
}
