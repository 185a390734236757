// The reports of ledgers, for the rules that look at each of them, and other lists that several rules need.
import type { EntryFile } from '../model/entries.ts';
import { fieldAt } from '../model/problems.ts';
import { refKey } from '../model/references.ts';
import type { ReportRow } from '../model/schemas/ledger.ts';
import type { FieldPath } from '../model/yaml.ts';

/** A report in its ledger. */
export interface Row {
  readonly ledger: EntryFile<'reports'>;
  readonly row: ReportRow;
  /** `polskie-radio/11`. */
  readonly key: string;
  /** The key of the voice; where the text speaks for itself, that of the source. */
  readonly voice: string;
  /** @returns the place and the name of a field of the report */
  readonly at: (...path: FieldPath) => ReturnType<typeof fieldAt>;
}

/** All reports of some ledgers, in their order. */
export function rowsOf(ledgers: readonly EntryFile<'reports'>[]): Row[] {
  return ledgers.flatMap((ledger) =>
    ledger.data.reports.map((row, index) => ({
      ledger,
      row,
      key: `${ledger.id}/${row.id}`,
      voice: row.by === 'self' ? `sources/${ledger.id}` : refKey(row.by),
      at: (...path: FieldPath) => fieldAt(ledger, ['reports', index, ...path]),
    })),
  );
}

/** The ids of the files of a collection among those that failed to parse. @param unread as `collection/id` */
export function unreadOf(unread: ReadonlySet<string>, collection: 'reports' | 'sources'): string[] {
  return [...unread].flatMap((key) => (key.startsWith(`${collection}/`) ? (key.split('/')[1] ?? []) : []));
}

/** Yields each item whose key an item before it has, after the first item with this key. */
export function* repeats<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => unknown,
): Iterable<readonly [first: Item, item: Item]> {
  for (const [first, ...others] of Map.groupBy(items, keyOf).values())
    for (const item of others) if (first !== undefined) yield [first, item];
}
