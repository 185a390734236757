// What Zotero saves of a page: the rules of its translators "Embedded Metadata" and "RDF"
// (https://github.com/zotero/translators) for the tags that pages of this site may have. A tag of another vocabulary that
// Zotero reads is an error, so that a new tag needs its rule here.
import type { CheerioAPI } from 'cheerio';
import { texts } from './site.ts';

/** Prefixes of tags that Zotero reads as a vocabulary. */
const READ =
  /^(?:bib|bibo|dc|dcterms|prism|foaf|vcard|link|z|eprints?|og|article|book|music|video|so|codemeta|rdf)[.:_]/i;
const KNOWN = /^og:(?:title|type|site_name|description|url|image(?::width|:height|:alt)?)$/;

/** The type of an item, by the type that the page names in its tag og:type. */
const TYPES: Readonly<Record<string, string>> = {
  website: 'webpage',
  article: 'journalArticle',
  book: 'book',
};

/**
 * The Zotero item of a page, with the fields that the site fills.
 * @param address where the page was opened
 */
export function zoteroItem($: CheerioAPI, address: string) {
  // The name of a tag counts before its property.
  const tags = [...$('meta[content]')].map(
    ({ attribs: { name, property, content = '' } }) => [name ?? property ?? '', content] as const,
  );
  const unknown = tags.filter(
    ([name]) => (READ.test(name) && !KNOWN.test(name)) || /^citation_(?!date$)/.test(name),
  );
  if (unknown.length > 0) throw new RangeError(`Zotero reads ${unknown.join(', ')}`);
  const of = (name: string): string | undefined => tags.find(([each]) => each === name)?.[1];
  return {
    itemType: TYPES[of('og:type') ?? ''] ?? 'webpage',
    title: of('og:title') ?? $('title').text(),
    websiteTitle: of('og:site_name'),
    url: of('og:url') ?? address,
    date: of('citation_date'),
    abstractNote: of('og:description') ?? of('description'),
    creators: texts($('.byline, .vcard')),
  };
}
