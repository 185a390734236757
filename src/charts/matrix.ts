// Sources against questions: which source reports which position, in whose voice, and which is silent.
import type { Archive, Question } from '../archive/archive.ts';
import type { Report } from '../archive/reports.ts';
import { STANDING_RULE, type Position, type Standing } from '../archive/standing.ts';
import type { Entry } from '../model/entries.ts';
import { MOST, weightiest, type Limits } from './most.ts';

/** A position with the letter that stands for it within its question. */
export interface LetteredPosition {
  readonly letter: string;
  readonly position: Position;
}

/** A position that a source reports, with the reports. */
export interface Taken extends LetteredPosition {
  readonly reports: readonly Report[];
}

export interface MatrixRow {
  readonly question: Question;
  readonly positions: readonly LetteredPosition[];
  /** One cell for each source, in the order of the columns; empty where the source is silent. */
  readonly cells: readonly (readonly Taken[])[];
}

export interface Matrix {
  readonly sources: readonly Entry<'sources'>[];
  /** The questions of one standing, those most spoken of first. */
  readonly groups: readonly { readonly standing: Standing; readonly rows: readonly MatrixRow[] }[];
}

/** "A" to "Z", then "A2" and so on. */
export function letterOf(index: number): string {
  const letter = String.fromCharCode('A'.charCodeAt(0) + (index % 26));
  return index < 26 ? letter : `${letter}${Math.floor(index / 26) + 1}`;
}

function rowOf(question: Question, sources: readonly Entry<'sources'>[]): MatrixRow {
  const column = new Map(sources.map(({ id }, index) => [id, index]));
  const cells: Taken[][] = sources.map(() => []);
  const positions = question.positions.map((position, index) => ({ letter: letterOf(index), position }));
  for (const lettered of positions) {
    const bySource = Map.groupBy(lettered.position.reports, ({ source }) => source);
    for (const [source, reports] of bySource) cells[column.get(source) ?? -1]?.push({ ...lettered, reports });
  }
  return { question, positions, cells };
}

/**
 * The matrix of sources and questions.
 * @param most how many of each at most: those with the most reports
 */
export function matrix(archive: Archive, most: Pick<Limits, 'sources' | 'questions'> = MOST): Matrix {
  const sources = weightiest(archive.list('sources'), most.sources, ({ id }) => archive.reportsOf(id).length);
  const questions = weightiest(archive.questions, most.questions, ({ reports }) => reports.length);
  return {
    sources,
    groups: STANDING_RULE.map(({ standing }) => ({
      standing,
      rows: questions
        .filter((question) => question.standing === standing)
        .sort((a, b) => b.reports.length - a.reports.length)
        .map((question) => rowOf(question, sources)),
    })).filter(({ rows }) => rows.length > 0),
  };
}
