import { posix } from 'node:path';

/**
 * Makes an address relative to a page.
 * @param page the page's path in the output: `events/closure.html`
 * @param address from the site's root: `/people/ada.html#r1`
 */
export function relativeAddress(page: string, address: string): string {
  const [, path = '', rest = ''] = /^\/([^?#]*)(.*)$/.exec(address) ?? [];
  const relative = posix.relative(posix.dirname(page), path === '' ? 'index.html' : path);
  // A link to the page's own folder comes out empty, and an empty link would mean the page itself.
  return `${relative || '.'}${rest}`;
}
