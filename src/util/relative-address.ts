import { posix } from 'node:path';

/** Makes an address such as `/people/ada.html#r1` relative to a page of the output such as `events/closure.html`. */
export function relativeAddress(page: string, address: string): string {
  const [, path = '', rest = ''] = /^\/([^?#]*)(.*)$/.exec(address) ?? [];
  const relative = posix.relative(posix.dirname(page), path === '' ? 'index.html' : path);
  // A link to the page's own folder comes out empty, and an empty link would mean the page itself.
  return `${relative || '.'}${rest}`;
}
