// Rules for captured texts, which only `npm run verify` has: a capture has the hash and the number of paragraphs that its
// source states, and each evidence fragment is in the paragraph that its report names.
import type { EntryFile } from '../model/entries.ts';
import type { HeldSource } from '../model/schemas/source.ts';
import { nearest, shown, type Problem } from '../model/problems.ts';
import { sha256 } from '../util/sha256.ts';

/** The paragraphs of a captured text: its non-blank lines. Paragraph 1 is at index 0. */
export function captureParagraphs(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}

/**
 * Checks one ledger against the captured text.
 * @param bytes the captured file
 * @returns a problem for a wrong hash, for a wrong number of paragraphs, and for each fragment not in its paragraph
 */
export function captureProblems(
  source: EntryFile<'sources'> & { readonly data: HeldSource },
  ledger: EntryFile<'reports'>,
  bytes: Uint8Array,
): Problem[] {
  const problems: Problem[] = [];
  const hash = sha256(bytes);
  const paragraphs = captureParagraphs(new TextDecoder('utf-8').decode(bytes));
  const { file, place, data } = source;
  if (hash !== data.sha256) {
    problems.push({
      rule: 'fixity',
      file,
      ...place(['sha256']),
      field: 'sha256',
      found: `a capture with ${hash}`,
      expected: data.sha256,
    });
  }
  if (paragraphs.length !== data.paragraphs) {
    problems.push({
      rule: 'fixity',
      file,
      ...place(['paragraphs']),
      field: 'paragraphs',
      found: `a capture of ${paragraphs.length} paragraphs`,
      expected: `${data.paragraphs}`,
    });
  }
  ledger.data.reports.forEach(({ paragraph: number = 0, evidence = '' }, index) => {
    const own = paragraphs[number - 1];
    if (own?.includes(evidence)) return;
    const elsewhere = paragraphs.findIndex((paragraph) => paragraph.includes(evidence));
    problems.push({
      rule: 'fixity',
      file: ledger.file,
      ...ledger.place(['reports', index, 'evidence']),
      field: `reports[${index}].evidence`,
      found: shown(evidence),
      expected: `words that stand in paragraph ${number}, letter for letter`,
      nearest: elsewhere < 0 ? windowNearest(evidence, own ?? '') : `paragraph ${elsewhere + 1}`,
    });
  });
  return problems;
}

/** @returns the run of words in a paragraph that is most similar to a fragment with the same number of words */
function windowNearest(fragment: string, paragraph: string): string | undefined {
  const words = paragraph.split(' ');
  const size = fragment.split(' ').length;
  const windows = words.map((_word, index) => words.slice(index, index + size).join(' '));
  return nearest(fragment, windows);
}
