// What references, links and citations may name.
import type { CollectionName } from '../model/collections.ts';
import { NO_FACT } from '../model/evidence-marks.ts';
import type { PageRef } from '../model/content-links.ts';
import { nearest, type Advice } from '../model/problems.ts';
import type { Content } from '../model/read.ts';
import { MDX_COLLECTIONS, parseReportKey, refKey } from '../model/references.ts';
import { movedPages } from './addresses.ts';
import { anchorsOf } from './anchors.ts';
import { rowsOf, unreadOf } from './rows.ts';

export interface Targets {
  /** Entries with a page, as `collection/id`, including files that failed to parse. */
  readonly pages: ReadonlySet<string>;
  /** The anchors of each page whose file could be read. */
  readonly anchors: ReadonlyMap<string, ReadonlySet<string>>;
  /** What entries are called now, by the `collection/id` that they had before. */
  readonly moved: ReadonlyMap<string, string>;
  /** Keys of reports. */
  readonly reports: ReadonlySet<string>;
  /** Sources whose ledger failed to parse or is not there. References to their reports are not checked. */
  readonly unreadLedgers: ReadonlySet<string>;
  /** Collections whose folder is not there. References to their entries are not checked. */
  readonly absent: ReadonlySet<CollectionName>;
}

/** Includes files that failed to parse, so that references to them are no errors. */
export function targetsOf({ entries, unread, absent }: Content): Targets {
  const pages = MDX_COLLECTIONS.flatMap((name) => entries[name].map(refKey));
  const ledgers = new Set(entries.reports.map(({ id }) => id));
  return {
    pages: new Set([...pages, ...unread]),
    anchors: anchorsOf(entries),
    moved: movedPages(entries),
    reports: new Set(rowsOf(entries.reports).map(({ key }) => key)),
    unreadLedgers: new Set([
      ...unreadOf(unread, 'reports'),
      ...entries.sources.map(({ id }) => id).filter((id) => !ledgers.has(id)),
    ]),
    absent: new Set(absent),
  };
}

/** @returns true if a page exists, or if its whole collection is missing, which is one problem by itself */
export function hasPage({ pages, absent }: Targets, key: string): boolean {
  return pages.has(key) || [...absent].some((name) => key.startsWith(`${name}/`));
}

export function hasReport({ reports, unreadLedgers, absent }: Targets, key: string): boolean {
  return reports.has(key) || absent.has('reports') || unreadLedgers.has(parseReportKey(key)?.source ?? '');
}

/** Numbers in words, with runs in short: `1 to 3, 14`. */
function numberWords(numbers: readonly number[]): string {
  const runs: number[][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]} to ${run.at(-1)}` : run.join(', '))).join(', ');
}

/**
 * @param key the key of a report that is not there
 * @returns what would be right: in a source that was renamed, the same number; in a ledger, the numbers that it has
 */
export function reportAdvice(key: string, { moved, reports }: Targets): Advice {
  const { source, number } = parseReportKey(key) ?? {};
  const renamed = moved.get(`sources/${source}`)?.replace(/^sources\//, '');
  const expected = 'a report that a ledger holds';
  if (renamed) return { expected, nearest: `${renamed}/${number}` };
  const own = [...reports]
    .filter((each) => each.startsWith(`${source}/`))
    .map((each) => Number(each.split('/')[1]));
  if (own.length === 0) return { expected, nearest: nearest(key, [...reports, NO_FACT]) };
  // A digit too many or too few; of other numbers, none is nearer than the others.
  const like = own.filter((each) => `${each}`.includes(`${number}`) || `${number}`.includes(`${each}`));
  return {
    expected: `a report of content/reports/${source}.yaml: ${numberWords(own)}`,
    nearest: like.length === 1 ? `${source}/${like[0]}` : undefined,
  };
}

/** @returns the key of the page that a reference means: itself, what it is called now, or the nearest */
export function nearestPage(ref: PageRef, { pages, moved }: Targets): string | undefined {
  const key = refKey(ref);
  const same = [...pages].filter((page) => page.startsWith(`${ref.collection}/`));
  // An entry that was renamed is meant, else the same name in another collection, else a misspelling in this one.
  return (
    (pages.has(key) ? key : undefined) ??
    moved.get(key) ??
    [...pages].find((page) => page.endsWith(`/${ref.id}`)) ??
    nearest(key, same) ??
    nearest(key, [...pages])
  );
}
