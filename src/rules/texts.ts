// The texts of a file that readers see: prose, headings, the summary and the other fields.
import type { EntryFile, Writing } from '../model/entries.ts';
import { fieldAt, type Problem } from '../model/problems.ts';
import type { Block } from '../model/prose.ts';
import { fieldsOf, parseReportKey } from '../model/references.ts';

/** A part of a file with its place. */
interface Placed {
  readonly at: Pick<Problem, 'file' | 'line' | 'column' | 'field'>;
}

interface ReadText extends Placed {
  readonly text: string;
  /** The number of sources that it cites. */
  readonly cited: number;
}

/** @returns a text without the words of others, which are between curly quotation marks */
export const inOurWords = (text: string): string => text.replace(/“[^”]*”/g, '');

const placed =
  (file: string, field: string) =>
  (block: Block): Block & Placed => {
    return { ...block, at: { file, line: block.line, column: block.column, field } };
  };

/** @returns the paragraphs and table rows of a file's summary, then those of its prose */
export function blocksOf({ file, lede, prose }: Writing): (Block & Placed)[] {
  return [...lede.blocks.map(placed(file, 'summary')), ...prose.blocks.map(placed(file, 'prose'))];
}

/** Yields every text of a file but slips and evidence, which are the words of others. */
export function* textsOf(entry: EntryFile): Generator<ReadText> {
  const { file, prose, data } = entry;
  const headings = prose.headings.map(placed(file, 'prose'));
  for (const { text, citations, at } of [...blocksOf(entry), ...headings]) {
    const cited = new Set(citations.map(({ key }) => parseReportKey(key)?.source)).size;
    yield { text, cited, at };
  }
  for (const [path, value] of fieldsOf(data)) {
    if (typeof value !== 'string' || path[0] === 'summary' || path[0] === 'slips') continue;
    if (path.at(-1) === 'evidence') continue;
    yield { text: value, cited: 0, at: fieldAt(entry, path) };
  }
}
