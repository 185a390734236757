// Lists that grow with the archive: the entries of an index, and the reports, questions, events and referring pages of
// an entry. The page of the entry shows the first items. A longer list also has pages of its own, so that the size of
// every page has a limit.
import { KIND_WORDS, type CollectionName } from '../model/collections.ts';
import type { PageRef } from '../model/content-links.ts';
import type { AnyEntry } from '../model/entries.ts';
import { ENTRY_COLLECTIONS, MDX_COLLECTIONS, refKey, type EntryCollection } from '../model/references.ts';
import { SIDES } from '../model/sides.ts';
import { indexAddress } from './addresses.ts';
import type { Archive, Question } from './archive.ts';
import type { Mention } from './mentions.ts';
import { inTimeOrder } from './report-dates.ts';
import { reportPlace, type Report } from './reports.ts';
import { STANDINGS, type Position } from './standing.ts';

/** A page that refers to another page, or that cites a report. */
export interface Referrer {
  readonly from: PageRef;
  /** The references of the page; empty if the list is of pages that cite a report. */
  readonly mentions: readonly Mention[];
}

/** The items of lists, by kind. */
interface Items {
  readonly reports: Report;
  readonly entries: AnyEntry<EntryCollection>;
  readonly questions: Question;
  readonly pages: Referrer;
}

/** A list of one kind of items. */
export interface ListOf<Of extends keyof Items> {
  readonly of: Of;
  readonly items: readonly Items[Of][];
  /** The page that the list belongs to: an entry, or an index with the id `index`. */
  readonly owner: PageRef;
  /** Identifies the list in anchors and addresses: `about`. */
  readonly id: string;
  readonly heading: string;
}

export type PagedList = { [Of in keyof Items]: ListOf<Of> }[keyof Items];

/** The number of items on one page of a list. */
const PAGE_SIZE = { reports: 50, entries: 100, questions: 100, pages: 100 } as const;

/** The number of items that the page of an entry shows before it links to the whole list. */
export const SHOWN = {
  reports: 5,
  /** Reports of each side on the page of an event. */
  ofSide: 1,
  /** Reports of one position of a question. */
  positions: 15,
  questions: 30,
  events: 10,
  referrers: 6,
  /** Pages that cite a report, in a row of a ledger. */
  uses: 12,
  /** The entries of a collection that a component in prose shows. */
  entries: 30,
} as const;

/**
 * The address of one page of a list: `/events/closure/about-2.html`. The first page of an index is the index itself.
 * @param number from 1
 */
export function listPageAddress({ owner, id }: Pick<PagedList, 'owner' | 'id'>, number: number): string {
  if (owner.id === 'index' && number === 1) return indexAddress(owner.collection);
  return `/${owner.collection}/${owner.id}/${id}-${number}.html`;
}

/** Splits a list into pages. @returns the list once for each page, with the items of that page; at least one page */
export function listPages<List extends PagedList>(list: List): List[] {
  const size = PAGE_SIZE[list.of];
  return Array.from({ length: Math.max(1, Math.ceil(list.items.length / size)) }, (_page, index) => ({
    ...list,
    items: list.items.slice(index * size, (index + 1) * size),
  }));
}

/** The heading of the ledger on the page of a source. */
export const LEDGER_HEADING = 'What this text says, paragraph by paragraph';

/** The collections whose entries have lists of reports, with what a heading calls such an entry. */
const OWNER_WORDS: Partial<Record<CollectionName, string>> = {
  groups: 'this group',
  people: 'this person',
  organisations: 'this organisation',
  events: 'this event',
  places: 'this place',
};

/**
 * The lists of reports of an entry, each in time order and none of them empty: reports in which the entry speaks, which
 * it carries, and which are about it.
 */
export function reportLists(archive: Archive, owner: PageRef): ListOf<'reports'>[] {
  const of = OWNER_WORDS[owner.collection];
  if (of === undefined) return [];
  const speaks = owner.collection !== 'events' && owner.collection !== 'places';
  const lists = [
    { id: 'own', heading: `What ${of} said`, reports: archive.spokenBy(owner) },
    { id: 'carried', heading: `What ${of} passed on`, reports: archive.carriedBy(owner) },
    {
      id: 'about',
      heading: speaks ? `What others said about ${of}` : `Reports about ${of}`,
      reports: archive.about(owner).filter((report) => report.voice.id !== owner.id),
    },
  ];
  return lists
    .filter(({ reports }) => reports.length > 0)
    .map(({ reports, ...list }) => ({ of: 'reports', owner, ...list, items: inTimeOrder(reports) }));
}

/** The reports that take a position, in time order. */
export function positionList(question: string, position: Position): ListOf<'reports'> {
  return {
    of: 'reports',
    owner: { collection: 'questions', id: question },
    id: `position-${position.id}`,
    heading: position.answer,
    items: inTimeOrder(position.reports),
  };
}

/** The questions that concern an entry. */
export function questionList(archive: Archive, owner: PageRef): ListOf<'questions'> {
  const voice = owner.collection === 'people' || owner.collection === 'organisations';
  const heading = voice ? 'Related questions' : 'What is disputed or open';
  return { of: 'questions', owner, id: 'questions', heading, items: archive.questionsAbout(owner) };
}

