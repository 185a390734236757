// A rule against phrases that readers had to read twice. Voice, verb, fact, in that order.
import type { EntryFile } from '../model/entries.ts';
import { shown, type Problem } from '../model/problems.ts';
import { inOurWords, textsOf } from './texts.ts';

/** Refused phrases, each with what to write instead. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:told of|tell of|tells of)\b/gi, '"reports", "says that" or "mentions"'],
  [/\b(?:is|are|was|were) (?:not )?told(?! to)\b/gi, '"X says …", or "the text does not say …"'],
  [/\bstands? in\b/gi, '"is in" or "X prints"'],
  [/\banother (?:question|matter)\b|\bquestion of (?:its|their) own\b/gi, 'a link: "See also […]"'],
  [/\b(?:is|are) our reading\b/gi, '"we read X as Y"'],
  [/\blean(?:ed|s)? on for nothing\b/gi, '"its exact wording proves nothing"'],
  [/\blaid to\b/gi, '"blamed on" or "claimed by"'],
  [/\bheld (?:pages?|reports?|sources?|texts?)\b/gi, '"the texts we saved"'],
  [/\bseen (?:pages?|reports?|sources?|texts?)\b/gi, '"other pages" or "a page we did not save"'],
  [/\bno cop(?:y|ies) kept\b|\bkeep no cop(?:y|ies)\b/gi, '"not saved" or "which we did not save"'],
  [/\bby our reckoning\b/gi, '"(inferred)"'],
  [/\b[IiOo]n about (?=[\dA-Z])/g, '"around …"'],
  [/\barchive’s stamp\b/gi, '"a web archive dates the page …"'],
  [/\bor its like\b|\bmuch the same words\b/gi, '"a similar word" or "almost the same words"'],
  [/(?<!\d{4}) \(year inferred\)/g, 'the year before "(year inferred)"'],
  [/\((?:day|month) inferred\)/g, '"(inferred)"'],
  [/\bin whose name\b/gi, 'a sentence with the voice as its subject'],
  [/\b(?:one voice|some voices) says?\b/gi, 'the name of the voice'],
  [/\bha(?:s|ve) it that\b|\bas [^,.;]{1,40} (?:tells?|has|have) it\b/gi, '"X says that …"'],
];

/** @returns the refused phrases in a text, each with what to write instead */
export function refusedPhrases(text: string): (readonly [phrase: string, instead: string])[] {
  return PHRASES.flatMap(([phrase, instead]) =>
    [...inOurWords(text).matchAll(phrase)].map(([found]) => [found, instead] as const),
  );
}

/** Refuses such phrases in the prose and the fields of a page or a ledger. */
export function* phraseProblems(entry: EntryFile): Iterable<Problem> {
  for (const { text, at } of textsOf(entry))
    for (const [phrase, expected] of refusedPhrases(text))
      yield { rule: 'phrase', ...at, found: `${shown(phrase)}, which readers read twice`, expected };
}
