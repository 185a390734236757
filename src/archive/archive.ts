// The archive: all entries and reports with their relations, read-only. A pure function over the collections. Its cost
// grows with the number of references, not with pages × entries.
import type { PageRef } from '../model/content-links.ts';
import type { AnyEntry, Collections, Entry } from '../model/entries.ts';
import { MDX_COLLECTIONS, refKey } from '../model/references.ts';
import type { Side } from '../model/sides.ts';
import { eventOrder } from './event-order.ts';
import { mentionsOf } from './mentions.ts';
import { inLedgerOrder, toReport, type Origin, type Report } from './reports.ts';
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

/** @returns the items with a key, in their order. @param keysOf the keys of an item, which count once each */
function byEachKey<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
): (key: string) => readonly Item[] {
  const groups = new Map<string, Item[]>();
  for (const item of items)
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  return (key) => groups.get(key) ?? [];
}

/** @returns the items that belong to a page, in their order. @param pagesOf the pages that an item belongs to */
function byEachPage<Item>(
  items: readonly Item[],
  pagesOf: (item: Item) => readonly PageRef[],
): (page: PageRef) => readonly Item[] {
  const itemsOf = byEachKey(items, (item) => pagesOf(item).map(refKey));
  return (page) => itemsOf(refKey(page));
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
export function linkArchive(entries: Collections) {
  const all = MDX_COLLECTIONS.flatMap((name): readonly Entry[] => entries[name]);
  const origins = new Map(
    entries.sources.map(({ id, data: { capture, date, publisher } }): [string, Origin] => {
      return [id, { capture, published: date, publisher: publisher?.value }];
    }),
  );
  const originOf = (source: string): Origin => found(origins.get(source), `sources/${source}`);
  const reports: readonly Report[] = entries.reports
    .map((entry) => toReport(entry, originOf))
    .sort(inLedgerOrder);
  const byKey = new Map(all.map((entry) => [refKey(entry), entry]));
  const byReport = new Map(reports.map((report) => [report.key, report]));
  const sidesOfVoices = sides(entries);
  const sideOf = (voice: PageRef): Side => sidesOfVoices.get(refKey(voice)) ?? 'press';
  const about = byEachPage(reports, (report) => report.about);

  const answering = byEachKey(reports, ({ answers }) => answers.map(({ question }) => question));
  const questions = entries.questions.map((entry): Question => {
    const all = answering(entry.id);
    const held = all.filter(({ capture }) => capture === 'held');
    return { entry, ...standQuestion(entry, held, sideOf), withSeen: standQuestion(entry, all, sideOf) };
  });
  const byQuestion = new Map(questions.map((question) => [question.entry.id, question]));

  const lists = Object.fromEntries(
    MDX_COLLECTIONS.map((name) => [name, [...(entries[name] as readonly Entry[])].sort(byName)]),
  ) as unknown as Record<PageName, readonly Entry[]>;
  const events = entries.events.toSorted(
    (a, b) => eventOrder(a) - eventOrder(b) || about(b).length - about(a).length || byName(a, b),
  );
  lists.events = events;

  const refers = all.map(mentionsOf);
  const uses = byEachKey(refers, ({ cites }) => cites);

  return {
    /** The entries of a collection: events by date, those of one day by number of reports; all others by name. */
    list: <Name extends PageName>(collection: Name) =>
      // Each list holds entries of its own collection; Object.fromEntries loses that type.
      lists[collection] as unknown as readonly AnyEntry<Name>[],
    /** The entry of a page. @throws RangeError if there is none, which the check rules out for references in content */
    entry: <Name extends PageName>(ref: { readonly collection: Name; readonly id: string }) =>
      found(byKey.get(refKey(ref)), refKey(ref)) as unknown as AnyEntry<Name>,
    /** The report with this key. @throws RangeError where it does not exist */
    report: (key: string): Report => found(byReport.get(key), key),
    /** All reports, source by source in paragraph order. */
    reports,
    /** The sources that were captured, and their reports: what the charts show. */
    heldSources: entries.sources.toSorted(byName).filter(({ data }) => data.capture === 'held'),
    heldReports: reports.filter(({ capture }) => capture === 'held'),
    /** The relations of other reports to the one with this key: their keys in `from`. */
    borneOnBy: byEachKey(
      reports.flatMap(({ key, bearsOn }) => bearsOn.map((each) => ({ ...each, from: key }))),
      ({ to }) => [to],
    ),
    /** Reports of the source with this id, in paragraph order. */
    reportsOf: byEachKey(reports, ({ source }) => [source]),
    /** Reports whose voice is this entry. */
    spokenBy: byEachPage(reports, ({ voice }) => [voice]),
    /** Reports that name this entry as a carrier. */
    carriedBy: byEachPage(reports, ({ via }) => via),
    /** Sources whose publisher is this entry. */
    publishedBy: byEachPage(entries.sources, ({ data: { publisher } }) =>
      publisher ? [publisher.value] : [],
    ),
    /** Reports that are about this entry. */
    about,
    /** The question with this id. @throws RangeError where it does not exist */
    question: (id: string): Question => found(byQuestion.get(id), `questions/${id}`),
    questions,
    /** Questions that are about this entry, or on which it takes a position. */
    questionsAbout: byEachPage(questions, ({ entry, withSeen }) => [
      ...entry.data.about,
      ...withSeen.positions.flatMap(({ voices }) => voices.map(({ ref }) => ref)),
    ]),
    /** The events at a place, or the parts of an event, by date. */
    eventsOf: byEachPage(events, ({ data: { places, part_of: whole } }) => [
      ...places.map(({ value }) => value),
      ...(whole ? [whole] : []),
    ]),
    /** References to this page, in the order of the collections. */
    mentionsOf: byEachPage(
      refers.flatMap(({ mentions }) => mentions),
      ({ to }) => [to],
    ),
    /** The pages that cite the report with this key. */
    usesOf: (report: string): PageRef[] => uses(report).map(({ from }) => from),
    /** The side of a voice. A source that speaks for itself has the side of its publisher, else it is press. */
    sideOf,
  };
}

export type Archive = Readonly<ReturnType<typeof linkArchive>>;
