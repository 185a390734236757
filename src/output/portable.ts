// Makes links relative to their page. Components write addresses from the site's root (`/people/ada.html`); relative
// ones work below any path and from a disk.
import { relativeAddress } from '../util/relative-address.ts';
import type { Attributes } from './tag-rewriter.ts';

/** The attributes that hold one address (https://html.spec.whatwg.org/multipage/indices.html#attributes-3). */
const ADDRESSES = ['href', 'src', 'action', 'poster', 'data'] as const;

/** @returns the attributes with each address changed, or the same object if none changes */
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

/** Makes the addresses of a tag relative. @param page the page's path in the output */
export function portable(attributes: Attributes, page: string): Attributes {
  const { content } = attributes;
  if (attributes['http-equiv'] === 'refresh' && content !== undefined) {
    const relative = content.replace(/\/.*/, (address) => relativeAddress(page, address));
    return { ...attributes, content: relative };
  }
  return withAddresses(attributes, (address) =>
    address.startsWith('/') && !address.startsWith('//') ? relativeAddress(page, address) : address,
  );
}

/**
 * Makes the relative addresses of the 404 page absolute paths: a host shows the page for missing addresses of any
 * depth, where a relative address would lead elsewhere.
 * @param base the path below which the site stands, with slashes at both ends
 */
export function rooted(attributes: Attributes, base: string): Attributes {
  return withAddresses(attributes, (address) =>
    /^(?:#|\/|[a-z]+:)/i.test(address) ? address : base + address,
  );
}
