// Rules for ledgers: a ledger belongs to a source and numbers its reports once. That of a held source gives evidence and
// accounts for every paragraph.
import type { EntryFile, EntryFiles } from '../model/entries.ts';
import { fieldAt, fileProblem, nearest, shown, type Problem } from '../model/problems.ts';
import { repeats, rowsOf, unreadOf } from './rows.ts';

/** Checks one ledger: its source, its numbers, its dates. */
function* problemsOfLedger(ledger: EntryFile<'reports'>, sources: ReadonlySet<string>): Iterable<Problem> {
  const { data, id } = ledger;
  const source = { rule: 'reference', ...fieldAt(ledger, ['source']) } as const;
  if (data.source !== id)
    yield { ...source, found: shown(data.source), expected: `"${id}", the name of the file` };
  if (!sources.has(id)) {
    const expected = `a file content/sources/${id}.mdx`;
    yield { ...source, found: `no source ${shown(id)}`, expected, nearest: nearest(id, [...sources]) };
  }
  const rows = rowsOf([ledger]);
  for (const [first, { row, at }] of repeats(rows, ({ row: { id: number } }) => number)) {
    const found = `${row.id}, which line ${first.at('id').line} has already`;
    yield { rule: 'duplicate', ...at('id'), found, expected: 'a number of its own' };
  }
  for (const { row, at } of rows) {
    const [found, expected] = ['a reason without a date', 'the inferred date in `on`'];
    if (row.inferred !== undefined && row.on === undefined)
      yield { rule: 'schema', ...at('inferred'), found, expected };
  }
}

/** Quotation marks. The closing single one is left out: it is also the apostrophe. */
const QUOTATION = /["“”„«»‘]/;

/**
 * Checks what the kind of a source demands of its reports: a paragraph and evidence if it is held; if it is seen, no
 * evidence and no quotation marks, because nobody can check its wording.
 */
function captureProblems(source: EntryFile<'sources'>, ledger: EntryFile<'reports'>): Problem[] {
  return rowsOf([ledger]).flatMap(({ row, at }) => {
    const { paragraph, evidence, says } = row;
    const wrong = (isWrong: boolean, name: 'paragraph' | 'evidence' | 'says', expected: string): Problem[] =>
      isWrong ? [{ rule: 'schema', ...at(name), found: shown(row[name]), expected }] : [];
    return source.data.capture === 'held'
      ? [
          ...wrong(paragraph === undefined, 'paragraph', 'a value: the source is held'),
          ...wrong(evidence === undefined, 'evidence', 'a value: the source is held'),
        ]
      : [
          ...wrong(evidence !== undefined, 'evidence', 'nothing: the source is seen, not held'),
          ...wrong(QUOTATION.test(says), 'says', 'our words: the source is seen, not held'),
        ];
  });
}

/** Checks coverage: every paragraph is either reported or listed as unused, never both, never out of range. */
function* coverageProblems(source: EntryFile<'sources'>, ledger: EntryFile<'reports'>): Iterable<Problem> {
  const { data } = source;
  if (data.capture === 'seen') return;
  const last = data.paragraphs;
  const lists = [
    [ledger, 'reports', ledger.data.reports],
    [source, 'unused', data.unused],
    [source, 'slips', data.slips],
  ] as const;
  for (const [file, list, rows] of lists)
    for (const [index, { paragraph = 1 }] of rows.entries())
      if (paragraph > last) {
        const expected = `1 to ${last}: the source has ${last} paragraphs`;
        const at = fieldAt(file, [list, index, 'paragraph']);
        yield { rule: 'coverage', ...at, found: `paragraph ${paragraph}`, expected };
      }
  const reported = new Set(ledger.data.reports.map(({ paragraph }) => paragraph));
  const unused = new Set<number | undefined>();
  for (const [index, { paragraph }] of data.unused.entries()) {
    const at = fieldAt(source, ['unused', index, 'paragraph']);
    if (unused.has(paragraph)) {
      const found = `paragraph ${paragraph} a second time`;
      yield { rule: 'duplicate', ...at, found, expected: 'each paragraph once' };
    }
    if (reported.has(paragraph)) {
      const found = `paragraph ${paragraph}, which has a report too`;
      const expected = 'either a report or a place among the unused, not both';
      yield { rule: 'coverage', ...at, found, expected };
    }
    unused.add(paragraph);
  }
  const all = new Set(Array.from({ length: last }, (_, index) => index + 1));
  const missing = [...all.difference(reported.union(unused))];
  if (missing.length === 0) return;
  const numbers = new Intl.ListFormat('en-GB').format(missing.map(String));
  const found = `no report and no reason for ${missing.length === 1 ? 'paragraph' : 'paragraphs'} ${numbers}`;
  const expected = `each paragraph in ${ledger.file} or under \`unused\` here`;
  yield { rule: 'coverage', ...fieldAt(source, ['paragraphs']), found, expected };
}

/**
 * Checks all ledgers and the coverage of their sources.
 * @param unread files that failed to parse, as `collection/id`: what depends on them is not reported again
 */
export function ledgerProblems(entries: EntryFiles, unread: ReadonlySet<string>): Problem[] {
  const sources = new Set([...entries.sources.map(({ id }) => id), ...unreadOf(unread, 'sources')]);
  const ledgers = new Map(entries.reports.map((entry) => [entry.id, entry]));
  return [
    ...entries.reports.flatMap((ledger) => [...problemsOfLedger(ledger, sources)]),
    ...entries.sources.flatMap((source): Problem[] => {
      if (unread.has(`reports/${source.id}`)) return [];
      const ledger = ledgers.get(source.id);
      if (ledger) return [...captureProblems(source, ledger), ...coverageProblems(source, ledger)];
      const wrong = {
        found: 'no ledger for this source',
        expected: `a file content/reports/${source.id}.yaml`,
      };
      return [{ ...fileProblem(source.file, 'ledger', wrong), rule: 'coverage' }];
    }),
  ];
}
