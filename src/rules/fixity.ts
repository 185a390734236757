// Rules for captured texts, which only `npm run verify` has: a capture has the hash and the number of paragraphs that its
// source states, and each evidence fragment is in the paragraph that its report names. They hold for content that has
// problems elsewhere, such as a ledger that is not whole yet.
import { z } from 'astro/zod';
import type { EntryFile } from '../model/entries.ts';
import { fieldAt, nearest, shown, type Problem } from '../model/problems.ts';
import { decode } from '../model/file-text.ts';
import { sha256 } from '../util/sha256.ts';

/** A file of content whose fields may not fit its schema. */
export type Draft = Pick<EntryFile, 'file' | 'place'> & { readonly data: unknown };

/** What a check needs of a source; what is missing or of another type is left out. */
const sourceFields = z.object({
  capture: z.string().optional().catch(undefined),
  sha256: z.string().optional().catch(undefined),
  paragraphs: z.int().optional().catch(undefined),
  unused: z.array(z.object({ paragraph: z.int() })).catch([]),
});

const ledgerFields = z.object({
  reports: z
    .array(
      z.object({
        paragraph: z.int().optional().catch(undefined),
        evidence: z.string().optional().catch(undefined),
      }),
    )
    .catch([]),
});

/** A captured text. */
export interface Capture {
  readonly sha256: string;
  readonly text: string;
  readonly paragraphs: readonly string[];
}

/** True for a source that was seen and not captured. */
export const isSeen = ({ data }: Draft): boolean => sourceFields.safeParse(data).data?.capture === 'seen';

/** The paragraphs of a captured text: its non-blank lines. Paragraph 1 is at index 0. */
export function captureParagraphs(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}

/** Reads a captured text. @returns the text, or what was found instead of one */
export function readCapture(bytes: Uint8Array): Capture | string {
  if ([0xfeff, 0xfffe].includes(((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)))
    return 'a text in UTF-16; save it as UTF-8';
  const decoded = decode(bytes);
  if ('found' in decoded) return `${decoded.found}, first in line ${decoded.line}; save it as UTF-8`;
  const { text } = decoded;
  if (text.includes('\0')) return 'a file that is no text';
  const paragraphs = captureParagraphs(text);
  if (paragraphs.length === 0) return 'an empty file';
  const carriage = text.search(/\r(?!\n)/);
  if (carriage >= 0)
    return `a carriage return alone, first in line ${text.slice(0, carriage).split('\n').length}; save it with line ends LF`;
  return { sha256: sha256(bytes), text, paragraphs };
}

/** What editors and mail programs change in a text without a word, and how to undo it. */
const CHANGES: readonly (readonly [change: string, undo: (text: string) => string])[] = [
  ['with line ends CR LF in place of LF', (text) => text.replaceAll('\r\n', '\n')],
  ['with line ends LF in place of CR LF', (text) => text.replaceAll('\n', '\r\n')],
  ['with a line end more at its end', (text) => text.replace(/\r?\n$/, '')],
  ['without the line end at its end', (text) => `${text}\n`],
  ['without the byte order mark at its start', (text) => `\uFEFF${text}`],
];

/** @returns how a capture differs from the text with a hash, if only in line ends or a byte order mark */
function differenceOf({ text }: Capture, hash: string): string | undefined {
  if (sha256(text) === hash) return 'with a byte order mark at its start';
  return CHANGES.find(([, undo]) => sha256(undo(text)) === hash)?.[0];
}

/**
 * Compares a source and its ledger with the captured text.
 * @param ledger undefined if there is none that can be read
 * @returns a problem for a wrong hash, for a wrong number of paragraphs, and for each fragment not in its paragraph; and
 * what was compared, in a line
 */
export function compareCapture(
  source: Draft,
  ledger: Draft | undefined,
  capture: Capture,
): { readonly problems: readonly Problem[]; readonly line: string } {
  const { data: fields = sourceFields.parse({}) } = sourceFields.safeParse(source.data);
  const reports = ledgerFields.safeParse(ledger?.data).data?.reports ?? [];
  const { paragraphs } = capture;
  const problems: Problem[] = [];
  const add = (name: 'sha256' | 'paragraphs', found: string | number = 'nothing', expected: string): void => {
    problems.push({ rule: 'fixity', ...fieldAt(source, [name]), found: String(found), expected });
  };
  if (capture.sha256 !== fields.sha256) {
    const difference = fields.sha256 && differenceOf(capture, fields.sha256);
    const same = difference ? `the text that the ledger was made from: this is the same ${difference}` : '';
    add(
      'sha256',
      fields.sha256,
      same || `${capture.sha256}, if this is the text that the ledger was made from`,
    );
  }
  if (paragraphs.length !== fields.paragraphs)
    add('paragraphs', fields.paragraphs, `${paragraphs.length}, the paragraphs of the captured text`);
  let found = 0;
  const reported = new Set<number>();
  reports.forEach(({ paragraph = 0, evidence }, index) => {
    const said = paragraphs[paragraph - 1] ?? '';
    if (!ledger || evidence === undefined) return;
    reported.add(paragraph);
    if (said.includes(evidence)) {
      found += 1;
      return;
    }
    const elsewhere = paragraphs.findIndex((each) => each.includes(evidence));
    problems.push({
      rule: 'fixity',
      ...fieldAt(ledger, ['reports', index, 'evidence']),
      found: shown(evidence),
      expected: `words that stand in paragraph ${paragraph}, letter for letter`,
      nearest: elsewhere < 0 ? windowNearest(evidence, said) : `paragraph ${elsewhere + 1}`,
    });
  });
  const unused = new Set(fields.unused.map(({ paragraph }) => paragraph));
  const open = paragraphs.length - reported.union(unused).size;
  const whole = problems.length === 0 && open === 0 && found === reports.length;
  return {
    problems,
    line:
      `${paragraphs.length} paragraphs, ${reported.size} reported, ${unused.size} unused${open > 0 ? `, ${open} open` : ''}; ` +
      `${found} of ${reports.length} fragments found${whole ? '; complete' : ''}`,
  };
}

/** @returns the run of words in a paragraph that is most similar to a fragment with the same number of words */
function windowNearest(fragment: string, paragraph: string): string | undefined {
  const words = paragraph.split(' ');
  const size = fragment.split(' ').length;
  const windows = words.map((_word, index) => words.slice(index, index + size).join(' '));
  return nearest(fragment, windows);
}
