// The check of the whole content: what a single file could not show. It also gathers what each file's prose links to
// and cites, which pages then find among the entry's data.
import { COLLECTIONS } from '../model/collections.ts';
import type { EntryFile, EntryFiles, InProse } from '../model/entries.ts';
import { ContentError, nearest, shown, type Problem } from '../model/problems.ts';
import type { Content } from '../model/read.ts';
import { refKey } from '../model/references.ts';
import { pageKey } from './addresses.ts';
import { fieldProblems, inProse, type Known } from './mentions.ts';
import { proseProblems } from './prose-rules.ts';
import { reportProblems, resolveLedger, type Report } from './reports.ts';

/** The positions that reports take: question, position, reports. */
export type Taken = ReadonlyMap<string, ReadonlyMap<string, readonly Report[]>>;

/** What the check found out. */
export interface Checked {
  readonly problems: readonly Problem[];
  readonly reports: readonly Report[];
  /** What the prose of each file links to and cites. */
  readonly inProse: ReadonlyMap<EntryFile, InProse>;
}

function voiceProblems(entries: EntryFiles, platforms: ReadonlySet<string>): Problem[] {
  return entries.reports.flatMap((ledger) =>
    ledger.data.reports.flatMap((row, index): Problem[] => {
      if (row.by === 'self' || !platforms.has(refKey(row.by))) return [];
      return [
        {
          rule: 'reference',
          file: ledger.file,
          ...ledger.place(['reports', index, 'by']),
          field: `reports[${index}].by`,
          found: `${shown(refKey(row.by))}, a platform`,
          expected: 'a voice: a platform only carries (put it in `via`)',
        },
      ];
    }),
  );
}

function positionProblems(
  entries: EntryFiles,
  taken: ReadonlyMap<string, ReadonlySet<string>>,
  unread: ReadonlySet<string>,
): Problem[] {
  const problems: Problem[] = [];
  // A ledger that could not be read may hold the very report that a position waits for.
  const complete = ![...unread].some((key) => key.startsWith('reports/'));
  const positions = new Map(
    entries.questions.map((entry) => [entry.id, entry.data.positions.map(({ id }) => id)]),
  );
  for (const { file, place, data } of entries.reports) {
    data.reports.forEach((row, index) =>
      row.answers.forEach(({ question, position }, at) => {
        const known = positions.get(question);
        if (known?.includes(position) || unread.has(`questions/${question}`)) return;
        const all = [...positions].flatMap(([id, ids]) => ids.map((one) => `${id}/${one}`));
        problems.push({
          rule: 'position',
          file,
          ...place(['reports', index, 'answers', at]),
          field: `reports[${index}].answers[${at}]`,
          found: shown(`${question}/${position}`),
          expected: known ? `a position of ${question}: ${known.join(', ')}` : 'a question that exists',
          nearest: nearest(`${question}/${position}`, all),
        });
      }),
    );
  }
  for (const { id, file, place, data } of entries.questions) {
    const seen = new Set<string>();
    data.positions.forEach((position, index) => {
      const at = {
        file,
        ...place(['positions', index, 'id']),
        field: `positions[${index}].id`,
        found: shown(position.id),
      };
      if (seen.has(position.id)) problems.push({ rule: 'duplicate', ...at, expected: 'an id of its own' });
      seen.add(position.id);
      if (!complete || taken.get(id)?.has(position.id)) return;
      problems.push({
        rule: 'position',
        ...at,
        expected: `at least one report with answers: [${id}/${position.id}]`,
      });
    });
  }
  return problems;
}

/** Checks content against itself. */
export function checkContent({ entries, unread, writings, problems }: Content): Checked {
  const all: EntryFile[] = COLLECTIONS.flatMap((name) => [...entries[name]]);
  const reports = [...entries.reports].sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap(resolveLedger);
  const known: Known = {
    pages: new Set([...all.map(pageKey), ...unread]),
    reports: new Set(reports.map(({ key }) => key)),
    unreadLedgers: new Set(
      [...unread].filter((key) => key.startsWith('reports/')).map((key) => key.slice('reports/'.length)),
    ),
  };
  const platforms = new Set(
    entries.organisations.filter(({ data }) => data.side === 'platform').map((entry) => pageKey(entry)),
  );
  const taken = new Map<string, Set<string>>();
  for (const { question, position } of reports.flatMap(({ answers }) => answers)) {
    const positions = taken.get(question);
    if (positions) positions.add(position);
    else taken.set(question, new Set([position]));
  }
  const prose = new Map(all.map((entry) => [entry, inProse(entry, known)]));
  return {
    problems: [
      ...problems,
      ...reportProblems(entries, unread),
      ...voiceProblems(entries, platforms),
      ...positionProblems(entries, taken, unread),
      ...all.flatMap((entry) => [
        ...fieldProblems(entry, known),
        ...(prose.get(entry)?.problems ?? []),
        ...proseProblems(entry),
      ]),
      ...writings.flatMap((writing) => [...inProse(writing, known).problems, ...proseProblems(writing)]),
    ],
    reports,
    inProse: prose,
  };
}

/** @throws ContentError with every problem of the content */
export function soundContent(content: Content): Checked {
  const checked = checkContent(content);
  if (checked.problems.length > 0) throw new ContentError(checked.problems);
  return checked;
}
