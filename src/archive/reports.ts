// The ledgers, resolved: each report with its voice, its carriers and its place, and whether every
// paragraph of every source is accounted for.
import type { EntryFile, EntryFiles } from '../model/entries.ts';
import { nearest, shown, type Problem } from '../model/problems.ts';
import { reportKey, type EntryRef } from '../model/references.ts';
import type { Mode } from '../model/schemas/ledger.ts';

/** One thing that one paragraph of one source says. */
export interface Report {
  /** `polskie-radio/11`. */
  readonly key: string;
  /** The source's id. */
  readonly source: string;
  readonly number: number;
  readonly paragraph: number;
  readonly says: string;
  readonly evidence: string;
  /** The voice; a text that speaks for itself is its source. */
  readonly voice: EntryRef;
  /** How the text names a voice it does not identify. */
  readonly speaker: string | undefined;
  /** The carriers between the voice and the source, nearest the voice first. */
  readonly via: readonly EntryRef[];
  readonly mode: Mode;
  /** When it was said (EDTF), where told or inferred. */
  readonly on: string | undefined;
  readonly inferred: string | undefined;
  readonly about: readonly EntryRef[];
  readonly answers: readonly { readonly question: string; readonly position: string }[];
}

/** The reports of a ledger, in paragraph order. Its source is the one that its file is named after. */
export function resolveLedger(ledger: EntryFile<'reports'>): Report[] {
  const source = ledger.id;
  return ledger.data.reports
    .map((row) => ({
      key: reportKey({ source, report: row.id }),
      source,
      number: row.id,
      paragraph: row.paragraph,
      says: row.says,
      evidence: row.evidence,
      voice: row.by === 'self' ? ({ collection: 'sources', id: source } as const) : row.by,
      speaker: row.speaker,
      via: row.via,
      mode: row.mode,
      on: row.on,
      inferred: row.inferred,
      about: row.about,
      answers: row.answers,
    }))
    .sort((a, b) => a.paragraph - b.paragraph || a.number - b.number);
}

/** "1, 2 and 5". */
function listed(numbers: readonly number[]): string {
  return new Intl.ListFormat('en-GB').format(numbers.map(String));
}

/** Problems inside one ledger: its name, its ids, its dates. */
function ledgerProblems(ledger: EntryFile<'reports'>, sources: ReadonlySet<string>): Problem[] {
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

/** Coverage: every paragraph is either reported or listed as unused, never both, never out of range. */
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

/** All problems of the ledgers and their coverage. */
export function reportProblems(entries: EntryFiles, unread: ReadonlySet<string>): Problem[] {
  const unreadSources = [...unread]
    .filter((key) => key.startsWith('sources/'))
    .map((key) => key.slice('sources/'.length));
  const sources = new Set([...entries.sources.map((entry) => entry.id), ...unreadSources]);
  const ledgers = new Map(entries.reports.map((entry) => [entry.id, entry]));
  return [
    ...entries.reports.flatMap((ledger) => ledgerProblems(ledger, sources)),
    ...entries.sources
      .filter((source) => !unread.has(`reports/${source.id}`))
      .flatMap((source) => coverageProblems(source, ledgers.get(source.id))),
  ];
}
