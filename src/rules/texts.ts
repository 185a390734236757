// The texts of a file that readers see: prose, headings, the summary and the other fields.
import type { EntryFile } from '../model/entries.ts';
import type { Place } from '../model/problems.ts';
import { fieldName } from '../model/schema-words.ts';
import { fieldsOf, parseReportKey } from '../model/references.ts';

interface ReadText {
  readonly text: string;
  /** The number of sources that it cites. */
  readonly cited: number;
  readonly field: string;
  readonly at: Place;
}

/** @returns a text without the words of others, which are between curly quotation marks */
export const inOurWords = (text: string): string => text.replace(/“[^”]*”/g, '');

/** Yields every text of a file but slips and evidence, which are the words of others. */
export function* textsOf({ data, place, lede, prose }: EntryFile): Generator<ReadText> {
  for (const block of [...lede.blocks, ...prose.blocks, ...prose.headings]) {
    const { line, column } = block;
    const field = lede.blocks.includes(block) ? 'summary' : 'prose';
    const cited = new Set(block.citations.map(({ key }) => parseReportKey(key)?.source)).size;
    yield { text: block.text, cited, field, at: { line, column } };
  }
  for (const [path, value] of fieldsOf(data)) {
    if (typeof value !== 'string' || path[0] === 'summary' || path[0] === 'slips') continue;
    if (path.at(-1) === 'evidence') continue;
    yield { text: value, cited: 0, field: fieldName(path), at: place(path) };
  }
}
