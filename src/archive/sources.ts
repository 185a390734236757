// What follows for one source from the whole: the positions that no other source reports.
import type { Archive, Question } from './archive.ts';
import type { Report } from './reports.ts';
import type { Position } from './standing.ts';

export interface Alone {
  readonly question: Question;
  readonly position: Position;
  readonly reports: readonly Report[];
}

/** The positions that this source alone reports, question by question. */
export function onlyToldBy(archive: Archive, source: string): Alone[] {
  return archive.questions.flatMap((question) =>
    question.positions
      .filter(
        (position) =>
          position.reports.length > 0 && position.reports.every((report) => report.source === source),
      )
      .map((position) => ({ question, position, reports: position.reports })),
  );
}
