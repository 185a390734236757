// All rules that look across files. The content loader and `npm run check` both use this module.
import { COLLECTIONS } from '../model/collections.ts';
import type { Entries, EntryFile, InProse } from '../model/entries.ts';
import { ContentError, problemsText, type Problem } from '../model/problems.ts';
import type { Content } from '../model/read.ts';
import { MDX_COLLECTIONS, refKey } from '../model/references.ts';
import { addressProblems, movedPages } from './addresses.ts';
import { countProblems } from './counts.ts';
import { repeatedReports, repetitionProblems } from './duplicates.ts';
import { ledgerProblems } from './ledgers.ts';
import { phraseProblems } from './phrases.ts';
import { positionProblems, voiceProblems } from './positions.ts';
import { proseProblems } from './prose.ts';
import { relationProblems } from './relations.ts';
import { fieldProblems, inProse, type Targets } from './references.ts';

/** The result of a check. */
export interface Checked {
  readonly problems: readonly Problem[];
  /** What is likely a mistake but may be meant. It does not stop the build. */
  readonly warnings: readonly Problem[];
  /** The entries of every collection as pages get them. Complete only where there are no problems. */
  readonly entries: Entries;
}

/** The keys that references may name. Includes files that failed to parse, so that references to them are no errors. */
function targetsOf({ entries, unread }: Content): Targets {
  const pages = MDX_COLLECTIONS.flatMap((name) => entries[name].map(refKey));
  return {
    pages: new Set([...pages, ...unread]),
    moved: movedPages(entries),
    reports: new Set(
      entries.reports.flatMap((ledger) => ledger.data.reports.map(({ id }) => `${ledger.id}/${id}`)),
    ),
    unreadLedgers: new Set(
      [...unread].filter((key) => key.startsWith('reports/')).map((key) => key.slice('reports/'.length)),
    ),
  };
}

/** Makes collection entries of files: a ledger becomes an entry for each report. */
function toEntries(files: Content['entries'], prose: ReadonlyMap<EntryFile, InProse>): Entries {
  const pages = MDX_COLLECTIONS.map((name) => [
    name,
    files[name].map((file: EntryFile) => ({
      collection: name,
      id: file.id,
      file: file.file,
      body: file.body,
      data: { ...file.data, ...(prose.get(file) ?? { links: [], cites: [] }) },
    })),
  ]);
  const reports = files.reports.flatMap(({ id, file, data }) =>
    data.reports.map((row) => ({ collection: 'reports', id: `${id}/${row.id}`, file, body: '', data: row })),
  );
  // Each list holds the data of its own collection; Object.fromEntries loses that type.
  return Object.fromEntries([...pages, ['reports', reports]]) as unknown as Entries;
}

/** Checks the content as a whole: files, references, ledgers, positions, prose. */
export function checkContent(content: Content): Checked {
  const { entries: files, unread, writings, problems } = content;
  const targets = targetsOf(content);
  const found: Problem[] = [
    ...problems,
    ...ledgerProblems(files, unread),
    ...relationProblems(files),
    ...voiceProblems(files),
    ...positionProblems(files, unread),
    ...repetitionProblems(files),
    ...addressProblems(content),
  ];
  const prose = new Map<EntryFile, InProse>();
  for (const file of COLLECTIONS.flatMap((name): readonly EntryFile[] => files[name])) {
    const { problems: broken, ...links } = inProse(file, targets);
    prose.set(file, links);
    const stateNoFacts = 'uncited_states_no_facts' in file.data && file.data.uncited_states_no_facts;
    found.push(
      ...fieldProblems(file, targets),
      ...broken,
      ...proseProblems(file, { stateNoFacts }),
      ...countProblems(file),
      ...phraseProblems(file),
    );
  }
  for (const writing of writings) {
    // The front matter that failed to parse may set `uncited_states_no_facts`, which only pages have.
    const stateNoFacts = writing.collection === 'pages' ? undefined : false;
    found.push(...inProse(writing, targets).problems, ...proseProblems(writing, { stateNoFacts }));
  }
  return { problems: found, warnings: repeatedReports(files.reports), entries: toEntries(files, prose) };
}

/**
 * Checks the content and refuses it where it has problems.
 * @param warn gets the warnings of content without problems, as text
 * @returns the entries of every collection
 * @throws ContentError with every problem, if there is one
 */
export function soundEntries(content: Content, warn?: (warnings: string) => void): Entries {
  const { problems, warnings, entries } = checkContent(content);
  if (problems.length > 0) throw new ContentError(problems);
  if (warnings.length > 0) warn?.(problemsText(warnings, 'warning'));
  return entries;
}
