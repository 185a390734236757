// A rule against counts of sources that are written by hand: one more source would make them wrong on every page.
import type { EntryFile } from '../model/entries.ts';
import { shown, type Problem } from '../model/problems.ts';
import { inOurWords, textsOf } from './texts.ts';

const NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const NUMBER = `(?:${NUMBERS.join('|')}|\\d+)`;
const KIND = '(?:(?:held|seen|captured|news|source) )';
/** What makes "two texts" a count of all that we saved, or of all that we did not save. */
const KEPT = '(?:,? (?:that |which )?we (?:saved|did not save)\\b)';

/** A count of texts or sources, with the words before it that tell whether it counts all of them. */
const COUNT = new RegExp(
  `\\b(its |their )?((?:all|the|these|those|our|other|only) )*(${NUMBER}) (?:of (?:the|these|those) )?(?:other )?(${KIND}?)(?:texts|sources)\\b(${KEPT}?)`,
  'gi',
);

/**
 * @param cited the number of sources that the text cites
 * @returns the counts in a text that count all sources of a kind, or more texts than are cited
 */
export function countsByHand(text: string, cited: number): string[] {
  return [...inOurWords(text).matchAll(COUNT)].flatMap(([words, own, all, number = '', kind, kept]) => {
    // "its two sources" are those that a text names.
    if (own !== undefined) return [];
    const counted = NUMBERS.indexOf(number.toLowerCase()) + 2;
    const backed = (counted > 1 ? counted : Number(number)) <= cited;
    return all === undefined && kind === '' && kept === '' && backed ? [] : [words.trim()];
  });
}

/** Refuses counts of texts or sources in the prose and the fields of a page. */
export function* countProblems(entry: EntryFile): Iterable<Problem> {
  if (entry.collection === 'reports') return;
  const expected = 'words without a number, such as "the texts we saved", or <HeldTexts /> for their number';
  for (const { text, cited, at } of textsOf(entry))
    for (const words of countsByHand(text, cited)) {
      const found = `${shown(words)}, a count that one more source would change`;
      yield { rule: 'count', ...at, found, expected };
    }
}
