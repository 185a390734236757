// Rules for relations between reports (`bears_on`): no report bears on itself, no kind of relation runs in a circle, and a
// correction is not older than what it corrects. That the other report exists is a rule for all references.
import { dateSpan } from '../model/dates.ts';
import type { EntryFile, EntryFiles } from '../model/entries.ts';
import { fieldAt, type Problem, type Wrong } from '../model/problems.ts';
import type { Bearing, ReportRow } from '../model/schemas/ledger.ts';

/** A report with its ledger. */
interface Node {
  readonly key: string;
  readonly row: ReportRow;
  readonly index: number;
  readonly ledger: EntryFile<'reports'>;
  /** When its source was published. */
  readonly published: string | undefined;
}

/** @returns true if there is a path of relations of one kind from one report to another */
function leads(nodes: ReadonlyMap<string, Node>, how: Bearing, from: string, goal: string): boolean {
  const reached = new Set([from]);
  // A set can grow while it is walked through: each report is visited once.
  for (const key of reached)
    for (const relation of nodes.get(key)?.row.bears_on ?? [])
      if (relation.how === how) reached.add(relation.to.id);
  return reached.has(goal);
}

/**
 * Compares a correction with what it corrects. Another voice is independent and may have spoken before; the same voice
 * can only correct what it said on the same day or earlier, by the dates of the two sources.
 */
function orderProblem(from: Node, to: Node): Wrong | undefined {
  const voice = ({ row, ledger }: Node): string =>
    row.by === 'self' ? `sources/${ledger.id}` : `${row.by.collection}/${row.by.id}`;
  if (voice(from) !== voice(to) || from.ledger === to.ledger) return undefined;
  const expected = 'a source published on the same day as the corrected one or later, or another voice';
  if (from.published === undefined || to.published === undefined)
    return { found: `a correction by the same voice, with a source without a date`, expected };
  const last = dateSpan(from.published).to ?? Number.POSITIVE_INFINITY;
  const first = dateSpan(to.published).from ?? Number.NEGATIVE_INFINITY;
  if (last >= first) return undefined;
  return { found: `${from.published}, before ${to.published} of ${to.key}`, expected };
}

/**
 * Checks the relations of all reports.
 * @param unread the files that cannot be read, as `sources/id`: the dates of such sources are not known
 */
export function relationProblems(entries: EntryFiles, unread: ReadonlySet<string>): Problem[] {
  const dates = new Map(entries.sources.map(({ id, data }) => [id, data.date?.value]));
  const nodes = new Map(
    entries.reports.flatMap((ledger) =>
      ledger.data.reports.map((row, index): [string, Node] => {
        const key = `${ledger.id}/${row.id}`;
        return [key, { key, row, index, ledger, published: dates.get(ledger.id) }];
      }),
    ),
  );
  return [...nodes.values()].flatMap((node) =>
    node.row.bears_on.flatMap(({ to, how }, at): Problem[] => {
      const other = nodes.get(to.id);
      const path = ['reports', node.index, 'bears_on', at, 'to'];
      const problem = (found: string, expected: string): Problem[] => [
        { rule: 'relation', ...fieldAt(node.ledger, path), found, expected },
      ];
      if (!other) return [];
      const undated = [node, other].some(({ ledger }) => unread.has(`sources/${ledger.id}`));
      if (other === node) return problem('the report itself', 'another report');
      if (leads(nodes, how, to.id, node.key))
        return problem(`a circle of ${how}, from ${to.id} back to ${node.key}`, 'relations in one direction');
      const order = how === 'corrects' && !undated ? orderProblem(node, other) : undefined;
      return order ? problem(order.found, order.expected) : [];
    }),
  );
}
