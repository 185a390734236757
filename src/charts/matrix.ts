// Sources against questions: which source reports which position, from which voice, and where a source is silent.
import type { Archive, Question } from '../archive/archive.ts';
import { STANDINGS } from '../archive/standing.ts';
import type { Entry } from '../model/entries.ts';
import { LIMITS, weightiest } from './limits.ts';

/** @returns "A" to "Z", then "A2" and so on */
export function letterOf(index: number): string {
  const letter = String.fromCharCode('A'.charCodeAt(0) + (index % 26));
  return index < 26 ? letter : `${letter}${Math.floor(index / 26) + 1}`;
}

function rowOf(question: Question, sources: readonly Entry<'sources'>[]) {
  /** The positions that have reports, each with its letter. */
  const positions = question.positions
    .filter(({ reports }) => reports.length > 0)
    .map((position, index) => ({ letter: letterOf(index), position }));
  const bySource = positions.map(({ position }) => Map.groupBy(position.reports, ({ source }) => source));
  /** For each source, in the order of the columns, the positions it reports; none where the source is silent. */
  const cells = sources.map(({ id }) =>
    positions.flatMap((lettered, index) => {
      const reports = bySource[index]?.get(id);
      return reports ? [{ ...lettered, reports }] : [];
    }),
  );
  return { question, positions, cells };
}

/** @returns the questions that a held source answers, or that no source answers */
export function matrixQuestions({ questions }: Archive): Question[] {
  return questions.filter(({ reports, withSeen }) => reports.length > 0 || withSeen.reports.length === 0);
}

/**
 * Builds the matrix of held sources and questions.
 * @param limits how many sources and questions are shown: those with the most reports
 */
export function matrix(archive: Archive, limits = LIMITS) {
  const sources = weightiest(archive.heldSources, limits.sources, ({ id }) => archive.reportsOf(id).length);
  const questions = weightiest(matrixQuestions(archive), limits.questions, ({ reports }) => reports.length)
    .map((question) => rowOf(question, sources))
    .sort((a, b) => b.question.reports.length - a.question.reports.length);
  return {
    sources,
    /** The questions by standing; in each group, the questions with the most reports first. */
    groups: STANDINGS.map((standing) => ({
      standing,
      rows: questions.filter(({ question }) => question.standing === standing),
    })).filter(({ rows }) => rows.length > 0),
  };
}
