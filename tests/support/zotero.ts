// What Zotero saves of a page: the rules of its translators "Embedded Metadata" and "RDF"
// (https://github.com/zotero/translators) for the tags that pages of this site may have. A tag of another vocabulary that
// Zotero reads is an error, so that a new tag needs its rule here.
import type { CheerioAPI } from 'cheerio';

/** The fields of a Zotero item that the site fills. */
interface ZoteroItem {
  readonly itemType: string;
  readonly title: string;
  readonly websiteTitle: string | undefined;
  readonly url: string;
  readonly date: string | undefined;
  readonly abstractNote: string | undefined;
  readonly creators: readonly string[];
}

/** Prefixes of tags that Zotero reads as a vocabulary. */
const READ =
  /^(?:bib|bibo|dc|dcterms|prism|foaf|vcard|link|z|eprints?|og|article|book|music|video|so|codemeta|rdf)[.:_]/i;
const KNOWN = /^og:(?:title|type|site_name|description|url|image(?::width|:height|:alt)?)$/;

/** @param address where the page was opened */
export function zoteroItem($: CheerioAPI, address: string): ZoteroItem {
  // The name of a tag counts before its property.
  const tags = $('meta[content]')
    .get()
    .map(
      (meta) =>
        [$(meta).attr('name') ?? $(meta).attr('property') ?? '', $(meta).attr('content') ?? ''] as const,
    );
  const unknown = tags.filter(
    ([name]) => (READ.test(name) && !KNOWN.test(name)) || /^citation_(?!date$)/.test(name),
  );
  if (unknown.length > 0) throw new RangeError(`Zotero reads ${unknown.join(', ')}`);
  const of = (name: string): string | undefined => tags.find(([each]) => each === name)?.[1];
  const byOgType: Readonly<Record<string, string>> = {
    website: 'webpage',
    article: 'journalArticle',
    book: 'book',
  };
  const bylines = $('.byline, .vcard').get();
  return {
    itemType: byOgType[of('og:type') ?? ''] ?? 'webpage',
    title: of('og:title') ?? $('title').text(),
    websiteTitle: of('og:site_name'),
    url: of('og:url') ?? address,
    date: of('citation_date'),
    abstractNote: of('og:description') ?? of('description'),
    creators: bylines.map((byline) => $(byline).text()),
  };
}
