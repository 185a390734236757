// Writes the sitemap (https://www.sitemaps.org/protocol.html) of a site that has a public address. @astrojs/sitemap
// would write wrong addresses: without the path of `site`, and without `.html` if `build.format` is `preserve`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The sitemap, below the root of the site. */
export const SITEMAP = 'sitemap.xml';

/** Writes the sitemap. @param addresses the canonical addresses, at most 50,000 */
export function writeSitemap(dir: string, addresses: readonly string[]): void {
  // Of the characters that XML reserves, an address can have only the ampersand.
  const urls = addresses.map((address) => `<url><loc>${address.replaceAll('&', '&amp;')}</loc></url>\n`);
  writeFileSync(
    join(dir, SITEMAP),
    `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`,
  );
}
