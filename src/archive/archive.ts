// The archive: all entries and reports with their relations, read-only. A pure function over the collections. Its cost
// grows with the number of references, not with pages × entries.
import type { PageRef } from '../model/content-links.ts';
import type { Collections, Entry } from '../model/entries.ts';
import { MDX_COLLECTIONS, refKey } from '../model/references.ts';
import type { Side } from '../model/sides.ts';
import { eventOrder } from './event-order.ts';
import { mentionsOf, type Mention } from './mentions.ts';
import { inLedgerOrder, toReport, type Origin, type Relation, type Report } from './reports.ts';
import { standQuestion, type Answered } from './standing.ts';

type PageName = PageRef['collection'];

/**
 * A question with the positions, voices and standing that the reports of the held sources give it, and a second time
 * with those of the seen sources.
 */
export interface Question extends Answered {
  readonly entry: Entry<'questions'>;
  readonly withSeen: Answered;
}

/** A report that bears on another. */
export interface Bearer extends Omit<Relation, 'to'> {
  readonly from: string;
}

export interface Archive {
  /** The entries of a collection: events by date, those of one day by number of reports; all others by name. */
  list<Name extends PageName>(collection: Name): readonly Entry<Name>[];
  /** The entry of a page. @throws RangeError if there is none, which the check rules out for references in content */
  entry<Name extends PageName>(ref: { readonly collection: Name; readonly id: string }): Entry<Name>;
  /** The report with this key. @throws RangeError where it does not exist */
  report(key: string): Report;
  /** All reports, source by source in paragraph order. */
  readonly reports: readonly Report[];
  /** The sources that were captured, and their reports: what the charts show. */
  readonly heldSources: readonly Entry<'sources'>[];
  readonly heldReports: readonly Report[];
  /** The relations of other reports to this one: their keys in `from`. */
  borneOnBy(key: string): readonly Bearer[];
  /** Reports of a source, in paragraph order. */
  reportsOf(source: string): readonly Report[];
  /** Reports whose voice is this entry. */
  spokenBy(ref: PageRef): readonly Report[];
  /** Reports that name this entry as a carrier. */
  carriedBy(ref: PageRef): readonly Report[];
  /** Sources whose publisher is this entry. */
  publishedBy(ref: PageRef): readonly Entry<'sources'>[];
  /** Reports that are about this entry. */
  about(ref: PageRef): readonly Report[];
  question(id: string): Question;
  readonly questions: readonly Question[];
  /** Questions that are about this entry, or on which it takes a position. */
  questionsAbout(ref: PageRef): readonly Question[];
  /** The events at a place, or the parts of an event, by date. */
  eventsOf(ref: PageRef): readonly Entry<'events'>[];
  /** References to this page, in the order of the collections. */
  mentionsOf(ref: PageRef): readonly Mention[];
  /** The pages that cite a report. */
  usesOf(report: string): readonly PageRef[];
  /** The side of a voice. A source that speaks for itself has the side of its publisher, else it is press. */
  sideOf(voice: PageRef): Side;
}

/** @returns the side of every possible voice */
function sides(entries: Collections): Map<string, Side> {
  const known = new Map(
    [...entries.groups, ...entries.people, ...entries.organisations].map(
      (entry) => [refKey(entry), entry.data.side] as const,
    ),
  );
  for (const { id, data } of entries.sources) {
    const publisher = data.publisher && known.get(refKey(data.publisher.value));
    // A platform only carries.
    known.set(`sources/${id}`, publisher === undefined || publisher === 'platform' ? 'press' : publisher);
  }
  return known;
}

/** Groups items by their keys. An item is in the group of each of its keys, once. */
function groupByEach<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items)
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  return groups;
}

/** The name that an entry is sorted by: without "The" and without an opening quotation mark. */
function sortName({ data }: Entry): string {
  return ('short' in data ? data.short : data.title).replace(/^(?:The )?“?/, '');
}

/** Orders entries by name. */
export function byName(a: Entry, b: Entry): number {
  return sortName(a).localeCompare(sortName(b), 'en');
}

/** @throws RangeError where the item is undefined */
function found<Item>(item: Item | undefined, what: string): Item {
  if (item === undefined) throw new RangeError(`Not in the archive: ${what}`);
  return item;
}

