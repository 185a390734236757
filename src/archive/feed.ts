// The public corrections of all pages as an RSS feed.
import type { RSSOptions } from '@astrojs/rss';
import { MDX_COLLECTIONS } from '../model/references.ts';
import { dateOrder, dateSpan } from '../model/dates.ts';
import { SITE_NAME } from '../site.ts';
import { sha256 } from '../util/sha256.ts';
import { pageAddress } from '../model/content-links.ts';
import type { Archive } from './archive.ts';

/** The file of the feed, at the root of the site. */
export const FEED = 'corrections.xml';

/** All corrections with the address and the title of their page, newest first; those of one day in the order of the pages. */
export function corrections(archive: Archive) {
  return MDX_COLLECTIONS.flatMap((name) =>
    archive.list(name).flatMap((entry) =>
      entry.data.changes.map((change) => ({
        ...change,
        page: pageAddress(entry),
        title: entry.data.title,
      })),
    ),
  ).sort((a, b) => dateOrder(b.on) - dateOrder(a.on));
}

/**
 * The feed for @astrojs/rss. Without corrections it has no items, so that readers can subscribe beforehand.
 * @param site the public address of the site: all addresses in a feed are absolute
 */
export function correctionsFeed(archive: Archive, site: URL): RSSOptions {
  return {
    title: `${SITE_NAME}: corrections`,
    description: 'What was corrected on the pages, and why.',
    site,
    items: corrections(archive).map(({ page, title, on, what, why }) => {
      const link = `${new URL(page.slice(1), site).href}#corrections`;
      // A page may have several corrections of one day.
      const hash = sha256(what).slice(0, 8);
      return {
        title,
        link,
        description: `${what} ${why}`,
        pubDate: new Date(dateSpan(on).from ?? 0),
        customData: `<guid isPermaLink="false">${link}-${encodeURIComponent(on)}-${hash}</guid>`,
      };
    }),
  };
}
