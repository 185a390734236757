// What to cite, and with which particulars: a page of this site, a source text, the data. Nothing is
// invented: what is not known is left out, what is inferred stands in square brackets, and a note says what
// was located or inferred.
import type { Entry } from '../model/entries.ts';
import { dateOrder } from '../model/dates.ts';
import type { PageCollection } from '../model/references.ts';
import { pageAddress } from './addresses.ts';
import type { Archive } from './archive.ts';

/** The author of every page, and its publisher. */
export const SITE_NAME = 'Claimed & Denied';

/** The particulars of one thing to cite. */
export interface Citation {
  /** The key for reference managers. */
  readonly key: string;
  readonly type: 'webpage' | 'dataset';
  readonly author?: string | undefined;
  readonly title: string;
  /** Where it appeared, if that is not its author. */
  readonly container?: string | undefined;
  /** EDTF. */
  readonly date?: string | undefined;
  /** True where the date is reckoned. */
  readonly dateInferred?: boolean;
  readonly version?: string | undefined;
  readonly url?: string | undefined;
  readonly note?: string | undefined;
}

/** The full address of a page, if the site has one. @param address from the site's root: `/data.html` */
function fullAddress(site: URL | undefined, address: string): string | undefined {
  return site && new URL(address.slice(1), site).href;
}

/**
 * A page of this site.
 * @param site the site's address, if it has one
 */
export function pageCitation(entry: Entry<PageCollection>, site: URL | undefined): Citation {
  const { collection, id, data } = entry;
  const dates = data.changes.map(({ on }) => on);
  return {
    key: `claimed-denied-${collection}-${id}`,
    type: 'webpage',
    author: SITE_NAME,
    // The page of a source bears the headline of the text: say that it is not the text.
    title: collection === 'sources' ? `${data.title} [ledger]` : data.title,
    // The last public correction is the only date a page knows.
    date: dates.toSorted((a, b) => dateOrder(a) - dateOrder(b)).at(-1),
    url: fullAddress(site, pageAddress(entry)),
  };
}

/** The data as a whole. @param version of its content */
export function dataCitation(version: string, site: URL | undefined): Citation {
  return {
    key: `claimed-denied-data-${version}`,
    type: 'dataset',
    author: SITE_NAME,
    title: `${SITE_NAME}: the ledgers as data`,
    version,
    url: fullAddress(site, '/data.html'),
  };
}

/** A headline without the quotation marks that mark it as one. */
function unquoted(headline: string): string {
  return /^“.*”$/.test(headline) ? headline.slice(1, -1) : headline;
}

/** A source text itself, with its own publisher, headline, date and address, as far as they are known. */
export function sourceCitation(archive: Archive, { id, data }: Entry<'sources'>): Citation {
  const { author, headline, publisher, date, url, copies } = data;
  const particulars = Object.entries({ author, headline, publisher, date, address: url });
  const known = (how: string): string[] =>
    particulars.flatMap(([name, particular]) => (particular?.how === how ? [name] : []));
  const located = known('located').join(', ');
  const inferred = known('inferred').join(', ');
  const notes = [
    located && `Located, not printed in the text: ${located}.`,
    inferred && `Inferred: ${inferred}.`,
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

/** A citation and what it is of. */
export interface Cited {
  readonly label: string;
  readonly citation: Citation;
}

/** What an entry's page offers to cite: itself, and on the page of a source the text too. */
export function entryCitations(
  archive: Archive,
  entry: Entry<PageCollection>,
  site: URL | undefined,
): Cited[] {
  const page = { label: 'Cite this page', citation: pageCitation(entry, site) };
  if (entry.collection !== 'sources') return [page];
  const source = archive.entry({ collection: 'sources', id: entry.id });
  return [{ label: 'Cite the source text', citation: sourceCitation(archive, source) }, page];
}