/** Links the entries of all collections into an archive. */
export function linkArchive(entries: Collections): Archive {
  const all = MDX_COLLECTIONS.flatMap((name): readonly Entry[] => entries[name]);
  const origins = new Map(
    entries.sources.map(({ id, data: { capture, date, publisher } }) => {
      return [id, { capture, published: date, publisher: publisher?.value }] as const;
    }),
  );
  const originOf = (source: string): Origin => found(origins.get(source), `sources/${source}`);
  const reports = entries.reports.map((entry) => toReport(entry, originOf)).sort(inLedgerOrder);
  const byKey = new Map(all.map((entry) => [refKey(entry), entry]));
  const byReport = new Map(reports.map((report) => [report.key, report]));
  const sideOf = sides(entries);
  const side = (voice: PageRef): Side => sideOf.get(refKey(voice)) ?? 'press';

  const ofSource = Map.groupBy(reports, ({ source }) => source);
  const spoken = Map.groupBy(reports, ({ voice }) => refKey(voice));
  const carried = groupByEach(reports, ({ via }) => via.map(refKey));
  const published = groupByEach(entries.sources, ({ data: { publisher } }) =>
    publisher ? [refKey(publisher.value)] : [],
  );
  const about = groupByEach(reports, (report) => report.about.map(refKey));
  const answering = groupByEach(reports, ({ answers }) => answers.map(({ question }) => question));
  const bearings = reports.flatMap(({ key, bearsOn }) => bearsOn.map((each) => ({ ...each, from: key })));
  const bearers = Map.groupBy(bearings, ({ to }) => to);

  const refers = all.map(mentionsOf);
  const mentions = Map.groupBy(
    refers.flatMap((each) => each.mentions),
    ({ to }) => refKey(to),
  );
  const uses = groupByEach(refers, ({ cites }) => cites);

  const questions = entries.questions.map((entry): Question => {
    const all = answering.get(entry.id) ?? [];
    const held = all.filter(({ capture }) => capture === 'held');
    return { entry, ...standQuestion(entry, held, side), withSeen: standQuestion(entry, all, side) };
  });
  const byQuestion = new Map(questions.map((question) => [question.entry.id, question]));
  const atStake = groupByEach(questions, ({ entry, withSeen: { positions } }) => {
    const voices = positions.flatMap((position) => position.voices.map((voice) => voice.ref));
    return [...entry.data.about, ...voices].map(refKey);
  });

  const lists = Object.fromEntries(
    MDX_COLLECTIONS.map((name) => [name, [...(entries[name] as readonly Entry[])].sort(byName)]),
  ) as unknown as Record<PageName, readonly Entry[]>;
  const told = (event: Entry<'events'>): number => about.get(refKey(event))?.length ?? 0;
  lists.events = [...entries.events].sort(
    (a, b) => eventOrder(a) - eventOrder(b) || told(b) - told(a) || byName(a, b),
  );

  const eventsOf = groupByEach(
    lists.events as readonly Entry<'events'>[],
    ({ data: { places, part_of: whole } }) =>
      [...places.map(({ value }) => value), ...(whole ? [whole] : [])].map(refKey),
  );

  return {
    // Each list holds entries of its own collection; Object.fromEntries loses that type.
    list: <Name extends PageName>(collection: Name) => lists[collection] as unknown as readonly Entry<Name>[],
    entry: <Name extends PageName>(ref: { readonly collection: Name; readonly id: string }) =>
      found(byKey.get(refKey(ref)), refKey(ref)) as unknown as Entry<Name>,
    report: (key) => found(byReport.get(key), key),
    reports,
    heldSources: (lists.sources as readonly Entry<'sources'>[]).filter(({ data }) => data.capture === 'held'),
    heldReports: reports.filter(({ capture }) => capture === 'held'),
    borneOnBy: (key) => bearers.get(key) ?? [],
    reportsOf: (source) => ofSource.get(source) ?? [],
    spokenBy: (ref) => spoken.get(refKey(ref)) ?? [],
    carriedBy: (ref) => carried.get(refKey(ref)) ?? [],
    publishedBy: (ref) => published.get(refKey(ref)) ?? [],
    about: (ref) => about.get(refKey(ref)) ?? [],
    question: (id) => found(byQuestion.get(id), `questions/${id}`),
    questions,
    questionsAbout: (ref) => atStake.get(refKey(ref)) ?? [],
    eventsOf: (ref) => eventsOf.get(refKey(ref)) ?? [],
    mentionsOf: (ref) => mentions.get(refKey(ref)) ?? [],
    usesOf: (report) => uses.get(report)?.map(({ from }) => from) ?? [],
    sideOf: side,
  };
}
