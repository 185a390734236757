// Rules for ledgers: a ledger belongs to a source and numbers its reports once. That of a held source gives evidence and
// accounts for every paragraph.
import type { EntryFile, EntryFiles } from '../model/entries.ts';
import { fieldAt, nearest, shown, type Problem, type Wrong } from '../model/problems.ts';

/** "1, 2 and 5". */
function listed(numbers: readonly number[]): string {
  return new Intl.ListFormat('en-GB').format(numbers.map(String));
}

/** Checks one ledger: its source, its numbers, its dates. */
function problemsOfLedger(ledger: EntryFile<'reports'>, sources: ReadonlySet<string>): Problem[] {
  const { data, id } = ledger;
  const problems: Problem[] = [];
  const source = { ...fieldAt(ledger, ['source']), rule: 'reference' } as const;
  if (data.source !== id)
    problems.push({ ...source, found: shown(data.source), expected: `"${id}", the name of the file` });
  if (!sources.has(id)) {
    const expected = `a file content/sources/${id}.mdx`;
    problems.push({
      ...source,
      found: `no source ${shown(id)}`,
      expected,
      nearest: nearest(id, [...sources]),
    });
  }
  const lines = new Map<number, number>();
  data.reports.forEach((row, index) => {
    const at = (name: string) => fieldAt(ledger, ['reports', index, name]);
    const line = lines.get(row.id);
    if (line === undefined) lines.set(row.id, at('id').line);
    else {
      const found = `${row.id}, which line ${line} has already`;
      problems.push({ rule: 'duplicate', ...at('id'), found, expected: 'a number of its own' });
    }
    if (row.inferred !== undefined && row.on === undefined) {
      const [found, expected] = ['a reason without a date', 'the inferred date in `on`'];
      problems.push({ rule: 'schema', ...at('inferred'), found, expected });
    }
  });
  return problems;
}

/** Quotation marks. The closing single one is left out: it is also the apostrophe. */
const QUOTATION = /["“”„«»‘]/;

/**
 * Checks what the kind of a source demands of its reports: a paragraph and evidence if it is held; if it is seen, no
 * evidence and no quotation marks, because nobody can check its wording.
 */
function captureProblems(
  { data: { capture } }: EntryFile<'sources'>,
  ledger: EntryFile<'reports'>,
): Problem[] {
  const { file, place, data } = ledger;
  return data.reports.flatMap((row, index) => {
    const problems = (
      names: readonly ('evidence' | 'paragraph' | 'says')[],
      wrong: (value: string | number | undefined) => boolean,
      expected: string,
    ): Problem[] =>
      names
        .filter((name) => wrong(row[name]))
        .map((name) => {
          const path = ['reports', index, ...(row[name] === undefined ? [] : [name])];
          const field = `reports[${index}].${name}`;
          return { rule: 'schema', file, ...place(path), field, found: shown(row[name]), expected };
        });
    if (capture === 'held')
      return problems(
        ['paragraph', 'evidence'],
        (value) => value === undefined,
        'a value: the source is held',
      );
    return [
      ...problems(['evidence'], (value) => value !== undefined, 'nothing: the source is seen, not held'),
      ...problems(['says'], (value) => QUOTATION.test(`${value}`), 'our words: the source is seen, not held'),
    ];
  });
}

/** Checks coverage: every paragraph is either reported or listed as unused, never both, never out of range. */
function coverageProblems(source: EntryFile<'sources'>, ledger: EntryFile<'reports'> | undefined): Problem[] {
  const { data, id } = source;
  if (!ledger) {
    const expected = `a file content/reports/${id}.yaml`;
    const at = { file: source.file, line: 0, column: 0, field: 'ledger' };
    return [{ rule: 'coverage', ...at, found: 'no ledger for this source', expected }];
  }
  if (data.capture === 'seen') return [];
  const last = data.paragraphs;
  const problems: Problem[] = [];
  const add = (
    file: EntryFile,
    list: 'reports' | 'unused' | 'slips',
    index: number,
    problem: Wrong & Pick<Problem, 'rule'>,
  ): void => {
    problems.push({ ...fieldAt(file, [list, index, 'paragraph']), ...problem });
  };
  const checkRange = (
    file: EntryFile,
    list: 'reports' | 'unused' | 'slips',
    rows: readonly { readonly paragraph?: number | undefined }[],
  ): void =>
    rows.forEach(({ paragraph }, index) => {
      if (paragraph === undefined || paragraph <= last) return;
      const expected = `1 to ${last}: the source has ${last} paragraphs`;
      add(file, list, index, { rule: 'coverage', found: `paragraph ${paragraph}`, expected });
    });
  checkRange(ledger, 'reports', ledger.data.reports);
  checkRange(source, 'unused', data.unused);
  checkRange(source, 'slips', data.slips);
  const reported = new Set(ledger.data.reports.map(({ paragraph }) => paragraph));
  const unused = new Set<number>();
  data.unused.forEach(({ paragraph }, index) => {
    if (unused.has(paragraph)) {
      const found = `paragraph ${paragraph} a second time`;
      add(source, 'unused', index, { rule: 'duplicate', found, expected: 'each paragraph once' });
    }
    if (reported.has(paragraph)) {
      const found = `paragraph ${paragraph}, which has a report too`;
      const expected = 'either a report or a place among the unused, not both';
      add(source, 'unused', index, { rule: 'coverage', found, expected });
    }
    unused.add(paragraph);
  });
  const missing = Array.from({ length: last }, (_, index) => index + 1).filter(
    (number) => !reported.has(number) && !unused.has(number),
  );
  if (missing.length > 0) {
    const words = missing.length === 1 ? 'paragraph' : 'paragraphs';
    problems.push({
      rule: 'coverage',
      ...fieldAt(source, ['paragraphs']),
      found: `no report and no reason for ${words} ${listed(missing)}`,
      expected: `each paragraph in ${ledger.file} or under \`unused\` here`,
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
      .flatMap((source) => {
        const ledger = ledgers.get(source.id);
        return [...(ledger ? captureProblems(source, ledger) : []), ...coverageProblems(source, ledger)];
      }),
  ];
}
