// Turns "(inferred)" and "(year inferred)" behind a date into a mark that leads to the glossary's entry on inferring. The
// mark shows an asterisk (src/styles/parts.css); the words stay in it for screen readers, search and copying.
import type { Link, Root } from 'mdast';
import type { MdxJsxTextElement } from 'mdast-util-mdx';
import { SKIP, visit } from 'unist-util-visit';
import type { Glossary } from './term-finder.ts';

const WORDS = /\s*(\((?:year )?inferred\))/;

function mark(words: string, term: string): Link {
  const unseen: MdxJsxTextElement = {
    type: 'mdxJsxTextElement',
    name: 'span',
    attributes: [{ type: 'mdxJsxAttribute', name: 'class', value: 'unseen' }],
    children: [{ type: 'text', value: ` ${words}` }],
  };
  return {
    type: 'link',
    url: `../terms/${term}.mdx`,
    data: { hProperties: { className: ['inferred'] } },
    children: [unseen],
  };
}

/**
 * Marks inferred dates. Leaves the words as they are if the glossary does not explain "inferred".
 * @param current returns the glossary; called for each page, because terms change in development
 */
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
