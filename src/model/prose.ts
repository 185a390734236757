// Reads the prose of an MDX file: its blocks, the reports they cite, the pages they link to, and
// what an editor has to mend. Links and citations come out with the words around them.
import type { Nodes, Paragraph, Root, TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { VFileMessage } from 'vfile-message';
import { NO_FACT, splitCitations, withoutCitations } from './citations.ts';
import type { Place } from './problems.ts';

export interface Citation extends Place {
  /** As written, without `@`; may be malformed. */
  readonly key: string;
}

export interface ProseLink extends Place {
  readonly url: string;
}

/** A paragraph, or a row of a table: the smallest piece of prose that must carry its evidence. */
export interface Block extends Place {
  /** Its words, without citations and markup. */
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly links: readonly ProseLink[];
  /** True where the block is marked `[@none]`. */
  readonly noFact: boolean;
}

export interface Prose {
  readonly blocks: readonly Block[];
  /** Components used in the prose, in order: `<Timeline />`. */
  readonly components: readonly (Place & { readonly name: string })[];
  /** Markup that prose may not hold: scripts, imports, expressions, footnotes of its own. */
  readonly refused: readonly (Place & { readonly what: string })[];
  readonly errors: readonly (Place & { readonly message: string })[];
}

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

const EMPTY: Prose = { blocks: [], components: [], refused: [], errors: [] };

function placeOf(node: Nodes, line: number): Place {
  return { line: (node.position?.start.line ?? 1) + line - 1, column: node.position?.start.column ?? 1 };
}

function readBlock(node: Paragraph | TableRow, line: number): Block {
  const citations: Citation[] = [];
  const links: ProseLink[] = [];
  let noFact = false;
  visit(node, (child) => {
    if (child.type === 'link') links.push({ url: child.url, ...placeOf(child, line) });
    if (child.type !== 'text') return;
    for (const piece of splitCitations(child.value)) {
      if (piece.type === 'words') continue;
      const before = child.value.slice(0, piece.offset).split('\n');
      const start = placeOf(child, line);
      const place = {
        line: start.line + before.length - 1,
        column: before.length === 1 ? start.column + piece.offset : (before.at(-1)?.length ?? 0) + 1,
      };
      for (const key of piece.keys) {
        if (key === NO_FACT) noFact = true;
        else citations.push({ key, ...place });
      }
    }
  });
  return {
    text: withoutCitations(toString(node)).replace(/\s+/g, ' '),
    citations,
    links,
    noFact,
    ...placeOf(node, line),
  };
}

/**
 * Reads prose.
 * @param body Markdown with JSX components, without front matter
 * @param line the file's line on which `body` begins, from 1
 */
export function readProse(body: string, line: number): Prose {
  let tree: Root;
  try {
    tree = processor.parse(body);
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    const message = { line: (error.line ?? 1) + line - 1, column: error.column ?? 1, message: error.reason };
    return { ...EMPTY, errors: [message] };
  }
  const blocks: Block[] = [];
  const components: (Place & { name: string })[] = [];
  const refused: (Place & { what: string })[] = [];
  visit(tree, (node, _index, parent) => {
    switch (node.type) {
      case 'paragraph':
        blocks.push(readBlock(node, line));
        return;
      case 'tableRow':
        // The first row of a table is its header.
        if (parent?.type === 'table' && parent.children[0] !== node) blocks.push(readBlock(node, line));
        return SKIP;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        const name = node.name ?? '';
        const component = /^\p{Lu}/u.test(name) && node.attributes.length === 0 && node.children.length === 0;
        if (component) components.push({ name, ...placeOf(node, line) });
        else refused.push({ what: `<${name}>`, ...placeOf(node, line) });
        return;
      }
      case 'mdxjsEsm':
        refused.push({ what: 'an import or export', ...placeOf(node, line) });
        return;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        // A comment is an expression without code: {/* … */}.
        if (!/^\s*(\/\*[\s\S]*\*\/\s*)*$/.test(node.value)) {
          refused.push({ what: `the expression {${node.value.slice(0, 40)}}`, ...placeOf(node, line) });
        }
        return;
      case 'footnoteReference':
      case 'footnoteDefinition':
        refused.push({ what: 'a footnote written by hand', ...placeOf(node, line) });
        return;
      case 'image':
        refused.push({ what: 'an image', ...placeOf(node, line) });
        return;
      default:
        return;
    }
  });
  return { blocks, components, refused, errors: [] };
}
