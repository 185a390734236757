// Writes the sitemap (https://www.sitemaps.org/protocol.html) of a site that has a public address. @astrojs/sitemap
// would write wrong addresses: without the path of `site`, and without `.html` if `build.format` is `preserve`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attributes } from './tag-rewriter.ts';

/** The sitemap, below the root of the site. */
export const SITEMAP = 'sitemap.xml';

/** Reads the tags of a page. @returns `address`: the canonical address, or undefined if search engines must not list the page */
export function listingReader(): {
  readonly tag: (name: string, attributes: Attributes) => void;
  readonly address: () => string | undefined;
} {
  let canonical: string | undefined;
  let hidden = false;
  return {
    tag: (name, { rel, href, name: metaName }) => {
      if (name === 'link' && rel === 'canonical') canonical ??= href;
      if (name === 'meta' && metaName === 'robots') hidden = true;
    },
    address: () => (hidden ? undefined : canonical),
  };
}

/** Writes the sitemap. @param addresses the canonical addresses, at most 50,000 */
export function writeSitemap(dir: string, addresses: readonly string[]): void {
  // Of the characters that XML reserves, an address can have only the ampersand.
  const urls = addresses.map((address) => `<url><loc>${address.replaceAll('&', '&amp;')}</loc></url>\n`);
  writeFileSync(
    join(dir, SITEMAP),
    `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`,
  );
}
