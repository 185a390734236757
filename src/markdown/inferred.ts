// Turns "(inferred)" and "(year inferred)" behind a date into a mark that leads to the glossary's entry on inferring. The
// mark shows an asterisk (src/styles/parts.css); the words stay in it for screen readers, search and copying.
import type { Link, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { attributes, termLink } from './nodes.ts';
import type { Glossary } from './term-finder.ts';

const WORDS = /\s*(\((?:year )?inferred\))/;

const mark = (words: string, term: string): Link =>
  termLink(term, 'inferred', {
    type: 'mdxJsxTextElement',
    name: 'span',
    attributes: attributes({ class: 'unseen' }),
    children: [{ type: 'text', value: ` ${words}` }],
  });

/** Marks inferred dates, if the glossary explains "inferred". @param current returns the glossary */
export function remarkInferred(current: () => Glossary) {
  return (tree: Root): void => {
    const [use] = current().uses('inferred', '');
    if (!use) return;
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined || parent.type === 'link') return undefined;
      const pieces = node.value.split(WORDS);
      if (pieces.length === 1) return undefined;
      // Every second piece is a match.
      const nodes = pieces.map((piece, at) =>
        at % 2 === 1 ? mark(piece, use.term) : ({ type: 'text', value: piece } as const),
      );
      parent.children.splice(index, 1, ...nodes);
      return [SKIP, index + nodes.length];
    });
  };
}
