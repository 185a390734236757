// A rule against counts of sources that are written by hand: one more source would make them wrong on every page.
import type { EntryFile } from '../model/entries.ts';
import { shown, type Place, type Problem } from '../model/problems.ts';
import { fieldName } from '../model/schema-words.ts';
import { fieldsOf, parseReportKey } from '../model/references.ts';

const NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const NUMBER = `(?:${NUMBERS.join('|')}|\\d+)`;
const KIND = '(?:(?:held|seen|captured|news|source) )';

/** A count of texts or sources, with the words before it that tell whether it counts all of them. */
const COUNT = new RegExp(
  `\\b(its |their )?((?:all|the|these|those|our|other|only) )*(${NUMBER}) (?:of (?:the|these|those) )?(?:other )?(${KIND}?)(?:texts|sources)\\b`,
  'gi',
);

/** The words of others stand between curly quotation marks. */
const QUOTATION = /“[^”]*”/g;

/**
 * @param cited the number of sources that the text cites
 * @returns the counts in a text that count all sources of a kind, or more texts than are cited
 */
export function countsByHand(text: string, cited: number): string[] {
  return [...text.replace(QUOTATION, '').matchAll(COUNT)].flatMap(([words, own, all, number = '', kind]) => {
    // "its two sources" are those that a text names.
    if (own !== undefined) return [];
    const counted = NUMBERS.indexOf(number.toLowerCase()) + 2;
    const backed = (counted > 1 ? counted : Number(number)) <= cited;
    return all === undefined && kind === '' && backed ? [] : [words.trim()];
  });
}

/** Refuses counts of texts or sources in the prose and the fields of a page. */
export function countProblems({ file, data, place, collection, lede, prose }: EntryFile): Problem[] {
  if (collection === 'reports') return [];
  const found = (text: string, cited: number, field: string, at: Place): Problem[] =>
    countsByHand(text, cited).map((words) => ({
      rule: 'count',
      file,
      ...at,
      field,
      found: `${shown(words)}, a count that one more source would change`,
      expected: 'words without a number, such as "the held texts", or <HeldTexts /> for their number',
    }));
  const sources = (keys: readonly { readonly key: string }[]): number =>
    new Set(keys.map(({ key }) => parseReportKey(key)?.source)).size;
  const blocks = [...lede.blocks, ...prose.blocks, ...prose.headings].flatMap((block) =>
    found(block.text, sources(block.citations), lede.blocks.includes(block) ? 'summary' : 'prose', block),
  );
  const fields = [...fieldsOf(data)].flatMap(([path, value]) =>
    typeof value === 'string' && path[0] !== 'summary' && path[0] !== 'slips'
      ? found(value, 0, fieldName(path), place(path))
      : [],
  );
  return [...blocks, ...fields];
}
