// Rules for prose: every paragraph that states facts of the war cites its evidence, and components are known by name.
import { UNCITED } from '../model/collections.ts';
import type { Writing } from '../model/entries.ts';
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
export function proseProblems(entry: Writing, stateNoFacts: boolean | undefined): Problem[] {
  const { file, collection } = entry;
  const problems: Problem[] = [];
  if (stateNoFacts !== undefined && !UNCITED.has(collection))
    for (const block of blocksOf(entry)) {
      const problem = citationProblem(block, stateNoFacts);
      if (problem) problems.push({ rule: 'citation', ...block.at, ...problem });
    }
  const seen = new Set<string>();
  for (const { name, inline, line, column } of entry.prose.components) {
    const at = { file, line, column, field: 'prose' };
    if (inline && !WORDS.includes(name)) {
      const found = `<${name} /> inside a paragraph`;
      problems.push({ rule: 'markup', ...at, found, expected: 'the component on a line of its own' });
    }
    if (seen.has(name) && !WORDS.includes(name)) {
      const found = `<${name} /> a second time`;
      problems.push({ rule: 'duplicate', ...at, found, expected: 'each component once on a page' });
    }
    seen.add(name);
    if ((PROSE_COMPONENTS as readonly string[]).includes(name)) continue;
    const expected = `one of ${PROSE_COMPONENTS.join(', ')}`;
    const near = nearest(name, PROSE_COMPONENTS);
    problems.push({ rule: 'markup', ...at, found: `<${name} />`, expected, nearest: near });
  }
  return problems;
}
