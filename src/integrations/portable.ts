// Portable links: pages are written with addresses from the site's root; here they become relative to
// the page they stand on, so that the folder reads the same from a root, a sub-path or a disk.
import { posix } from 'node:path';
import type { Attributes } from './tags.ts';

/** The attributes that hold one address (https://html.spec.whatwg.org/multipage/indices.html#attributes-3). */
const ADDRESSES = ['href', 'src', 'action', 'poster', 'data'] as const;

/**
 * An address from the site's root, as seen from a page.
 * @param page the page's path in the output: `events/closure.html`
 * @param address `/people/ada.html#r1`
 */
export function relativeAddress(page: string, address: string): string {
  const [, path = '', rest = ''] = /^\/([^?#]*)(.*)$/.exec(address) ?? [];
  const relative = posix.relative(posix.dirname(page), path === '' ? 'index.html' : path);
  // Only a link to the page's own folder comes out empty; an empty link would mean the page itself.
  return `${relative || '.'}${rest}`;
}

/** The attributes of a tag with their addresses put through a function; the same object where none changes. */
function withAddresses(attributes: Attributes, change: (address: string) => string): Attributes {
  let changed: Record<string, string> | undefined;
  for (const name of ADDRESSES) {
    const address = attributes[name];
    if (address === undefined) continue;
    const now = change(address);
    if (now !== address) (changed ??= { ...attributes })[name] = now;
  }
  return changed ?? attributes;
}

/** The attributes of a tag, every address relative. @param page the page's path in the output */
export function portable(attributes: Attributes, page: string): Attributes {
  return withAddresses(attributes, (address) =>
    address.startsWith('/') && !address.startsWith('//') ? relativeAddress(page, address) : address,
  );
}

/**
 * The same for the 404 page, with full paths: a host shows it at whatever depth was asked for, where a
 * relative address would lead astray.
 * @param base the path below which the site stands, with slashes at both ends
 */
export function rooted(attributes: Attributes, base: string): Attributes {
  return withAddresses(attributes, (address) =>
    /^(?:#|\/|[a-z]+:)/i.test(address) ? address : base + address,
  );
}
