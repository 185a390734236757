// The positions that only one source reports.
import type { Archive } from './archive.ts';

/** Results by archive: computed once for the pages of all sources. */
const cache = new WeakMap<Archive, ReturnType<typeof bySource>>();

function bySource({ questions }: Archive) {
  const all = questions.flatMap((question) =>
    question.positions.map((position) => ({ question, position, reports: position.reports })),
  );
  const only = all.filter(({ reports }) => new Set(reports.map(({ source }) => source)).size === 1);
  return Map.groupBy(only, ({ reports }) => reports[0]?.source ?? '');
}

/** @returns the positions that only one source reports, with question and reports. @param source the source's id */
export function onlyToldBy(archive: Archive, source: string) {
  const positions = cache.get(archive) ?? bySource(archive);
  cache.set(archive, positions);
  return positions.get(source) ?? [];
}