/** The events at a place, or the events that are parts of an event, in time order. */
export function eventList(archive: Archive, owner: PageRef): ListOf<'entries'> {
  const heading = owner.collection === 'events' ? 'Events within it' : 'Events there';
  return { of: 'entries', owner, id: 'events', heading, items: archive.eventsOf(owner) };
}

/** The pages that refer to a page, one list for each of their collections. */
export function referrerLists(
  archive: Archive,
  owner: PageRef,
): (ListOf<'pages'> & { readonly collection: CollectionName })[] {
  const byPage = Map.groupBy(archive.mentionsOf(owner), ({ from }) => refKey(from));
  const byKind = Map.groupBy(
    [...byPage.values()].map((mentions): Referrer => ({ from: (mentions[0] as Mention).from, mentions })),
    ({ from }) => from.collection,
  );
  return MDX_COLLECTIONS.flatMap((collection) => {
    const items = byKind.get(collection);
    const heading = `Pages that link here: ${KIND_WORDS[collection][1].toLowerCase()}`;
    return items ? [{ of: 'pages', owner, id: `from-${collection}`, heading, items, collection }] : [];
  });
}

/** The pages that cite a report. */
export function useList(archive: Archive, report: Report): ListOf<'pages'> {
  return {
    of: 'pages',
    owner: { collection: 'sources', id: report.source },
    id: `cited-${report.number}`,
    heading: `Where ${reportPlace(report)} is cited: “${report.says}”`,
    items: archive.usesOf(report.key).map((from) => ({ from, mentions: [] })),
  };
}

/** The lists of an entry that are too long for its page. */
export function longLists(archive: Archive, owner: PageRef): PagedList[] {
  const { collection, id } = owner;
  const positions = collection === 'questions' ? archive.question(id).withSeen.positions : [];
  // An entry of another collection can have the id of a source.
  const reports = collection === 'sources' ? archive.reportsOf(id) : [];
  const lists: Record<Exclude<keyof typeof SHOWN, 'entries' | 'ofSide'>, readonly PagedList[]> = {
    reports: reportLists(archive, owner),
    positions: positions.map((position) => positionList(id, position)),
    uses: reports.map((report) => useList(archive, report)),
    questions: [questionList(archive, owner)],
    events: [eventList(archive, owner)],
    referrers: referrerLists(archive, owner),
  };
  return Object.entries(lists).flatMap(([kind, all]) =>
    all.filter(({ items }) => items.length > SHOWN[kind as keyof typeof lists]),
  );
}

/** The kinds of terms, in the order of the glossary. */
export const TERM_KINDS = ['loaded', 'field', 'site'] as const;

/**
 * All entries of a collection in the order of their index: people and organisations by side, and those with most
 * words first; groups and places by number of reports, questions by standing, terms by kind, held sources before seen ones and
 * each by name.
 */
function indexed(archive: Archive, of: EntryCollection): readonly AnyEntry<EntryCollection>[] {
  if (of === 'questions') {
    const rank = ({ withSeen }: Question): number => STANDINGS.indexOf(withSeen.standing);
    return archive.questions
      .toSorted((a, b) => rank(a) - rank(b) || b.withSeen.reports.length - a.withSeen.reports.length)
      .map(({ entry }) => entry);
  }
  const rank = ({ collection, data }: AnyEntry<EntryCollection>): number => {
    if (collection === 'people' || collection === 'organisations') return SIDES.indexOf(data.side);
    if (collection === 'sources') return Number(data.capture === 'seen');
    return collection === 'terms' ? TERM_KINDS.indexOf(data.kind) : 0;
  };
  // More reports come first: of a voice those that it speaks or carries, of a group or place those about it.
  const weight = (entry: AnyEntry<EntryCollection>): number => {
    if (of === 'people' || of === 'organisations')
      return archive.spokenBy(entry).length + archive.carriedBy(entry).length;
    return of === 'groups' || of === 'places' ? archive.about(entry).length : 0;
  };
  return archive
    .list(of)
    .map((entry) => ({ entry, rank: rank(entry), weight: weight(entry) }))
    .sort((a, b) => a.rank - b.rank || b.weight - a.weight)
    .map(({ entry }) => entry);
}

/** The list of an index. */
export function indexList(archive: Archive, collection: EntryCollection): ListOf<'entries'> {
  return {
    of: 'entries',
    owner: { collection, id: 'index' },
    id: 'all',
    heading: KIND_WORDS[collection][1],
    items: indexed(archive, collection),
  };
}

/** All pages of lists, with their numbers, except the first pages of indexes, which the indexes show. */
export function furtherPages(archive: Archive): { list: PagedList; number: number }[] {
  const numbered = (list: PagedList) => listPages(list).map((_page, index) => ({ list, number: index + 1 }));
  return ENTRY_COLLECTIONS.flatMap((collection) => [
    ...numbered(indexList(archive, collection)).slice(1),
    ...archive.list(collection).flatMap((entry) => longLists(archive, entry).flatMap(numbered)),
  ]);
}
