// Portable links: pages are written with addresses from the site's root; here they become relative to
// the page they stand on, so that the folder reads the same from a root, a sub-path or a disk.
import { posix } from 'node:path';
import type { CheerioAPI } from 'cheerio';

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

/** Makes every address of a page relative. @param page the page's path in the output */
export function makePortable($: CheerioAPI, page: string): void {
  for (const attribute of ADDRESSES) {
    $(`[${attribute}^="/"]`).each((_index, element) => {
      const address = $(element).attr(attribute);
      if (address === undefined || address.startsWith('//')) return;
      $(element).attr(attribute, relativeAddress(page, address));
    });
  }
}

/** Leaves of each style sheet only the first link: what stands twice on a page names its styles twice. */
export function dropRepeatedStyles($: CheerioAPI): void {
  const seen = new Set<string | undefined>();
  $('link[rel="stylesheet"]').each((_index, element) => {
    const address = $(element).attr('href');
    if (seen.has(address)) $(element).remove();
    seen.add(address);
  });
}

/**
 * Makes the addresses of the 404 page full paths again: a host shows it at whatever depth was asked for,
 * where a relative address would lead astray.
 * @param base the path below which the site stands, with slashes at both ends
 */
export function makeRooted($: CheerioAPI, base: string): void {
  for (const attribute of ADDRESSES) {
    $(`[${attribute}]`).each((_index, element) => {
      const address = $(element).attr(attribute) ?? '';
      if (!/^(?:#|\/|[a-z]+:)/i.test(address)) $(element).attr(attribute, base + address);
    });
  }
}
