// How the page of a question lays out its answers: by side, with the sides that are silent, and with a warning where all
// of them rest on one text or on translations.
import { refKey } from '../model/references.ts';
import { SIDES, type Side } from '../model/sides.ts';
import type { Question } from './archive.ts';
import type { Report } from './reports.ts';
import { textsOf, type Position, type Voice } from './standing.ts';

/** A position, with those of its voices that an answer names. */
export interface Answer {
  /** The position with all its reports. */
  readonly position: Position;
  /** The position with the reports of the held sources. */
  readonly held: Position;
  readonly voices: readonly Voice[];
}

/** The positions of a question, in their order, each with all its voices. */
export function answersOf({ positions, withSeen }: Question): Answer[] {
  return withSeen.positions.map((position, index) => ({
    position,
    held: positions[index] ?? position,
    voices: position.voices,
  }));
}

/**
 * The answers of the held texts, each with its voices, and after them what the same voices answer only on seen pages:
 * without it, an answer that a voice took back or went beyond would stand as its last word.
 */
export function heldAnswers({ positions, withSeen }: Question): Position[] {
  const key = ({ ref }: Voice): string => refKey(ref);
  const speaking = new Set(positions.flatMap(({ voices }) => voices.map(key)));
  const marked = <Words extends { readonly answer: string }>(words: Words): Words => ({
    ...words,
    answer: `${words.answer} (on another web page)`,
  });
  const elsewhere = withSeen.positions.flatMap((position, index) => {
    const holding = new Set(positions[index]?.voices.map(key));
    const voices = position.voices.filter((voice) => speaking.has(key(voice)) && !holding.has(key(voice)));
    return voices.length > 0
      ? [marked({ ...position, voices, wordings: position.wordings.map(marked) })]
      : [];
  });
  return [...positions, ...elsewhere];
}

/** The answers by side, in the order of the sides. A position that voices of two sides take is with both. */
export function answersBySide(question: Question) {
  return SIDES.map((side) => ({
    side,
    answers: answersOf(question)
      .map((answer) => ({ ...answer, voices: answer.voices.filter((voice) => voice.side === side) }))
      .filter(({ voices }) => voices.length > 0),
  })).filter(({ answers }) => answers.length > 0);
}

/** The sides that give no answer. A platform is no voice, so it is not silent either. */
export function silentSides(question: Question): Side[] {
  const speaking = new Set(answersBySide(question).map(({ side }) => side));
  return SIDES.filter((side) => side !== 'platform' && !speaking.has(side));
}

/** The texts that all answers rest on, where these are one text or nothing but translations. */
export interface Basis {
  /** The ids of the sources. */
  readonly texts: readonly string[];
  /** The paragraph, where all reports stand in one. */
  readonly paragraph: number | undefined;
  /** True if this is so of the held texts only: pages that were seen give further answers. */
  readonly heldOnly: boolean;
}

/** The basis of some reports, or undefined if they rest on several texts that are not all translations. */
function narrowBasis(
  reports: readonly Report[],
  isTranslated: (source: string) => boolean,
): Omit<Basis, 'heldOnly'> | undefined {
  const texts = textsOf(reports);
  if (texts.length === 0 || (texts.length > 1 && !texts.every(isTranslated))) return undefined;
  const [paragraph, ...more] = new Set(reports.map((report) => report.paragraph));
  return { texts, paragraph: more.length === 0 && texts.length === 1 ? paragraph : undefined };
}

/**
 * What a page must say before its answers: that they all rest on one text, or on translations; else undefined.
 * @param isTranslated true for a source that reached us in translation
 */
export function basisOf(
  { reports, withSeen }: Pick<Question, 'reports' | 'withSeen'>,
  isTranslated: (source: string) => boolean,
): Basis | undefined {
  const all = narrowBasis(withSeen.reports, isTranslated);
  const basis = all ?? narrowBasis(reports, isTranslated);
  return basis && { ...basis, heldOnly: !all };
}
