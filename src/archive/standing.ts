// Voices, echoes and standing, derived from the reports that take a position.
import type { Side } from '../model/sides.ts';
import { refKey, type EntryRef } from '../model/references.ts';
import type { Report } from './reports.ts';

/** The standings of positions and questions; only questions can be `several answers` or `open`. */
export type Standing = 'disputed' | 'corroborated' | 'one side' | 'single voice' | 'several answers' | 'open';

/** The rule of standing, as the method page prints it. The code below implements it: change both together. */
export const STANDING_RULE: readonly { readonly standing: Standing; readonly rule: string }[] = [
  {
    standing: 'disputed',
    rule: 'A position is disputed where another voice, one that does not take it, takes another position on a question whose positions exclude one another. A question is disputed where any of its positions is.',
  },
  {
    standing: 'several answers',
    rule: 'A question has several answers where voices take more than one of its positions and none of them is disputed.',
  },
  {
    standing: 'corroborated',
    rule: 'A position that is not disputed is corroborated where voices of at least two different sides take it; so is a question with one such position.',
  },
  {
    standing: 'one side',
    rule: 'A position that is neither disputed nor corroborated, and that more than one voice takes, rests on one side; so does a question with one such position.',
  },
  {
    standing: 'single voice',
    rule: 'A position that only one voice takes, and that is not disputed, rests on a single voice, however many reports echo it; so does a question with one such position.',
  },
  {
    standing: 'open',
    rule: 'A question is open where no voice takes any position.',
  },
];

/** A voice and the reports in which it speaks. */
export interface Voice {
  readonly ref: EntryRef;
  readonly side: Side;
  readonly reports: readonly Report[];
}

export interface Position {
  readonly id: string;
  readonly answer: string;
  /** The distinct voices, in order of first report. */
  readonly voices: readonly Voice[];
  /** All reports, echoes included. */
  readonly reports: readonly Report[];
  readonly standing: Standing;
}

/** Groups reports by their voice, in order of first report. */
export function voicesOf(reports: readonly Report[], sideOf: (voice: EntryRef) => Side): Voice[] {
  const byVoice = new Map<string, { ref: EntryRef; side: Side; reports: Report[] }>();
  for (const report of reports) {
    const key = refKey(report.voice);
    const voice = byVoice.get(key);
    if (voice) voice.reports.push(report);
    else byVoice.set(key, { ref: report.voice, side: sideOf(report.voice), reports: [report] });
  }
  return [...byVoice.values()];
}

/**
 * Works out the voices and the standing of each position of a question.
 * @param positions ids and answers, as the question lists them
 * @param exclusive false where several positions can be right at once
 * @param taken the reports that take each position, by position id
 * @param sideOf the side of a voice
 */
export function standPositions(
  positions: readonly { readonly id: string; readonly answer: string }[],
  exclusive: boolean,
  taken: ReadonlyMap<string, readonly Report[]>,
  sideOf: (voice: EntryRef) => Side,
): Position[] {
  const drafts = positions.map(({ id, answer }) => {
    const reports = taken.get(id) ?? [];
    return { id, answer, reports, voices: voicesOf(reports, sideOf) };
  });
  return drafts.map((draft) => {
    const own = new Set(draft.voices.map((voice) => refKey(voice.ref)));
    const disputed =
      exclusive &&
      drafts.some((other) => other !== draft && other.voices.some((voice) => !own.has(refKey(voice.ref))));
    const sides = new Set(draft.voices.map((voice) => voice.side));
    const agreed = sides.size > 1 ? 'corroborated' : draft.voices.length > 1 ? 'one side' : 'single voice';
    return { ...draft, standing: disputed ? 'disputed' : agreed };
  });
}

/** @returns the standing of a question, from the standings of its positions */
export function questionStanding(positions: readonly Position[]): Standing {
  const taken = positions.filter((position) => position.voices.length > 0);
  const [first, second] = taken;
  if (!first) return 'open';
  if (positions.some((position) => position.standing === 'disputed')) return 'disputed';
  return second ? 'several answers' : first.standing;
}
