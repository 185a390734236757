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
import { onlySeen, standQuestion, type Answered, type Standing, type Voice } from './standing.ts';

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

/** A day, as its place in a list of days, with the answers by then of the held sources and of all. */
type Day = readonly [day: number, held: Answered, all: Answered];

/** The answers to a question on each of some days. */
function answersOn(archive: Archive, { entry, withSeen }: Question, days: readonly string[]): Day[] {
  return days.map((day, index): Day => {
    const known = withSeen.reports.filter((report) => (knownFrom(report) ?? '9999') <= day);
    const held = known.filter(({ capture }) => capture === 'held');
    return [index, standQuestion(entry, held, archive.sideOf), standQuestion(entry, known, archive.sideOf)];
  });
}

/** @returns the states that differ from the one before, from the first in which there is an answer */
function changesOf(states: readonly KnownState<Standing>[]): KnownState<Standing>[] {
  const text = (state: KnownState<Standing> | undefined): string => JSON.stringify(state?.slice(1) ?? []);
  const first = states.findIndex(([, , standing]) => standing !== 'open');
  const answered = first < 0 ? [] : states.slice(first);
  return answered.filter((state, index) => text(state) !== text(answered[index - 1]));
}

/** The states of a question as a whole; its voices are told with its positions. */
const statesOf = (answers: readonly Day[]): KnownState<Standing>[] =>
  changesOf(answers.map(([day, held, all]) => [day, held.standing, all.standing]));

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
  const answers = answersOn(archive, question, days);
  const rows = question.entry.data.positions.map((position, index): KnownRow<Standing> => {
    const states = answers.map(([day, held, all]): KnownState<Standing> => {
      const { standing = 'open', voices = [] } = all.positions[index] ?? {};
      const inHeld = voices.filter((voice) => !onlySeen(voice)).map(nameOf);
      const inSeen = voices.filter(onlySeen).map(nameOf);
      return [day, held.positions[index]?.standing ?? 'open', standing, inHeld, inSeen];
    });
    return { text: answerInFull(archive, position), states: changesOf(states) };
  });
  return {
    days: days.map((day) => [day, dateWords(day)]),
    whole: { text: 'The question', states: statesOf(answers) },
    rows,
    names,
  };
}

/** What was known of all questions: a row for each, in the order of their titles. */
export function knownOfAll(archive: Archive): Known<Standing> {
  const days = daysOf(archive.questions.flatMap(({ withSeen }) => withSeen.reports));
  return {
    days: days.map((day) => [day, dateWords(day)]),
    names: [],
    rows: archive.list('questions').map((entry) => ({
      text: entry.data.title,
      href: pageAddress(entry).slice(1),
      states: statesOf(answersOn(archive, archive.question(entry.id), days)),
    })),
  };
}
