// Bibliographic references to copy: to a page of this site, to its data, to a source text. Unknown fields are left
// out, an inferred date is marked as inferred, and a note says which fields were located or inferred.
import type { Entry } from '../model/entries.ts';
import { dateOrder, dateWords } from '../model/dates.ts';
import type { EntryCollection } from '../model/references.ts';
import { SITE_NAME } from '../site.ts';
import { capital } from '../util/capital.ts';
import { pageAddress } from '../model/content-links.ts';
import type { Archive } from './archive.ts';

/** The fields of one reference. */
export interface BibliographyItem {
  /** The key for reference managers. */
  readonly key: string;
  readonly type: 'webpage' | 'dataset';
  readonly author?: string | undefined;
  readonly title: string;
  /** The publication it appeared in, unless the author is the publisher. */
  readonly container?: string | undefined;
  /** EDTF. */
  readonly date?: string | undefined;
  readonly dateInferred?: boolean;
  readonly version?: string | undefined;
  readonly url?: string | undefined;
  readonly note?: string | undefined;
}

/** A reference with its heading: "Cite this page". */
export interface LabelledItem {
  readonly label: string;
  readonly item: BibliographyItem;
  /** True if the reference is to the page on which it stands. */
  readonly here: boolean;
}

/** The absolute address of a page. @param address from the site's root: `/data.html` */
function absoluteAddress(site: URL | undefined, address: string): string | undefined {
  return site && new URL(address.slice(1), site).href;
}

/** The day of the last public correction of a page, which is the only date that a page has; in EDTF. */
export function lastCorrection({ data }: Entry): string | undefined {
  const days = data.changes.map(({ on }) => on);
  return days.toSorted((a, b) => dateOrder(a) - dateOrder(b)).at(-1);
}

/**
 * A reference to the page of an entry.
 * @param site the public address of the site, if it has one
 * @param version the version of the data
 */
export function pageItem(
  entry: Entry<EntryCollection>,
  site: URL | undefined,
  version: string,
): BibliographyItem {
  const { collection, id, data } = entry;
  return {
    key: `claimed-denied-${collection}-${id}`,
    type: 'webpage',
    author: SITE_NAME,
    // The page of a source has the headline of the text as its title: mark it as the page.
    title: collection === 'sources' ? `${data.title} [what the text says]` : data.title,
    date: lastCorrection(entry),
    version,
    url: absoluteAddress(site, pageAddress(entry)),
  };
}

/** A reference to the data as a whole. @param version the version of its content */
export function dataItem(version: string, site: URL | undefined): BibliographyItem {
  return {
    key: `claimed-denied-data-${version}`,
    type: 'dataset',
    author: SITE_NAME,
    title: `${SITE_NAME}: all reports as data`,
    version,
    url: absoluteAddress(site, '/data.html'),
  };
}

/** A headline without the quotation marks around all of it. */
function unquoted(headline: string): string {
  return /^“.*”$/.test(headline) ? headline.slice(1, -1) : headline;
}

/** A reference to a source text itself, with the fields that are known of it. */
export function sourceItem(archive: Archive, { id, data }: Entry<'sources'>): BibliographyItem {
  const { author, headline, publisher, date, url, copies } = data;
  const fields = Object.entries({ author, headline, publisher, date, address: url });
  const namesOf = (how: string): string =>
    fields
      .filter(([, field]) => field?.how === how)
      .map(([name]) => name)
      .join(', ');
  const located = namesOf('located');
  const inferred = namesOf('inferred');
  const notes = [
    located && `${capital(located)}: found outside the text.`,
    inferred && `${capital(inferred)}: inferred, not printed in the text.`,
    data.capture === 'seen' && `Not saved; read ${dateWords(data.read)}.`,
    data.translated && 'Read in translation.',
    ...copies.map((copy) => `${copy.note.replace(/\.$/, '')}: ${copy.url}`),
  ];
  return {
    key: id,
    type: 'webpage',
    author: author?.value,
    title: headline ? unquoted(headline.value) : `[${data.title}]`,
    container: publisher && archive.entry(publisher.value).data.title,
    date: date?.value,
    dateInferred: date?.how === 'inferred',
    url: url?.value,
    note: notes.filter((note) => note).join(' ') || undefined,
  };
}

/** The references that the page of an entry offers: to the page, and on the page of a source to the text too. */
export function entryItems(
  archive: Archive,
  entry: Entry<EntryCollection>,
  site: URL | undefined,
  version: string,
): LabelledItem[] {
  const item = pageItem(entry, site, version);
  if (entry.collection !== 'sources') return [{ label: 'Cite this page', item, here: true }];
  const source = archive.entry({ collection: 'sources', id: entry.id });
  return [
    { label: 'Cite the text itself', item: sourceItem(archive, source), here: false },
    { label: 'Cite our page about the text', item, here: true },
  ];
}
