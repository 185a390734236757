// The public corrections of all pages, newest first, as an Atom feed (RFC 4287). Readers subscribe before
// there is anything to correct, so the feed is there without entries as well.
import { createHash } from 'node:crypto';
import { load } from 'cheerio/slim';
import { PAGE_COLLECTIONS } from '../model/references.ts';
import { dateOrder, dateSpan } from '../model/dates.ts';
import { pageAddress } from './addresses.ts';
import type { Archive } from './archive.ts';
import { SITE_NAME } from '../site.ts';

/** The feed's file, at the root of the site. */
export const FEED = 'corrections.xml';

export interface Correction {
  /** From the site's root: `/people/gladkov.html`. */
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

/** The beginning of a date as RFC 3339 has moments; dates here know no hours. */
function moment(date: string): string {
  const { from } = dateSpan(date);
  return new Date(from ?? 0).toISOString().replace('.000Z', 'Z');
}

/**
 * When the content last changed as far as it tells: its last correction, else its latest source. The day of a
 * build would be another each time.
 */
export function lastChange(archive: Archive): string {
  const dates = archive.list('sources').flatMap(({ data }) => (data.date ? [data.date.value] : []));
  const latest = dates.toSorted((a, b) => dateOrder(b) - dateOrder(a))[0];
  return moment(corrections(archive)[0]?.on ?? latest ?? '1970-01-01');
}

/**
 * The feed as XML.
 * @param site the public address of the site: all of a feed's addresses are absolute
 */
export function correctionsFeed(archive: Archive, site: URL): string {
  const all = corrections(archive);
  const address = (path: string): string => new URL(path.replace(/^\//, ''), site).href;
  const $ = load(
    '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"></feed>\n',
    { xml: true },
  );
  /** An element with text, attributes or both. */
  const element = (name: string, text: string, attributes: Readonly<Record<string, string>> = {}) =>
    $(`<${name}/>`)
      .text(text)
      .attr({ ...attributes });
  const feed = $('feed').append(
    element('title', `${SITE_NAME}: corrections`),
    element('id', address(FEED)),
    element('link', '', { rel: 'self', type: 'application/atom+xml', href: address(FEED) }),
    element('link', '', { rel: 'alternate', type: 'text/html', href: address('index.html') }),
    element('updated', lastChange(archive)),
    $('<author/>').append(element('name', SITE_NAME)),
    element('rights', 'CC BY 4.0'),
  );
  for (const { page, title, on, what, why } of all) {
    const link = `${address(page)}#corrections`;
    // A page may have several corrections of one day.
    const mark = createHash('sha256').update(what).digest('hex').slice(0, 8);
    feed.append(
      $('<entry/>').append(
        element('title', title),
        element('id', `${link}-${encodeURIComponent(on)}-${mark}`),
        element('link', '', { rel: 'alternate', type: 'text/html', href: link }),
        element('updated', moment(on)),
        element('summary', `${what} ${why}`),
      ),
    );
  }
  return $.xml();
}
