// Voices, echoes and standing, derived from the reports that take a position.
import type { DataOf } from '../model/collections.ts';
import { dateOrder } from '../model/dates.ts';
import type { Side } from '../model/sides.ts';
import { refKey, type EntryRef } from '../model/references.ts';
import { inLedgerOrder, type Report } from './reports.ts';

/**
 * The standings of positions and questions with the rule of each, as the method page prints it; only questions can be
 * `several answers` or `open`. The code below implements the rules: change both together.
 */
export const STANDING_RULES = {
  disputed:
    'An answer is disputed if another voice gives a different answer and the two cannot both be true. A question is disputed if any of its answers is disputed.',
  'several answers':
    'A question has several answers if voices give more than one answer to it, and no answer is disputed.',
  corroborated:
    'Voices of two or more sides give the answer, and it is not disputed. If it is the only answer, the question has this label too.',
  'one side':
    'Several voices give the answer, all of one side, and it is not disputed. If it is the only answer, the question has this label too.',
  'single voice':
    'Only one voice gives the answer, in however many texts, and it is not disputed. If it is the only answer, the question has this label too.',
  open: 'No voice gives this answer. A question has this label if nobody answers it.',
} as const;

export type Standing = keyof typeof STANDING_RULES;

/** All standings, in the order in which pages list them. */
export const STANDINGS = Object.keys(STANDING_RULES) as Standing[];

/** A voice and the reports in which it speaks. */
export interface Voice {
  readonly ref: EntryRef;
  readonly side: Side;
  readonly reports: readonly Report[];
}

/** What the standing of a question needs to know of it. */
export interface Asked {
  readonly id: string;
  readonly data: Pick<DataOf<'questions'>, 'positions' | 'exclusive'>;
}

/** A position as the front matter of its question has it, with the reports that take it. */
export interface Position extends Readonly<DataOf<'questions'>['positions'][number]> {
  /** The distinct voices, in order of first report. */
  readonly voices: readonly Voice[];
  /** All reports, echoes included. */
  readonly reports: readonly Report[];
  readonly standing: Standing;
}

/** The positions of a question with their voices and standings, worked out from some of the reports. */
export interface Answered {
  readonly positions: readonly Position[];
  readonly standing: Standing;
  /** All reports that take any of the positions. */
  readonly reports: readonly Report[];
}

/** Groups reports by their voice, in order of first report. @param voiceOf the voice that a report counts with */
export function voicesOf(
  reports: readonly Report[],
  sideOf: (voice: EntryRef) => Side,
  voiceOf = ({ voice }: Report): EntryRef => voice,
): Voice[] {
  const byVoice = new Map<string, { ref: EntryRef; side: Side; reports: Report[] }>();
  for (const report of reports) {
    const ref = voiceOf(report);
    const voice = byVoice.get(refKey(ref));
    if (voice) voice.reports.push(report);
    else byVoice.set(refKey(ref), { ref, side: sideOf(ref), reports: [report] });
  }
  return [...byVoice.values()];
}

/** The ids of the sources of some reports, each once. */
export function textsOf(reports: readonly Report[]): string[] {
  return [...new Set(reports.map(({ source }) => source))];
}

/**
 * The number of echoes: texts that report a voice again. Two statements of one voice in one text are no echo, because
 * they do not show that anything spread.
 */
export function echoes(voices: readonly Voice[]): number {
  return voices.reduce((sum, { reports }) => sum + textsOf(reports).length - 1, 0);
}

/** True if all reports of a voice are of pages that were seen, not held. */
export function onlySeen({ reports }: Voice): boolean {
  return reports.every(({ capture }) => capture === 'seen');
}

/** Orders reports by when they were published, those of one day as in the ledgers. Those without a date come last. */
function byPublication(a: Report, b: Report): number {
  const order = ({ published }: Report): number => (published ? dateOrder(published.value) : Infinity);
  return order(a) - order(b) || inLedgerOrder(a, b);
}

/**
 * Finds the voice that each report counts with. Reports of the same statement (`same_as`, in either direction) count
 * with one voice, that of their origin: the report that was published first. Texts of one publisher that speak for
 * themselves count with one voice too, that of the text published first.
 */
export function originVoices(reports: readonly Report[]): (report: Report) => EntryRef {
  const group = new Map(reports.map((report) => [report.key, new Set([report])]));
  for (const report of reports) {
    for (const { to, how } of report.bearsOn) {
      const [own, other] = [group.get(report.key), group.get(to)];
      if (how !== 'same_as' || !own || !other || own === other) continue;
      for (const member of other) group.set(member.key, own.add(member));
    }
  }
  const outlets = new Map<string, EntryRef>();
  for (const { voice, publisher } of reports.toSorted(byPublication))
    if (voice.collection === 'sources' && publisher && !outlets.has(refKey(publisher)))
      outlets.set(refKey(publisher), voice);
  return (report) => {
    const [origin = report] = [...(group.get(report.key) ?? [])].sort(byPublication);
    const outlet = origin.voice.collection === 'sources' && origin.publisher;
    return (outlet && outlets.get(refKey(outlet))) || origin.voice;
  };
}

/**
 * Works out the voices and the standing of each position of a question, and of the question, from some reports.
 * @param question its id, its positions, and whether they exclude one another
 * @param reports the reports to count, such as those of the held sources; reports on other questions are left out
 * @param sideOf the side of a voice
 */
export function standQuestion(
  { id, data }: Asked,
  reports: readonly Report[],
  sideOf: (voice: EntryRef) => Side,
): Answered {
  const taking = reports.filter(({ answers }) => answers.some(({ question }) => question === id));
  const voiceOf = originVoices(taking);
  const drafts = data.positions.map((position) => {
    const own = taking.filter(({ answers }) =>
      answers.some((each) => each.question === id && each.position === position.id),
    );
    return { ...position, reports: own, voices: voicesOf(own, sideOf, voiceOf) };
  });
  const positions = drafts.map((draft): Position => {
    const own = new Set(draft.voices.map((voice) => refKey(voice.ref)));
    const disputed =
      data.exclusive &&
      draft.voices.length > 0 &&
      drafts.some((other) => other !== draft && other.voices.some((voice) => !own.has(refKey(voice.ref))));
    return { ...draft, standing: disputed ? 'disputed' : agreedStanding(draft.voices) };
  });
  return { positions, standing: questionStanding(positions), reports: taking };
}

/** @returns the standing of a position that is not disputed */
function agreedStanding(voices: readonly Voice[]): Standing {
  if (voices.length === 0) return 'open';
  if (new Set(voices.map((voice) => voice.side)).size > 1) return 'corroborated';
  return voices.length > 1 ? 'one side' : 'single voice';
}

/** @returns the standing of a question, from the standings of its positions */
function questionStanding(positions: readonly Position[]): Standing {
  const taken = positions.filter((position) => position.voices.length > 0);
  const [first, second] = taken;
  if (!first) return 'open';
  if (positions.some((position) => position.standing === 'disputed')) return 'disputed';
  return second ? 'several answers' : first.standing;
}
