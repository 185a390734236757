// Rules for dates: nothing that a source reports was said after the source was published, and a date lies in the time of
// the sources.
import { COLLECTIONS } from '../model/collections.ts';
import { DAY, dateSpan, dateWords } from '../model/dates.ts';
import { filesOf, type EntryFiles } from '../model/entries.ts';
import { fieldAt, shown, type Problem } from '../model/problems.ts';
import { fieldsOf } from '../model/references.ts';

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
      const expected = `a date until ${dateWords(date)}, when the source was published`;
      return [{ rule: 'schema', ...fieldAt(ledger, ['reports', index, 'on']), found: shown(on), expected }];
    });
  });
}

/** A date this many years before the sources is likely a slip of a digit; that of a background event may be older. */
const FAR = 10;
const FAR_BACKGROUND = 100;

/** The fields that hold dates: when something was said, read, corrected, done, published or formed. */
const DATES: readonly unknown[] = ['on', 'read', 'date', 'formed'];

const yearOf = (time: number): number => new Date(time).getUTCFullYear();

/** @returns the middle year in which the sources were published until `last`, unless none has a date */
function middleYear({ sources }: EntryFiles, last: number): number | undefined {
  const years = sources
    .map(({ data }) => dateSpan(data.date?.value ?? '../..').from)
    .flatMap((from) => (from === null || from > last ? [] : [yearOf(from)]))
    .sort((a, b) => a - b);
  return years[Math.floor(years.length / 2)];
}

/** Finds dates that have not come yet, by the clock of this computer, and dates long before the sources. */
export function dateWarnings(files: EntryFiles): Problem[] {
  // Somewhere on earth it may be tomorrow.
  const last = Date.now() + DAY;
  const middle = middleYear(files, last);
  return filesOf(files, COLLECTIONS).flatMap((file) =>
    [...fieldsOf(file.data)].flatMap(([path, date]): Problem[] => {
      const isDate = DATES.includes(path.at(-1) === 'value' ? path[0] : path.at(-1));
      if (!isDate || typeof date !== 'string') return [];
      const { from, to } = dateSpan(date);
      const background = 'kind' in file.data && file.data.kind === 'background';
      const far = background ? FAR_BACKGROUND : FAR;
      const early = middle !== undefined && to !== null && yearOf(to) <= middle - far;
      if (!early && (from ?? last) <= last) return [];
      const expected = early
        ? `a year near those of the sources, most of which are from about ${middle}`
        : 'a day that is not in the future';
      return [{ rule: 'schema', ...fieldAt(file, path), found: shown(date), expected }];
    }),
  );
}
