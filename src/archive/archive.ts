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
  /** The entries of a collection: events by date, those of one day by number of reports; all others by title. */
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

function push<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}

function byTitle(a: Entry, b: Entry): number {
  return a.data.title.localeCompare(b.data.title, 'en');
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

  const ofSource = new Map<string, Report[]>();
  const spoken = new Map<string, Report[]>();
  const carried = new Map<string, Report[]>();
  const about = new Map<string, Report[]>();
  const answering = new Map<string, Report[]>();
  const bearers = new Map<string, Bearer[]>();
  for (const report of reports) {
    push(ofSource, report.source, report);
    push(spoken, refKey(report.voice), report);
    for (const carrier of new Set(report.via.map(refKey))) push(carried, carrier, report);
    for (const subject of new Set(report.about.map(refKey))) push(about, subject, report);
    // Count a report once, even if it takes two positions of a question.
    for (const id of new Set(report.answers.map(({ question }) => question))) push(answering, id, report);
    for (const { to, how, why } of report.bearsOn) push(bearers, to, { from: report.key, how, why });
  }

  const mentions = new Map<string, Mention[]>();
  const uses = new Map<string, PageRef[]>();
  for (const entry of all) {
    const refers = mentionsOf(entry);
    for (const mention of refers.mentions) push(mentions, refKey(mention.to), mention);
    for (const use of refers.uses) {
      if (!uses.get(use.report)?.some((page) => refKey(page) === refKey(use.from)))
        push(uses, use.report, use.from);
    }
  }

  const questions = entries.questions.map((entry): Question => {
    const all = answering.get(entry.id) ?? [];
    const held = all.filter(({ capture }) => capture === 'held');
    return { entry, ...standQuestion(entry, held, side), withSeen: standQuestion(entry, all, side) };
  });
  const byQuestion = new Map(questions.map((question) => [question.entry.id, question]));
  const atStake = new Map<string, Question[]>();
  for (const question of questions) {
    const subjects = [
      ...question.entry.data.about,
      ...question.withSeen.positions.flatMap((position) => position.voices.map((voice) => voice.ref)),
    ];
    for (const subject of new Set(subjects.map(refKey))) push(atStake, subject, question);
  }

  const lists = Object.fromEntries(
    MDX_COLLECTIONS.map((name) => [name, [...(entries[name] as readonly Entry[])].sort(byTitle)]),
  ) as unknown as Record<PageName, readonly Entry[]>;
  const told = (event: Entry<'events'>): number => about.get(refKey(event))?.length ?? 0;
  lists.events = [...entries.events].sort(
    (a, b) => eventOrder(a) - eventOrder(b) || told(b) - told(a) || byTitle(a, b),
  );

  const eventsOf = new Map<string, Entry<'events'>[]>();
  for (const event of lists.events as readonly Entry<'events'>[]) {
    const { places, part_of: whole } = event.data;
    const of = [...places.map(({ value }) => value), ...(whole ? [whole] : [])];
    for (const key of new Set(of.map(refKey))) push(eventsOf, key, event);
  }

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
    about: (ref) => about.get(refKey(ref)) ?? [],
    question: (id) => found(byQuestion.get(id), `questions/${id}`),
    questions,
    questionsAbout: (ref) => atStake.get(refKey(ref)) ?? [],
    eventsOf: (ref) => eventsOf.get(refKey(ref)) ?? [],
    mentionsOf: (ref) => mentions.get(refKey(ref)) ?? [],
    usesOf: (report) => uses.get(report) ?? [],
    sideOf: side,
  };
}
