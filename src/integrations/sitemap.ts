// What search engines are told, on sites that have a public address: every page by its canonical address
// (https://www.sitemaps.org/protocol.html; up to 50,000 of them).
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio/slim';
import type { Attributes } from '../output/tag-rewriter.ts';

export const SITEMAP = 'sitemap.xml';

/** Reads the tags of a page, and then tells its canonical address if search engines are to list it. */
export function listingReader(): {
  readonly tag: (name: string, attributes: Attributes) => void;
  readonly address: () => string | undefined;
} {
  let canonical: string | undefined;
  let hidden = false;
  return {
    tag: (name, { rel, href, name: what }) => {
      if (name === 'link' && rel === 'canonical') canonical ??= href;
      if (name === 'meta' && what === 'robots') hidden = true;
    },
    address: () => (hidden ? undefined : canonical),
  };
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
