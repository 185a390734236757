// The lists that grow with the archive: the entries of a kind on their index, the reports, questions, events and
// references of an entry. A page shows the first of each, or what most is told of; a list that is longer goes on
// pages of its own, so that no page grows without bound.
import type { CollectionName } from '../model/collections.ts';
import { KIND_WORDS } from '../model/collections.ts';
import type { Entry } from '../model/entries.ts';
import { PAGE_COLLECTIONS, type PageCollection } from '../model/references.ts';
import { SIDES } from '../model/sides.ts';
import { indexAddress, pageKey, type PageRef } from './addresses.ts';
import type { Archive, Question } from './archive.ts';
import type { Mention } from './mentions.ts';
import { inTimeOrder } from './order.ts';
import type { Report } from './reports.ts';
import { STANDING_RULE, type Position } from './standing.ts';

/** What a list holds. */
export type Items =
  | { readonly of: 'reports'; readonly items: readonly Report[] }
  | { readonly of: 'entries'; readonly items: readonly Entry<PageCollection>[] }
  | { readonly of: 'questions'; readonly items: readonly Question[] }
  /** What one page says in referring to another; the pages that rest on a report say nothing. */
  | { readonly of: 'pages'; readonly items: readonly Referrer[] };

/** A page that refers to another. */
export interface Referrer {
  readonly from: PageRef;
  readonly mentions: readonly Mention[];
}

export type LongList = Items & {
  /** The page that the list belongs to; an index has the id `index`. */
  readonly owner: PageRef;
  /** Names the list in anchors and addresses: `about`. */
  readonly id: string;
  readonly heading: string;
};

/** A list of one kind of item. */
export type ListOf<Of extends Items['of']> = Extract<LongList, { readonly of: Of }>;

/** How many items stand on each page of a long list. */
const PART: Readonly<Record<Items['of'], number>> = { reports: 50, entries: 100, questions: 100, pages: 100 };

/** How many items of a list stand on the page it belongs to. */
export const SHOWN = {
  reports: 6,
  positions: 15,
  questions: 30,
  events: 10,
  referrers: 12,
  uses: 20,
  /** Of an index, in prose. */
  entries: 30,
} as const;

/** Where a part of a list stands: `/events/closure/about-2.html`; parts count from 1, and the first of an index is its page. */
export function partAddress({ owner, id }: Pick<LongList, 'owner' | 'id'>, part: number): string {
  if (owner.id === 'index' && part === 1) return indexAddress(owner.collection);
  return `/${owner.collection}/${owner.id}/${id}-${part}.html`;
}

/** A list as the pages that hold it, whole; at least one. */
export function listParts<List extends LongList>(list: List): List[] {
  const size = PART[list.of];
  return Array.from({ length: Math.max(1, Math.ceil(list.items.length / size)) }, (_part, index) => ({
    ...list,
    items: list.items.slice(index * size, (index + 1) * size),
  }));
}

/** What can have a list of reports: the collections that speak, and those that are spoken of. */
const TOLD_OF = ['groups', 'events', 'people', 'organisations', 'places'] satisfies PageCollection[];

/** The reports of an entry: what it said, what it carried, what is said of it; those that are not empty, in time order. */
export function reportLists(archive: Archive, owner: PageRef): ListOf<'reports'>[] {
  if (!TOLD_OF.some((name) => name === owner.collection)) return [];
  const speaks = owner.collection !== 'events' && owner.collection !== 'places';
  const of = owner.collection === 'people' ? 'this person' : 'it';
  const lists = [
    { id: 'own', heading: `What ${of} is reported to have said`, reports: archive.spokenBy(owner) },
    { id: 'carried', heading: `What ${of} carried for others`, reports: archive.carriedBy(owner) },
    {
      id: 'about',
      heading: speaks ? `What others say of ${of}` : 'Every report about it',
      reports: archive.about(owner).filter((report) => report.voice.id !== owner.id),
    },
  ];
  return lists
    .filter(({ reports }) => reports.length > 0)
    .map(({ id, heading, reports }) => ({
      of: 'reports',
      owner,
      id,
      heading,
      items: inTimeOrder(archive, reports),
    }));
}

/** The reports that take a position, in time order. */
export function positionList(archive: Archive, question: string, position: Position): ListOf<'reports'> {
  return {
    of: 'reports',
    owner: { collection: 'questions', id: question },
    id: `position-${position.id}`,
    heading: position.answer,
    items: inTimeOrder(archive, position.reports),
  };
}

/** The questions at stake on a page. */
export function questionList(archive: Archive, owner: PageRef): ListOf<'questions'> {
  const headings: Partial<Record<CollectionName, string>> = {
    people: 'Questions with a part in it',
    organisations: 'Questions in which it has a part',
  };
  const heading = headings[owner.collection] ?? 'What is disputed or open';
  return { of: 'questions', owner, id: 'questions', heading, items: archive.questionsAbout(owner) };
}

