// A rule against phrases that readers had to read twice. Voice, verb, fact, in that order.
import type { Form } from '../model/advice/text-forms.ts';
import type { EntryFile } from '../model/entries.ts';
import { shown, type Problem } from '../model/problems.ts';
import { blocksOf, inOurWords, textsOf } from './texts.ts';

/** Refused phrases, each with what to write instead. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:told of|tell of|tells of)\b/gi, '"reports", "says that" or "mentions"'],
  [/\b(?:is|are|was|were) (?:not )?told(?! to)\b/gi, '"X says …", or "the text does not say …"'],
  [/\bstands? in\b/gi, '"is in" or "X prints"'],
  [/\banother (?:question|matter)\b|\bquestion of (?:its|their) own\b/gi, 'a link: "See also […]"'],
  [/\b(?:is|are) our reading\b/gi, '"we read X as Y"'],
  [/\blean(?:ed|s)? on for nothing\b/gi, '"its exact wording proves nothing"'],
  [/\blaid to\b/gi, '"blamed on" or "claimed by"'],
  [/\bin whose name\b/gi, 'a sentence with the voice as its subject'],
  [/\bha(?:s|ve) it that\b|\bas [^,.;]{1,40} (?:tells?|has|have) it\b/gi, '"X says that …"'],
];

/** @returns the refused phrases in a text, each with what to write instead */
export function refusedPhrases(text: string): (readonly [phrase: string, instead: string])[] {
  return PHRASES.flatMap(([phrase, instead]) =>
    [...inOurWords(text).matchAll(phrase)].map(([found]) => [found, instead] as const),
  );
}

/** What a paragraph does not end with or hold. */
const SENTENCES: readonly Form[] = [
  [/[\p{L}\d,;]$/u, 'a paragraph without a full stop at its end', 'a full stop behind the last word'],
  [/^[^(]*\)|\([^)]*$/, 'a bracket ( or ) without its partner', '( before and ) behind the words'],
];

/** Refuses paragraphs whose last sentence has no end, or whose brackets have none. */
export function sentenceProblems(entry: EntryFile): Problem[] {
  return blocksOf(entry)
    .filter(({ isParagraph }) => isParagraph)
    .flatMap(({ text, at }) =>
      SENTENCES.filter(([wrong]) => wrong.test(text)).map(([, found, expected]) => {
        return { rule: 'markup' as const, ...at, found, expected };
      }),
    );
}

/** Refuses such phrases in the prose and the fields of a page or a ledger. */
export function phraseProblems(entry: EntryFile): Problem[] {
  return [...textsOf(entry)].flatMap(({ text, at }) =>
    refusedPhrases(text).map(([phrase, expected]) => {
      return {
        rule: 'phrase' as const,
        ...at,
        found: `${shown(phrase)}, which readers read twice`,
        expected,
      };
    }),
  );
}
