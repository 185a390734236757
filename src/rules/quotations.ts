// A rule against quotations from seen sources: their text was not saved, so nobody can check their wording.
import { COLLECTIONS } from '../model/collections.ts';
import { filesOf, type EntryFiles } from '../model/entries.ts';
import { splitEvidenceMarks } from '../model/evidence-marks.ts';
import type { Problem } from '../model/problems.ts';
import { ENTRY_COLLECTIONS, parseReportKey } from '../model/references.ts';
import { rowsOf } from './rows.ts';
import { blocksOf } from './texts.ts';

/** @returns a text in the form in which wordings are compared */
const letters = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** Yields each quotation of a text with the sources that the next evidence marks cite. */
function* quotationsOf(marked: string): Generator<{ readonly words: string; readonly sources: string[] }> {
  const pieces = splitEvidenceMarks(marked).filter(({ value }) => value.trim() !== '');
  for (const [index, { type, value }] of pieces.entries()) {
    if (type !== 'words') continue;
    const end = pieces.findIndex((piece, at) => at > index && piece.type === 'words');
    const sources = pieces
      .slice(index + 1, end < 0 ? undefined : end)
      .flatMap((piece) => (piece.type === 'evidence' ? piece.keys : []))
      .flatMap((key) => parseReportKey(key)?.source ?? []);
    for (const [words] of value.matchAll(/“[^”]*”/g)) yield { words, sources };
  }
}

/** Refuses words in quotation marks that only seen sources back, unless a held text or a name has these words. */
export function* quotationProblems(files: EntryFiles): Iterable<Problem> {
  const seen = new Set(files.sources.flatMap(({ id, data }) => (data.capture === 'seen' ? [id] : [])));
  const pages = filesOf(files, ENTRY_COLLECTIONS);
  const known = [
    ...rowsOf(files.reports).map(({ row }) => row.evidence ?? ''),
    ...files.sources.flatMap(({ data }) => ('slips' in data ? data.slips.map(({ printed }) => printed) : [])),
    ...pages.flatMap(({ data }) => [data.title, ...data.aliases]),
  ].map(letters);
  const expected =
    'our words: nobody can check the wording of a seen source; or a citation of the held text that has these';
  for (const { marked, at } of filesOf(files, COLLECTIONS).flatMap(blocksOf))
    for (const { words, sources } of quotationsOf(marked)) {
      if (sources.length === 0 || !sources.every((source) => seen.has(source))) continue;
      if (known.some((text) => text.includes(letters(words)))) continue;
      yield { rule: 'citation', ...at, found: `${words}, quoted from a seen source`, expected };
    }
}
