// What follows for one source from the whole: the positions that no other source reports.
import type { Archive, Question } from './archive.ts';
import type { Report } from './reports.ts';
import type { Position } from './standing.ts';

export interface Alone {
  readonly question: Question;
  readonly position: Position;
  readonly reports: readonly Report[];
}

const known = new WeakMap<Archive, ReadonlyMap<string, readonly Alone[]>>();

/** The positions that only one source reports, by that source. Worked out once for each archive. */
function toldOnce(archive: Archive): ReadonlyMap<string, readonly Alone[]> {
  const held = known.get(archive);
  if (held) return held;
  const bySource = new Map<string, Alone[]>();
  for (const question of archive.questions) {
    for (const position of question.positions) {
      const sources = new Set(position.reports.map(({ source }) => source));
      const [source] = sources;
      if (source === undefined || sources.size > 1) continue;
      const alone = { question, position, reports: position.reports };
      const list = bySource.get(source);
      if (list) list.push(alone);
      else bySource.set(source, [alone]);
    }
  }
  known.set(archive, bySource);
  return bySource;
}

/** The positions that this source alone reports, question by question. */
export function onlyToldBy(archive: Archive, source: string): readonly Alone[] {
  return toldOnce(archive).get(source) ?? [];
}
