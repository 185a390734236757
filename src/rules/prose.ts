// Rules for prose: every paragraph that states facts of the war cites its evidence, sentences and brackets have an end, and
// components are known by name.
import type { Form } from '../model/advice/text-forms.ts';
import { UNCITED } from '../model/collections.ts';
import type { EntryFile, Writing } from '../model/entries.ts';
import { PROSE_COMPONENTS } from '../model/prose-components.ts';
import type { Block } from '../model/prose.ts';
import { nearest, shown, type Problem, type Wrong } from '../model/problems.ts';
import { blocksOf } from './texts.ts';

/** Components that give words of a sentence, and may stand as often as it has them. */
const WORDS: readonly string[] = ['HeldTexts'];

/**
 * @param stateNoFacts true if no paragraph of the page states facts of the war
 * @returns the problem of one block of prose, or `undefined` if its evidence is in order
 */
function citationProblem(block: Block, stateNoFacts: boolean): Wrong | undefined {
  const cites = block.citations.length > 0;
  if (stateNoFacts) {
    if (!block.noFact) return undefined;
    return {
      found: '[@none] on a page with uncited_states_no_facts: true',
      expected: 'no [@none]: the front matter says it for the whole page',
    };
  }
  if (cites && block.text.trim() === '')
    return { found: 'a citation without words', expected: 'the fact, and the citation behind it' };
  if (cites !== block.noFact) return undefined;
  return cites
    ? {
        found: 'a paragraph with evidence that is also marked [@none]',
        expected: 'either evidence or [@none]',
      }
    : {
        found: `a paragraph without a citation: ${shown(block.text.slice(0, 60))}`,
        expected: '[@source/number] behind each fact, or [@none] where the paragraph states none',
      };
}

/**
 * Checks that every paragraph of a file cites evidence, and that every component exists.
 * @param stateNoFacts the field `uncited_states_no_facts` of the front matter; undefined if the front matter failed to
 * parse: citations are then not checked
 */
export function* proseProblems(entry: Writing, stateNoFacts: boolean | undefined): Iterable<Problem> {
  const { file, collection } = entry;
  if (stateNoFacts !== undefined && !UNCITED.has(collection))
    for (const block of blocksOf(entry)) {
      const problem = citationProblem(block, stateNoFacts);
      if (problem) yield { rule: 'citation', ...block.at, ...problem };
    }
  const seen = new Set<string>();
  for (const { name, inline, line, column } of entry.prose.components) {
    const at = { file, line, column, field: 'prose' };
    const tag = `<${name} />`;
    const alone = 'the component on a line of its own';
    const once = 'each component once on a page';
    if (!WORDS.includes(name)) {
      if (inline) yield { rule: 'markup', ...at, found: `${tag} inside a paragraph`, expected: alone };
      if (seen.has(name)) yield { rule: 'duplicate', ...at, found: `${tag} a second time`, expected: once };
    }
    seen.add(name);
    if ((PROSE_COMPONENTS as readonly string[]).includes(name)) continue;
    const expected = `one of ${PROSE_COMPONENTS.join(', ')}`;
    yield { rule: 'markup', ...at, found: tag, expected, nearest: nearest(name, PROSE_COMPONENTS) };
  }
}

/** Forms that a paragraph may not have, each with what to write instead. */
const SENTENCES: readonly Form[] = [
  [/[\p{L}\d,;]$/u, 'a paragraph without a full stop at its end', 'a full stop behind the last word'],
  [/^[^(]*\)|\([^)]*$/, 'a bracket ( or ) without its partner', '( before and ) behind the words'],
];

/** Refuses paragraphs whose last sentence has no end, or whose brackets have none. */
export function* sentenceProblems(entry: EntryFile): Iterable<Problem> {
  for (const { isParagraph, text, at } of blocksOf(entry))
    for (const [wrong, found, expected] of SENTENCES)
      if (isParagraph && wrong.test(text)) yield { rule: 'markup', ...at, found, expected };
}
