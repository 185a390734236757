// All rules that look across files. The content loader and `npm run check` both use this module.
import { COLLECTIONS } from '../model/collections.ts';
import { filesOf, type Entries, type EntryFile, type InProse } from '../model/entries.ts';
import { ContentError, problemsText, type Problem } from '../model/problems.ts';
import type { Content } from '../model/read.ts';
import { MDX_COLLECTIONS } from '../model/references.ts';
import { addressProblems, listWarnings } from './addresses.ts';
import { anchorProblems } from './anchors.ts';
import { circleProblems } from './circles.ts';
import { dateProblems, dateWarnings } from './dates.ts';
import { countProblems } from './counts.ts';
import { fitProblems, fitWarnings } from './fits.ts';
import { ledgerProblems } from './ledgers.ts';
import { missingFiles } from './missing-files.ts';
import { phraseProblems } from './phrases.ts';
import { placeWarnings, pointProblems } from './places.ts';
import { contraryPositions, positionProblems, voiceProblems } from './positions.ts';
import { proseProblems, sentenceProblems } from './prose.ts';
import { quotationProblems } from './quotations.ts';
import { fieldProblems, inProse } from './references.ts';
import { relationProblems } from './relations.ts';
import {
  copiedSummaries,
  repeatedReports,
  repetitionProblems,
  sharedNames,
} from './repeats-across-entries.ts';
import { repeatedValues } from './repeats-within-entry.ts';
import { targetsOf } from './targets.ts';
import { warningsOf } from './warnings.ts';

/** The result of a check. */
export interface Checked {
  readonly problems: readonly Problem[];
  /** What is likely a mistake but may be meant. It does not stop the build. */
  readonly warnings: readonly Problem[];
  /** The entries of every collection as pages get them. Complete only where there are no problems. */
  readonly entries: Entries;
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
  const { entries: files, unread, writings, problems, absent } = content;
  const targets = targetsOf(content);
  // A ledger or a question that is not there is one problem, and no problem of each position.
  const unknown = new Set([...unread, ...[...targets.unreadLedgers].map((id) => `reports/${id}`)]);
  const whole = !absent.includes('reports') && !absent.includes('sources');
  const found: Problem[] = [
    ...problems,
    ...missingFiles(content),
    ...(whole ? ledgerProblems(files, unread) : []),
    ...relationProblems(files, unread),
    ...voiceProblems(files),
    ...(whole && !absent.includes('questions') ? positionProblems(files, unknown) : []),
    ...repetitionProblems(files),
    ...addressProblems(content),
    ...anchorProblems(files),
    ...circleProblems(files),
    ...contraryPositions(files),
    ...dateProblems(files),
    ...pointProblems(files),
    ...fitProblems(files),
    ...quotationProblems(files),
  ];
  const prose = new Map<EntryFile, InProse>();
  for (const file of filesOf(files, COLLECTIONS)) {
    const { problems: broken, ...links } = inProse(file, targets);
    prose.set(file, links);
    const stateNoFacts = 'uncited_states_no_facts' in file.data && file.data.uncited_states_no_facts;
    found.push(...fieldProblems(file, targets), ...repeatedValues(file), ...broken);
    found.push(...proseProblems(file, stateNoFacts), ...countProblems(file));
    found.push(...phraseProblems(file), ...sentenceProblems(file));
  }
  for (const writing of writings) {
    // The front matter that failed to parse may set `uncited_states_no_facts`, which only pages have.
    const stateNoFacts = writing.collection === 'pages' ? undefined : false;
    found.push(...inProse(writing, targets).problems, ...proseProblems(writing, stateNoFacts));
  }
  const warnings = [
    ...listWarnings(content),
    ...repeatedReports(files),
    ...sharedNames(files),
    ...copiedSummaries(files),
    ...warningsOf(files),
    ...placeWarnings(files),
    ...dateWarnings(files),
    ...fitWarnings(files),
  ];
  return { problems: found, warnings, entries: toEntries(files, prose) };
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
