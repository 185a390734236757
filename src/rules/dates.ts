// Rules for dates: nothing that a source reports was said after the source was published, and a date lies in the time of
// the sources.
import { COLLECTIONS } from '../model/collections.ts';
import { DAY, dateSpan, dateWords } from '../model/dates.ts';
import { filesOf, type EntryFiles } from '../model/entries.ts';
import { fieldAt, shown, type Problem } from '../model/problems.ts';
import { fieldsOf } from '../model/references.ts';
import { rowsOf } from './rows.ts';

/** A date of which nothing is known. */
const UNKNOWN = '../..';

/** Finds reports that are dated after their source. */
export function* dateProblems({ sources, reports }: EntryFiles): Iterable<Problem> {
  const published = new Map(sources.map(({ id, data }) => [id, data.date?.value]));
  for (const { ledger, row, at } of rowsOf(reports)) {
    const date = published.get(ledger.id);
    const last = dateSpan(date ?? UNKNOWN).to ?? Number.POSITIVE_INFINITY;
    const first = dateSpan(row.on ?? UNKNOWN).from ?? Number.NEGATIVE_INFINITY;
    if (date === undefined || first <= last) continue;
    const expected = `a date until ${dateWords(date)}, when the source was published`;
    yield { rule: 'schema', ...at('on'), found: shown(row.on), expected };
  }
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
    .map(({ data }) => dateSpan(data.date?.value ?? UNKNOWN).from)
    .flatMap((from) => (from === null || from > last ? [] : [yearOf(from)]))
    .sort((a, b) => a - b);
  return years[Math.floor(years.length / 2)];
}

/** Finds dates that have not come yet, by the clock of this computer, and dates long before the sources. */
export function* dateWarnings(files: EntryFiles): Iterable<Problem> {
  // Somewhere on earth it may be tomorrow.
  const last = Date.now() + DAY;
  const middle = middleYear(files, last);
  for (const file of filesOf(files, COLLECTIONS)) {
    const background = 'kind' in file.data && file.data.kind === 'background';
    const far = background ? FAR_BACKGROUND : FAR;
    for (const [path, date] of fieldsOf(file.data)) {
      const isDate = DATES.includes(path.at(-1) === 'value' ? path[0] : path.at(-1));
      if (!isDate || typeof date !== 'string') continue;
      const { from, to } = dateSpan(date);
      const early = middle !== undefined && to !== null && yearOf(to) <= middle - far;
      if (!early && (from ?? last) <= last) continue;
      const expected = early
        ? `a year near those of the sources, most of which are from about ${middle}`
        : 'a day that is not in the future';
      yield { rule: 'schema', ...fieldAt(file, path), found: shown(date), expected };
    }
  }
}
