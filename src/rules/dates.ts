// Rules for dates: nothing that a source reports was said after the source was published.
import { dateSpan, dateWords } from '../model/dates.ts';
import type { EntryFiles } from '../model/entries.ts';
import { shown, type Problem } from '../model/problems.ts';

/** Finds reports that are dated after their source. */
export function dateProblems({ sources, reports }: EntryFiles): Problem[] {
  const published = new Map(sources.map(({ id, data }) => [id, data.date?.value]));
  return reports.flatMap((ledger) => {
    const date = published.get(ledger.id);
    const last = date === undefined ? null : dateSpan(date).to;
    if (date === undefined || last === null) return [];
    return ledger.data.reports.flatMap(({ on }, index): Problem[] => {
      const first = on === undefined ? null : dateSpan(on).from;
      if (first === null || first <= last) return [];
      const at = {
        file: ledger.file,
        ...ledger.place(['reports', index, 'on']),
        field: `reports[${index}].on`,
      };
      const expected = `a date until ${dateWords(date)}, when the source was published`;
      return [{ rule: 'schema', ...at, found: shown(on), expected }];
    });
  });
}
