// What pages tell programs about their subject, in the terms of https://schema.org/ . It holds what the site itself states:
// names, summaries, the record of a position, what was found out about a source text. Times, places and makers of events
// are statements of voices, and are left out; so is every inferred fact.
import type { Entry } from '../model/entries.ts';
import type { EntryCollection } from '../model/references.ts';
import { positionAddress, reportAddress } from './addresses.ts';
import { pageAddress } from '../model/content-links.ts';
import type { Archive, Question } from './archive.ts';
import { entryName } from './names.ts';
import { answerInFull } from './wordings.ts';

/** A node of JSON-LD. A text that begins with a slash is an address of the site. */
export type Node = Readonly<Record<string, unknown>> & { readonly '@type': string };

/** The licence of the texts and the data. */
export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

/** Each position of a question that a held text has, with the first paragraph of each text in which it appears. */
function claims(archive: Archive, { entry, positions }: Question): Node[] {
  return positions.flatMap((position) => {
    const { id, reports } = position;
    if (reports.length === 0) return [];
    const first = [...new Map(reports.toReversed().map((report) => [report.source, report])).values()];
    return {
      '@type': 'Claim',
      text: answerInFull(archive, position),
      url: positionAddress(entry.id, id),
      appearance: first.reverse().map(({ key }) => reportAddress(key)),
    };
  });
}

/** What is known of a source text without an inference. */
function sourceText(archive: Archive, { data }: Entry<'sources'>): Node {
  const { headline, author, publisher, date, url, capture } = data;
  const told = <Value>(
    fact: { readonly value: Value; readonly how: string } | undefined,
  ): Value | undefined => (fact && fact.how !== 'inferred' ? fact.value : undefined);
  const house = told(publisher);
  return {
    '@type': 'Article',
    headline: told(headline),
    author: told(author),
    publisher: house && { '@type': 'Organization', name: entryName(archive, house) },
    datePublished: told(date),
    url: told(url),
    description:
      capture === 'seen' ? 'Not saved: what this site says of the text cannot be checked here.' : undefined,
  };
}

const SUBJECT = {
  groups: 'Organization',
  organisations: 'Organization',
  people: 'Person',
  places: 'Place',
  events: 'Event',
  terms: 'DefinedTerm',
} as const;

function subject(archive: Archive, entry: Entry<EntryCollection>): Node | Node[] {
  const { collection, id, data } = entry;
  if (collection === 'questions') return claims(archive, archive.question(id));
  if (collection === 'sources') return sourceText(archive, archive.entry({ collection, id }));
  const point = 'point' in data ? data.point : undefined;
  return {
    '@type': SUBJECT[collection],
    name: data.title,
    alternateName: data.aliases.length > 0 ? data.aliases : undefined,
    geo: point && { '@type': 'GeoCoordinates', latitude: point.latitude, longitude: point.longitude },
  };
}

/** The page of an entry as an article about its subject. */
export function entryNode(archive: Archive, entry: Entry<EntryCollection>): Node {
  return {
    '@type': 'Article',
    headline: entry.data.title,
    url: pageAddress(entry),
    about: subject(archive, entry),
  };
}
