// Rules for relations between reports (`bears_on`): no report bears on itself, no kind of relation runs in a circle, and a
// correction is not older than what it corrects. That the other report exists is a rule for all references.
import { dateSpan } from '../model/dates.ts';
import type { EntryFiles } from '../model/entries.ts';
import type { Problem, Wrong } from '../model/problems.ts';
import type { Bearing } from '../model/schemas/ledger.ts';
import { way } from './circles.ts';
import { rowsOf, type Row } from './rows.ts';

/**
 * Compares a correction with what it corrects. Another voice is independent and may have spoken before; the same voice
 * can only correct what it said on the same day or earlier, by the dates of the two sources.
 * @param dates when each source was published
 */
function orderProblem(from: Row, to: Row, dates: ReadonlyMap<string, string | undefined>): Wrong | undefined {
  if (from.voice !== to.voice || from.ledger === to.ledger) return undefined;
  const [later, earlier] = [dates.get(from.ledger.id), dates.get(to.ledger.id)];
  const expected = 'a source published on the same day as the corrected one or later, or another voice';
  if (later === undefined || earlier === undefined)
    return { found: `a correction by the same voice, with a source without a date`, expected };
  const last = dateSpan(later).to ?? Number.POSITIVE_INFINITY;
  const first = dateSpan(earlier).from ?? Number.NEGATIVE_INFINITY;
  return last >= first ? undefined : { found: `${later}, before ${earlier} of ${to.key}`, expected };
}

/**
 * Checks the relations of all reports.
 * @param unread the files that cannot be read, as `sources/id`: the dates of such sources are not known
 */
export function* relationProblems(entries: EntryFiles, unread: ReadonlySet<string>): Iterable<Problem> {
  const dates = new Map(entries.sources.map(({ id, data }) => [id, data.date?.value]));
  const rows = new Map(rowsOf(entries.reports).map((row) => [row.key, row]));
  const wrongIn = (row: Row, how: Bearing, to: string): Wrong | undefined => {
    const other = rows.get(to);
    if (other === row) return { found: 'the report itself', expected: 'another report' };
    if (!other) return undefined;
    const next = (key: string): string[] =>
      (rows.get(key)?.row.bears_on ?? []).filter((each) => each.how === how).map((each) => each.to.id);
    if (way(to, row.key, next))
      return {
        found: `a circle of ${how}, from ${to} back to ${row.key}`,
        expected: 'relations in one direction',
      };
    const undated = [row, other].some(({ ledger }) => unread.has(`sources/${ledger.id}`));
    return how === 'corrects' && !undated ? orderProblem(row, other, dates) : undefined;
  };
  for (const row of rows.values())
    for (const [index, { to, how }] of row.row.bears_on.entries()) {
      const wrong = wrongIn(row, how, to.id);
      if (wrong) yield { rule: 'relation', ...row.at('bears_on', index, 'to'), ...wrong };
    }
}
