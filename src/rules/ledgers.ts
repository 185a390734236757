// Rules for ledgers: a ledger belongs to a source, numbers its reports once, and accounts for every paragraph.
import type { EntryFile, EntryFiles } from '../model/entries.ts';
import { nearest, shown, type Problem } from '../model/problems.ts';

/** "1, 2 and 5". */
function listed(numbers: readonly number[]): string {
  return new Intl.ListFormat('en-GB').format(numbers.map(String));
}

/** Checks one ledger: its source, its numbers, its dates. */
function problemsOfLedger(ledger: EntryFile<'reports'>, sources: ReadonlySet<string>): Problem[] {
  const { file, place, data, id } = ledger;
  const problems: Problem[] = [];
  if (data.source !== id) {
    problems.push({
      rule: 'reference',
      file,
      ...place(['source']),
      field: 'source',
      found: shown(data.source),
      expected: `"${id}", the name of the file`,
    });
  }
  if (!sources.has(id)) {
    problems.push({
      rule: 'reference',
      file,
      ...place(['source']),
      field: 'source',
      found: `no source ${shown(id)}`,
      expected: `a file content/sources/${id}.mdx`,
      nearest: nearest(id, [...sources]),
    });
  }
  const first = new Map<number, number>();
  data.reports.forEach((row, index) => {
    const at = place(['reports', index, 'id']);
    const line = first.get(row.id);
    if (line !== undefined) {
      problems.push({
        rule: 'duplicate',
        file,
        ...at,
        field: `reports[${index}].id`,
        found: `${row.id}, which line ${line} has already`,
        expected: 'a number of its own',
      });
    } else first.set(row.id, at.line);
    if (row.inferred !== undefined && row.on === undefined) {
      problems.push({
        rule: 'schema',
        file,
        ...place(['reports', index, 'inferred']),
        field: `reports[${index}].inferred`,
        found: 'a reason without a date',
        expected: 'the inferred date in `on`',
      });
    }
  });
  return problems;
}

/** Checks coverage: every paragraph is either reported or listed as unused, never both, never out of range. */
function coverageProblems(source: EntryFile<'sources'>, ledger: EntryFile<'reports'> | undefined): Problem[] {
  const { file, place, data } = source;
  const last = data.paragraphs;
  const problems: Problem[] = [];
  const range = (
    where: Pick<Problem, 'file' | 'line' | 'column'>,
    field: string,
    paragraph: number,
  ): void => {
    problems.push({
      rule: 'coverage',
      ...where,
      field,
      found: `paragraph ${paragraph}`,
      expected: `1 to ${last}: the source has ${last} paragraphs`,
    });
  };
  const reported = new Set<number>();
  ledger?.data.reports.forEach((row, index) => {
    reported.add(row.paragraph);
    const path = ['reports', index, 'paragraph'] as const;
    if (row.paragraph > last)
      range({ file: ledger.file, ...ledger.place(path) }, `reports[${index}].paragraph`, row.paragraph);
  });
  const unused = new Set<number>();
  data.unused.forEach(({ paragraph }, index) => {
    const at = { file, ...place(['unused', index, 'paragraph']) };
    const field = `unused[${index}].paragraph`;
    if (paragraph > last) range(at, field, paragraph);
    if (unused.has(paragraph))
      problems.push({
        rule: 'duplicate',
        ...at,
        field,
        found: `paragraph ${paragraph} a second time`,
        expected: 'each paragraph once',
      });
    if (reported.has(paragraph)) {
      problems.push({
        rule: 'coverage',
        ...at,
        field,
        found: `paragraph ${paragraph}, which has a report too`,
        expected: 'either a report or a place among the unused, not both',
      });
    }
    unused.add(paragraph);
  });
  data.slips.forEach(({ paragraph }, index) => {
    if (paragraph > last)
      range({ file, ...place(['slips', index, 'paragraph']) }, `slips[${index}].paragraph`, paragraph);
  });
  const missing = Array.from({ length: last }, (_, index) => index + 1).filter(
    (n) => !reported.has(n) && !unused.has(n),
  );
  if (!ledger) {
    problems.push({
      rule: 'coverage',
      file,
      line: 0,
      column: 0,
      field: 'ledger',
      found: 'no ledger for this source',
      expected: `a file content/reports/${source.id}.yaml`,
    });
  } else if (missing.length > 0) {
    problems.push({
      rule: 'coverage',
      file,
      ...place(['paragraphs']),
      field: 'paragraphs',
      found: `no report and no reason for ${missing.length === 1 ? 'paragraph' : 'paragraphs'} ${listed(missing)}`,
      expected: `each paragraph in content/reports/${source.id}.yaml or under \`unused\` here`,
    });
  }
  return problems;
}

/**
 * Checks all ledgers and the coverage of their sources.
 * @param unread files that failed to parse, as `collection/id`: what depends on them is not reported again
 */
export function ledgerProblems(entries: EntryFiles, unread: ReadonlySet<string>): Problem[] {
  const unreadSources = [...unread]
    .filter((key) => key.startsWith('sources/'))
    .map((key) => key.slice('sources/'.length));
  const sources = new Set([...entries.sources.map((entry) => entry.id), ...unreadSources]);
  const ledgers = new Map(entries.reports.map((entry) => [entry.id, entry]));
  return [
    ...entries.reports.flatMap((ledger) => problemsOfLedger(ledger, sources)),
    ...entries.sources
      .filter((source) => !unread.has(`reports/${source.id}`))
      .flatMap((source) => coverageProblems(source, ledgers.get(source.id))),
  ];
}
