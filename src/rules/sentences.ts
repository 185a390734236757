// A rule for the sentences of a paragraph: the last one has an end, and brackets stand in pairs.
import type { Form } from '../model/advice/text-forms.ts';
import type { EntryFile } from '../model/entries.ts';
import type { Problem } from '../model/problems.ts';
import { blocksOf } from './texts.ts';

/** Forms that a paragraph may not have, each with what to write instead. */
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
