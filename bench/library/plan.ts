// An invented library of a given size, in a form that both sites can be written from. Its proportions are
// those of the real content: entries of each kind to reports, links and citations to a paragraph.
import { PAGE_COLLECTIONS, type PageCollection } from '../../src/model/references.ts';
import { fragment, name, sentence } from './words.ts';
import { randomFrom, type Random } from './random.ts';

export type Kind = PageCollection;

/** A piece of prose: words, a link to an entry, or a citation of a report. */
export type Piece = string | { readonly to: Entry } | { readonly cite: Report };

export interface Entry {
  readonly kind: Kind;
  readonly id: string;
  readonly title: string;
  /** The number of the entry among its kind, from 0. */
  readonly number: number;
  readonly summary: readonly Piece[];
  readonly paragraphs: readonly (readonly Piece[])[];
}

export interface Report {
  readonly source: Entry;
  readonly id: number;
  readonly says: string;
  readonly evidence: string;
  /** The voice; the source itself where there is none. */
  readonly by: Entry | undefined;
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

/** Reports to one entry of each kind, nearly as in the real content; no kind has fewer than three. */
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

/** The positions of each question. */
export const POSITIONS = 2;

/** The share of reports that are also about a hub: the first group, the first event, the first place. */
const HUB_SHARE = 1 / 3;

const two = (value: number): string => String(value).padStart(2, '0');

/** An entry whose prose is written once all entries and reports are there. */
type Draft = Omit<Entry, 'summary' | 'paragraphs'> & { summary: Piece[]; paragraphs: Piece[][] };

function draft(random: Random, kind: Kind, number: number): Draft {
  const title =
    kind === 'questions' ? `Was the ${name(random)} wall whole?` : `${name(random)} ${name(random)}`;
  const words = title
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');
  // The number keeps titles apart: names repeat in ten thousand draws.
  return { kind, id: `${words}-${number}`, title: `${title} ${number}`, number, summary: [], paragraphs: [] };
}

/** The prose of an entry: three to six paragraphs of two to four sentences, each with a link and a citation. */
function write(random: Random, entry: Draft, links: readonly Entry[], reports: readonly Report[]): void {
  const told = (): Piece[] => [`${sentence(random)}.`, ' ', { cite: random.pick(reports) }];
  const free = entry.kind === 'terms' || entry.kind === 'sources';
  entry.summary = free ? [`${sentence(random)}.`] : told();
  entry.paragraphs = Array.from({ length: 3 + random.below(4) }, () =>
    Array.from({ length: 2 + random.below(3) }, (_, index): Piece[] => [
      ...(index > 0 ? [' '] : []),
      `${sentence(random)}, beside `,
      { to: random.pick(links) },
      '. ',
      { cite: random.pick(reports) },
    ]).flat(),
  );
}

/**
 * Makes a library.
 * @param size the number of reports, at least 100
 */
export function makeLibrary(size: number): Library {
  const random = randomFrom(`claimed and denied, ${size}`);
  const drafts = Object.fromEntries(
    PAGE_COLLECTIONS.map((kind) => [
      kind,
      Array.from({ length: Math.max(3, Math.round(size / REPORTS_PER[kind])) }, (_, number) =>
        draft(random, kind, number),
      ),
    ]),
  ) as Record<Kind, Draft[]>;
  const { groups, events, questions, sources, people, organisations, places, terms } = drafts;
  const hubs = [groups, events, places].map((kind) => kind.slice(0, 1)).flat();
  const voices = [...people, ...organisations, ...groups];

  const reports: Report[] = [];
  const perSource = Math.ceil(size / sources.length);
  for (let index = 0; index < size; index++) {
    const source = sources[Math.floor(index / perSource)];
    if (!source) throw new RangeError('more reports than sources hold');
    // Every position of every question is taken first: a position that nobody takes is an error.
    const turn = Math.floor(index / POSITIONS);
    const question = turn < questions.length ? questions[turn] : undefined;
    reports.push({
      source,
      id: (index % perSource) + 1,
      says: `${sentence(random)}.`,
      evidence: fragment(random),
      by: random.chance(0.7) ? random.pick(voices) : undefined,
      via: random.chance(0.4) ? random.pick(organisations) : undefined,
      on: `2023-${two(1 + random.below(12))}-${two(1 + random.below(28))}`,
      about: [
        ...new Set([
          random.pick(events),
          ...(random.chance(HUB_SHARE) ? hubs : [random.pick(places), random.pick(groups)]),
          ...(random.chance(0.3) ? [random.pick(terms)] : []),
        ]),
      ],
      answers: question
        ? { question, position: index % POSITIONS }
        : random.chance(0.2)
          ? { question: random.pick(questions), position: random.below(POSITIONS) }
          : undefined,
    });
  }

  const all = Object.values(drafts).flat();
  for (const entry of all) {
    // Links go to hubs as often as reports do.
    const links = Array.from({ length: 8 }, () =>
      random.chance(HUB_SHARE) ? random.pick(hubs) : random.pick(all),
    ).filter((target) => target !== entry);
    write(random, entry, links.length > 0 ? links : hubs.filter((hub) => hub !== entry), reports);
  }
  return { entries: drafts, reports };
}
