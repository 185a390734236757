// What was known on each day: positions, voices and standings by the reports that had been published, worked out with the
// rule of standing itself. `src/scripts/known.ts` only chooses among them.
import { pageAddress } from '../model/content-links.ts';
import { dateSpan, dateWords, isoDay } from '../model/dates.ts';
import { refKey } from '../model/references.ts';
import type { Known, KnownRow, KnownState } from '../util/known-days.ts';
import type { Archive, Question } from './archive.ts';
import { entryName } from './names.ts';
import type { Report } from './reports.ts';
import { answerInFull } from './wordings.ts';
import { standQuestion, type Answered, type Standing, type Voice } from './standing.ts';

/** The part of an answer that has a standing: a position with its voices, or the question as a whole. */
type Part = (answered: Answered) => { readonly standing: Standing; readonly voices?: readonly Voice[] };

/**
 * The day by which a report had surely been published: the last day that the date of its source may mean.
 * @returns `2023-05-24`, or undefined where the date is unknown or open
 */
export function knownFrom({ published }: Report): string | undefined {
  const to = published && dateSpan(published.value).to;
  return to === undefined || to === null ? undefined : isoDay(to);
}

/** The days on which reports became known, in order. */
function daysOf(reports: readonly Report[]): string[] {
  return [...new Set(reports.flatMap((report) => knownFrom(report) ?? []))].sort();
}

/** The answers to a question on each day on which one of its reports became known. */
function answersOf(archive: Archive, { entry, withSeen }: Question, day: string): [Answered, Answered] {
  const known = withSeen.reports.filter((report) => (knownFrom(report) ?? '9999') <= day);
  const held = known.filter(({ capture }) => capture === 'held');
  return [standQuestion(entry, held, archive.sideOf), standQuestion(entry, known, archive.sideOf)];
}

/** @returns the states of one part of a question, without those that equal the state before */
function statesOf(
  answers: readonly (readonly [day: number, held: Answered, all: Answered])[],
  part: Part,
  nameOf: (voice: Voice) => number,
): KnownState<Standing>[] {
  const states: KnownState<Standing>[] = [];
  let last = '';
  for (const [from, held, all] of answers) {
    const inHeld = ({ reports }: Voice): boolean => reports.some(({ capture }) => capture === 'held');
    const { standing, voices } = part(all);
    const here = part(held).standing;
    const state: KnownState<Standing> = voices
      ? [
          from,
          here,
          standing,
          voices.filter(inHeld).map(nameOf),
          voices.filter((voice) => !inHeld(voice)).map(nameOf),
        ]
      : [from, here, standing];
    const text = JSON.stringify(state.slice(1));
    if (text !== last && (standing !== 'open' || states.length > 0)) states.push(state);
    last = text;
  }
  return states;
}

/** The standing of a question; its voices are told with its positions. */
const whole: Part = ({ standing }) => ({ standing });

/** What was known of one question: the question, and a row for each position. */
export function knownOfQuestion(archive: Archive, question: Question): Known<Standing> {
  const days = daysOf(question.withSeen.reports);
  const names: [string, string][] = [];
  const places = new Map<string, number>();
  const nameOf = ({ ref, side }: Voice): number => {
    const place = places.get(refKey(ref)) ?? names.push([side, entryName(archive, ref)]) - 1;
    places.set(refKey(ref), place);
    return place;
  };
  const answers = days.map((day, index) => [index, ...answersOf(archive, question, day)] as const);
  const row = (text: string, part: Part): KnownRow<Standing> => ({
    text,
    states: statesOf(answers, part, nameOf),
  });
  return {
    days: days.map((day) => [day, dateWords(day)]),
    whole: row('The question', whole),
    rows: question.entry.data.positions.map((position, index) =>
      row(
        answerInFull(archive, position),
        ({ positions }) => positions[index] ?? { standing: 'open', voices: [] },
      ),
    ),
    names,
  };
}

/** What was known of all questions: a row for each, in the order of their titles. */
export function knownOfAll(archive: Archive): Known<Standing> {
  const days = daysOf(archive.questions.flatMap(({ withSeen }) => withSeen.reports));
  return {
    days: days.map((day) => [day, dateWords(day)]),
    names: [],
    rows: archive.list('questions').map((entry): KnownRow<Standing> => {
      const answers = days.map(
        (day, index) => [index, ...answersOf(archive, archive.question(entry.id), day)] as const,
      );
      return {
        text: entry.data.title,
        href: pageAddress(entry).slice(1),
        states: statesOf(answers, whole, () => 0),
      };
    }),
  };
}
