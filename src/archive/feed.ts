// The public corrections of all pages as an RSS feed.
import { createHash } from 'node:crypto';
import type { RSSOptions } from '@astrojs/rss';
import { PAGE_COLLECTIONS } from '../model/references.ts';
import { dateOrder, dateSpan } from '../model/dates.ts';
import { SITE_NAME } from '../site.ts';
import { pageAddress } from './addresses.ts';
import type { Archive } from './archive.ts';

/** The file of the feed, at the root of the site. */
export const FEED = 'corrections.xml';

export interface Correction {
  /** From the root of the site: `/people/gladkov.html`. */
  readonly page: string;
  readonly title: string;
  /** EDTF. */
  readonly on: string;
  readonly what: string;
  readonly why: string;
}

/** All corrections, newest first; those of one day in the order of the pages. */
export function corrections(archive: Archive): Correction[] {
  return [...PAGE_COLLECTIONS, 'pages' as const]
    .flatMap((name) =>
      archive.list(name).flatMap((entry) =>
        entry.data.changes.map((change) => ({
          ...change,
          page: pageAddress(entry),
          title: entry.data.title,
        })),
      ),
    )
    .sort((a, b) => dateOrder(b.on) - dateOrder(a.on));
}

/** The first moment of an EDTF date. */
function moment(date: string): Date {
  return new Date(dateSpan(date).from ?? 0);
}

/**
 * When the content last changed, in RFC 3339: the day of the last correction, else of the latest source. The day of
 * the build would differ from build to build.
 */
export function lastChange(archive: Archive): string {
  const dates = archive.list('sources').flatMap(({ data }) => (data.date ? [data.date.value] : []));
  const latest = dates.toSorted((a, b) => dateOrder(b) - dateOrder(a))[0];
  return moment(corrections(archive)[0]?.on ?? latest ?? '1970-01-01')
    .toISOString()
    .replace('.000Z', 'Z');
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
      const hash = createHash('sha256').update(what).digest('hex').slice(0, 8);
      return {
        title,
        link,
        description: `${what} ${why}`,
        pubDate: moment(on),
        customData: `<guid isPermaLink="false">${link}-${encodeURIComponent(on)}-${hash}</guid>`,
      };
    }),
  };
}