/** The events that are told of a place, or as parts of an event; in order of time. */
export function eventList(archive: Archive, owner: PageRef): ListOf<'entries'> {
  const heading = owner.collection === 'events' ? 'Events told with it' : 'Events told of it';
  return { of: 'entries', owner, id: 'events', heading, items: archive.eventsOf(owner) };
}

/** The pages of each kind that refer to a page. */
export function referrerLists(
  archive: Archive,
  owner: PageRef,
): (ListOf<'pages'> & { readonly collection: CollectionName })[] {
  const byPage = Map.groupBy(archive.mentionsOf(owner), ({ from }) => pageKey(from));
  const byKind = Map.groupBy(
    [...byPage.values()].map(([first, ...rest]): Referrer => {
      const { from } = first as Mention;
      return { from, mentions: [first as Mention, ...rest] };
    }),
    ({ from }) => from.collection,
  );
  return [...PAGE_COLLECTIONS, 'pages' as const].flatMap((collection) => {
    const items = byKind.get(collection);
    const heading = `What refers here: ${KIND_WORDS[collection][1].toLowerCase()}`;
    return items ? [{ of: 'pages', owner, id: `from-${collection}`, heading, items, collection }] : [];
  });
}

/** The pages that rest on a report. */
export function useList(archive: Archive, report: Report): ListOf<'pages'> {
  return {
    of: 'pages',
    owner: { collection: 'sources', id: report.source },
    id: `cited-${report.number}`,
    heading: `Where ¶${report.paragraph} is cited: “${report.says}”`,
    items: archive.usesOf(report.key).map((from) => ({ from, mentions: [] })),
  };
}

/** The lists of an entry that do not fit on its own page. */
export function longLists(archive: Archive, owner: PageRef): LongList[] {
  const over = (most: number, lists: readonly LongList[]): LongList[] =>
    lists.filter(({ items }) => items.length > most);
  const { collection, id } = owner;
  return [
    ...over(SHOWN.reports, reportLists(archive, owner)),
    ...over(
      SHOWN.positions,
      collection === 'questions'
        ? archive.question(id).positions.map((position) => positionList(archive, id, position))
        : [],
    ),
    ...over(
      SHOWN.uses,
      collection === 'sources' ? archive.reportsOf(id).map((report) => useList(archive, report)) : [],
    ),
    ...over(SHOWN.questions, [questionList(archive, owner)]),
    ...over(SHOWN.events, [eventList(archive, owner)]),
    ...over(SHOWN.referrers, referrerLists(archive, owner)),
  ];
}

/** What an index is ordered by before its own order, first to last; nothing where there is one order only. */
function ranks(
  archive: Archive,
  collection: PageCollection,
): ((entry: Entry<PageCollection>) => number) | undefined {
  switch (collection) {
    case 'people':
    case 'organisations':
      return ({ data }) => ('side' in data ? SIDES.indexOf(data.side) : 0);
    case 'questions':
      return ({ id }) =>
        STANDING_RULE.findIndex(({ standing }) => standing === archive.question(id).standing);
    case 'terms':
      return ({ data }) => TERM_KINDS.findIndex((kind) => 'kind' in data && data.kind === kind);
    default:
      return undefined;
  }
}

/** The kinds of terms, as the glossary has them. */
export const TERM_KINDS = ['loaded', 'field', 'site'] as const;

/** All entries of a kind in the order of their index: by side, standing or kind where it has such headings. */
export function indexList(archive: Archive, collection: PageCollection): ListOf<'entries'> {
  const rank = ranks(archive, collection);
  const weight = ({ id }: Entry<PageCollection>): number =>
    collection === 'questions' ? archive.question(id).reports.length : 0;
  const all: readonly Entry<PageCollection>[] =
    collection === 'questions' ? archive.questions.map(({ entry }) => entry) : archive.list(collection);
  return {
    of: 'entries',
    owner: { collection, id: 'index' },
    id: 'all',
    heading: KIND_WORDS[collection][1],
    items: rank ? all.toSorted((a, b) => rank(a) - rank(b) || weight(b) - weight(a)) : all,
  };
}

/** Every page of a long list beside the pages that the lists belong to, with its number. */
export function furtherPages(archive: Archive): { list: LongList; part: number }[] {
  const numbered = (list: LongList): { list: LongList; part: number }[] =>
    listParts(list).map((_part, index) => ({ list, part: index + 1 }));
  return PAGE_COLLECTIONS.flatMap((collection) => [
    ...numbered(indexList(archive, collection)).slice(1),
    ...archive.list(collection).flatMap((entry) => longLists(archive, entry).flatMap(numbered)),
  ]);
}
