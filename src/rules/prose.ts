// The rule of prose: where facts about the war are told, every paragraph carries its evidence.
import { CITED } from '../model/collections.ts';
import type { Writing } from '../model/entries.ts';
import { nearest, shown, type Problem } from '../model/problems.ts';

/** The components prose may use: charts and lists made from the archive, by name. */
export const PROSE_COMPONENTS = [
  'Timeline',
  'Groups',
  'Disputes',
  'Sources',
  'StandingRule',
  'Sides',
  'Modes',
  'EventTimeline',
  'StatementsTimeline',
  'Lineage',
  'Matrix',
] as const;

export type ProseComponent = (typeof PROSE_COMPONENTS)[number];

/** Problems of one file's prose: blocks without a citation, components nobody made. */
export function proseProblems(entry: Writing): Problem[] {
  const { file, collection } = entry;
  const problems: Problem[] = [];
  if (CITED.has(collection)) {
    for (const block of [...entry.lede.blocks, ...entry.prose.blocks]) {
      const { line, column } = block;
      const cites = block.citations.length > 0;
      if (cites !== block.noFact) continue;
      problems.push({
        rule: 'citation',
        file,
        line,
        column,
        field: entry.lede.blocks.includes(block) ? 'summary' : 'prose',
        found: cites
          ? 'a paragraph with evidence that is also marked [@none]'
          : `a paragraph without a citation: ${shown(block.text.slice(0, 60))}`,
        expected: cites
          ? 'either evidence or [@none]'
          : '[@source/number] behind each fact, or [@none] where the paragraph states none',
      });
    }
  }
  for (const { name, line, column } of entry.prose.components) {
    if ((PROSE_COMPONENTS as readonly string[]).includes(name)) continue;
    problems.push({
      rule: 'markup',
      file,
      line,
      column,
      field: 'prose',
      found: `<${name} />`,
      expected: `one of ${PROSE_COMPONENTS.join(', ')}`,
      nearest: nearest(name, PROSE_COMPONENTS),
    });
  }
  return problems;
}
