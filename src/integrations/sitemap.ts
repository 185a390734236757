// What search engines are told, on sites that have a public address: every page by its canonical address
// (https://www.sitemaps.org/protocol.html; up to 50,000 of them).
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, type CheerioAPI } from 'cheerio/slim';

export const SITEMAP = 'sitemap.xml';

/** The canonical address of a page that search engines are to list. */
export function listedAddress($: CheerioAPI): string | undefined {
  return $('meta[name="robots"]').length > 0 ? undefined : $('link[rel="canonical"]').attr('href');
}

/**
 * Writes the sitemap; at the root of a host also the file that says where it is, which is read only there.
 * @param addresses the canonical addresses
 */
export function writeSitemap(dir: string, addresses: readonly string[], site: URL): void {
  const $ = load(
    '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n</urlset>\n',
    { xml: true },
  );
  for (const address of addresses) $('urlset').append($('<url/>').append($('<loc/>').text(address)), '\n');
  writeFileSync(join(dir, SITEMAP), $.xml());
  if (site.pathname !== '/') return;
  writeFileSync(
    join(dir, 'robots.txt'),
    `User-agent: *\nAllow: /\nSitemap: ${new URL(SITEMAP, site).href}\n`,
  );
}
