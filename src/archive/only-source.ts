// The positions that only one source reports.
import type { Archive, Question } from './archive.ts';
import type { Report } from './reports.ts';
import type { Position } from './standing.ts';

/** A position whose reports all come from one source. */
export interface OnlySource {
  readonly question: Question;
  readonly position: Position;
  readonly reports: readonly Report[];
}

/** Results by archive: computed once for the pages of all sources. */
const cache = new WeakMap<Archive, ReadonlyMap<string, readonly OnlySource[]>>();

function bySource({ questions }: Archive): Map<string, OnlySource[]> {
  const all = questions.flatMap((question) =>
    question.positions.map((position) => ({ question, position, reports: position.reports })),
  );
  const only = all.filter(({ reports }) => new Set(reports.map(({ source }) => source)).size === 1);
  return Map.groupBy(only, ({ reports }) => reports[0]?.source ?? '');
}

/** @returns the positions that only one source reports, by question. @param source the source's id */
export function onlyToldBy(archive: Archive, source: string): readonly OnlySource[] {
  const positions = cache.get(archive) ?? bySource(archive);
  cache.set(archive, positions);
  return positions.get(source) ?? [];
}
