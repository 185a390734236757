// How the answer to a question changed: who answered what, in time order, for a column of each side.
import { isDay } from '../model/dates.ts';
import { refKey } from '../model/references.ts';
import type { Bearing } from '../model/schemas/ledger.ts';
import type { Side } from '../model/sides.ts';
import type { Archive, Question } from './archive.ts';
import { inTimeOrder, reportDate } from './report-dates.ts';
import type { Report } from './reports.ts';
import { deed } from './stated.ts';
import { wordsOf } from './wordings.ts';

/** How a turn bears on an earlier or later one. */
export interface TurnRelation {
  readonly how: Bearing;
  /** The number of the other turn, from 1. */
  readonly to: number;
  /** The reason. */
  readonly why: string;
  /** True if both turns are of the same voice, which contradicts, corrects or repeats its own words. */
  readonly own: boolean;
}

/** One answer of one voice at one time, in one text. */
export interface Turn {
  readonly side: Side;
  /** When it was said, or if that is not known when it was printed (EDTF). */
  readonly date: string;
  /** True if `date` is when the text was published. */
  readonly printed: boolean;
  /** False if the date is a span or uncertain. */
  readonly certain: boolean;
  /** The ids of the positions that it takes. */
  readonly positions: readonly string[];
  /** What it answers, in the short form if there is one. */
  readonly answers: readonly string[];
  /** What the voice did: `claimed`, `claimed and said`. */
  readonly verb: string;
  /** The reports, in the order of their paragraphs; at least one. */
  readonly reports: readonly [Report, ...Report[]];
  readonly relations: readonly TurnRelation[];
}

/** The relations that a turn shows; the others say nothing of a change. */
const SHOWN: readonly Bearing[] = ['contradicts', 'corrects', 'confirms', 'same_as'];

/** The positions of a question that a report takes, as text to compare. */
function positionsOf(report: Report, question: string): string[] {
  return report.answers.filter((each) => each.question === question).map(({ position }) => position);
}

/**
 * The dated answers to a question in time order. Reports of one text in which one voice says the same at the same time
 * are one turn.
 */
export function turnsOf(archive: Archive, { entry, withSeen }: Question): Turn[] {
  const groups = Map.groupBy(
    inTimeOrder(withSeen.reports).filter((report) => reportDate(report) !== undefined),
    (report) =>
      [
        reportDate(report),
        report.on === undefined,
        report.source,
        refKey(report.voice),
        report.via.map(refKey),
        positionsOf(report, entry.id),
      ].join(' '),
  );
  const turns = [...groups.values()];
  const turnOf = new Map(turns.flatMap((reports, index) => reports.map(({ key }) => [key, index + 1])));
  return turns.flatMap((reports, index): Turn[] => {
    const [first, ...more] = reports;
    const date = first && reportDate(first);
    if (!date) return [];
    const relations = reports
      .flatMap(({ bearsOn }) => bearsOn)
      .flatMap(({ how, to, why }): TurnRelation[] => {
        const turn = turnOf.get(to);
        if (turn === undefined || turn === index + 1 || !SHOWN.includes(how)) return [];
        return [{ how, to: turn, why, own: refKey(archive.report(to).voice) === refKey(first.voice) }];
      });
    const taken = positionsOf(first, entry.id);
    return [
      {
        side: archive.sideOf(first.voice),
        date,
        printed: first.on === undefined,
        certain: isDay(date) && !/[?~%]/.test(date),
        positions: taken,
        answers: entry.data.positions
          .filter(({ id }) => taken.includes(id))
          .map((position) => position.short ?? wordsOf(position, first.voice)),
        verb: deed(reports),
        reports: [first, ...more],
        relations: [...new Map(relations.map((each) => [`${each.how} ${each.to}`, each])).values()],
      },
    ];
  });
}

/** Turns that give the same answer one after another. */
export interface SameAnswer {
  /** The number of the first turn, from 1. */
  readonly from: number;
  readonly turns: readonly [Turn, ...Turn[]];
}

/** Splits turns into runs of the same answer. One run means that the answer stayed the same. */
export function runsOf(turns: readonly Turn[]): SameAnswer[] {
  const runs: { from: number; turns: [Turn, ...Turn[]] }[] = [];
  for (const [index, turn] of turns.entries()) {
    const last = runs.at(-1);
    if (last && last.turns[0].positions.join() === turn.positions.join()) last.turns.push(turn);
    else runs.push({ from: index + 1, turns: [turn] });
  }
  return runs;
}
