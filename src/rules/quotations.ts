// A rule against quotations from seen sources: no copy is kept of them, so nobody can check their wording.
import { COLLECTIONS } from '../model/collections.ts';
import type { EntryFile, EntryFiles } from '../model/entries.ts';
import { splitEvidenceMarks } from '../model/evidence-marks.ts';
import type { Problem } from '../model/problems.ts';
import { PAGE_COLLECTIONS, parseReportKey, type PageCollection } from '../model/references.ts';

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
export function quotationProblems(files: EntryFiles): Problem[] {
  const seen = new Set(files.sources.flatMap(({ id, data }) => (data.capture === 'seen' ? [id] : [])));
  const pages = PAGE_COLLECTIONS.flatMap((name): readonly EntryFile<PageCollection>[] => files[name]);
  const known = [
    ...files.reports.flatMap(({ data }) => data.reports.map(({ evidence = '' }) => evidence)),
    ...files.sources.flatMap(({ data }) => ('slips' in data ? data.slips.map(({ printed }) => printed) : [])),
    ...pages.flatMap(({ data }) => [data.title, ...data.aliases]),
  ].map(letters);
  return COLLECTIONS.flatMap((name): readonly EntryFile[] => files[name]).flatMap(({ file, lede, prose }) =>
    [...lede.blocks, ...prose.blocks].flatMap((block) =>
      [...quotationsOf(block.marked)].flatMap(({ words, sources }): Problem[] => {
        if (sources.length === 0 || !sources.every((source) => seen.has(source))) return [];
        if (known.some((text) => text.includes(letters(words)))) return [];
        const found = `${words}, quoted from a seen source`;
        const expected =
          'our words: nobody can check the wording of a seen source; or a citation of the held text that has these';
        const { line, column } = block;
        const field = lede.blocks.includes(block) ? 'summary' : 'prose';
        return [{ rule: 'citation', file, line, column, field, found, expected }];
      }),
    ),
  );
}
