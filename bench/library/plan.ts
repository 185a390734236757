// Makes an invented library of a given number of reports, from which content for each measured site is written.
// Entries of each kind per report, and links and citations per paragraph, are about as many as in the real content.
import { ENTRY_COLLECTIONS, type EntryCollection } from '../../src/model/references.ts';
import { Random } from './random.ts';

export type Kind = EntryCollection;

/** A part of a text: words, a link to an entry, or a citation of a report. */
export type Piece = string | { readonly to: Entry } | { readonly cite: Report };

export interface Entry {
  readonly kind: Kind;
  readonly id: string;
  readonly title: string;
  /** The position of the entry among the entries of its kind, from 0. */
  readonly number: number;
  /** Empty until all entries and reports have been made, since texts link to entries and cite reports. */
  summary: readonly Piece[];
  paragraphs: readonly (readonly Piece[])[];
}

export interface Report {
  readonly source: Entry;
  /** The number of the report in its source, from 1; also the number of its paragraph. */
  readonly id: number;
  readonly says: string;
  readonly evidence: string;
  /** The voice; undefined if the source itself says it. */
  readonly by: Entry | undefined;
  /** The organisation that carried the statement to the source. */
  readonly via: Entry | undefined;
  /** A day of 2023, ISO 8601. */
  readonly on: string;
  readonly about: readonly Entry[];
  readonly answers: { readonly question: Entry; readonly position: number } | undefined;
}

export interface Library {
  readonly entries: Readonly<Record<Kind, readonly Entry[]>>;
  readonly reports: readonly Report[];
}

/** Reports per entry of each kind, about as in the real content. Every kind has at least three entries. */
const REPORTS_PER: Readonly<Record<Kind, number>> = {
  groups: 200,
  events: 20,
  questions: 10,
  sources: 50,
  people: 30,
  organisations: 12,
  places: 25,
  terms: 12,
};

/** The number of positions of each question. */
export const POSITIONS = 2;

/** The share of reports that are about the three hubs: the first group, the first event and the first place. */
const HUB_SHARE = 1 / 3;

const two = (value: number): string => String(value).padStart(2, '0');

function makeEntry(random: Random, kind: Kind, number: number): Entry {
  const words =
    kind === 'questions' ? `Was the ${random.name()} wall whole` : `${random.name()} ${random.name()}`;
  // The number makes titles unique: names repeat among ten thousand.
  const id = `${words.toLowerCase().replaceAll(' ', '-')}-${number}`;
  const title = `${words} ${number}${kind === 'questions' ? '?' : ''}`;
  return { kind, id, title, number, summary: [], paragraphs: [] };
}

/** Fills in the text of an entry: three to six paragraphs of two to four sentences, each with a link and a citation. */
function fillIn(random: Random, entry: Entry, links: readonly Entry[], reports: readonly Report[]): void {
  const uncited = entry.kind === 'terms' || entry.kind === 'sources';
  entry.summary = [`${random.sentence()}.`, ...(uncited ? [] : [' ', { cite: random.pick(reports) }])];
  const sentence = (): Piece[] => [
    `${random.sentence()}, beside `,
    { to: random.pick(links) },
    '. ',
    { cite: random.pick(reports) },
    ' ',
  ];
  entry.paragraphs = Array.from({ length: 3 + random.below(4) }, () =>
    Array.from({ length: 2 + random.below(3) }, sentence)
      .flat()
      .slice(0, -1),
  );
}

/**
 * Makes a library; the same size gives the same library.
 * @param size the number of reports
 * @throws RangeError unless the size is a whole number from 100
 */
export function makeLibrary(size: number): Library {
  if (!Number.isInteger(size) || size < 100) throw new RangeError('A library has 100 reports or more.');
  const random = new Random(`claimed and denied, ${size}`);
  const entries = Object.fromEntries(
    ENTRY_COLLECTIONS.map((kind) => {
      const length = Math.max(3, Math.round(size / REPORTS_PER[kind]));
      return [kind, Array.from({ length }, (_, number) => makeEntry(random, kind, number))];
    }),
  ) as Record<Kind, Entry[]>;
  const { groups, events, questions, sources, people, organisations, places, terms } = entries;
  const hubs = [groups, events, places].flatMap((kind) => kind.slice(0, 1));
  const voices = [...people, ...organisations, ...groups];

  const perSource = Math.ceil(size / sources.length);
  const reports = Array.from({ length: size }, (_, index): Report => {
    const source = sources[Math.floor(index / perSource)];
    if (!source) throw new RangeError('There are more reports than the sources hold.');
    // The first reports take every position of every question: content with a position that no report takes is invalid.
    const question = questions[Math.floor(index / POSITIONS)];
    const other = random.chance(HUB_SHARE) ? hubs : [random.pick(places), random.pick(groups)];
    return {
      source,
      id: (index % perSource) + 1,
      says: `${random.sentence()}.`,
      evidence: random.fragment(),
      by: random.chance(0.7) ? random.pick(voices) : undefined,
      via: random.chance(0.4) ? random.pick(organisations) : undefined,
      on: `2023-${two(1 + random.below(12))}-${two(1 + random.below(28))}`,
      about: [
        ...new Set([random.pick(events), ...other, ...(random.chance(0.3) ? [random.pick(terms)] : [])]),
      ],
      answers: question
        ? { question, position: index % POSITIONS }
        : random.chance(0.2)
          ? { question: random.pick(questions), position: random.below(POSITIONS) }
          : undefined,
    };
  });

  const all = Object.values(entries).flat();
  for (const entry of all) {
    // Links lead to the hubs as often as reports are about them.
    const links = Array.from({ length: 8 }, () => random.pick(random.chance(HUB_SHARE) ? hubs : all)).filter(
      (target) => target !== entry,
    );
    fillIn(random, entry, links.length > 0 ? links : hubs.filter((hub) => hub !== entry), reports);
  }
  return { entries, reports };
}
