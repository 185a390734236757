// Explains each term of the glossary at its first use on a page: the word becomes a link to its entry, as an editor would
// write it, and shows the same preview. An editor's own link to the term counts as its first use. Headings, quotations
// and components are left as they are.
import { basename, dirname, extname } from 'node:path';
import type { Link, Nodes, Paragraph, PhrasingContent, Root, TableCell, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { resolveContentLink } from '../model/content-links.ts';
import type { Glossary } from './term-finder.ts';
import type { CollectionName } from '../model/collections.ts';

/** The maximum number of explained terms in a paragraph. With more, readers would see links and no sentence. */
const MAX_PER_BLOCK = 3;

function explained(words: string, term: string): Link {
  return {
    type: 'link',
    url: `../terms/${term}.mdx`,
    data: { hProperties: { className: ['term'] } },
    children: [{ type: 'text', value: words }],
  };
}

/** @returns true where the next word stands in quotation marks */
function quoted(before: string): boolean {
  return before.lastIndexOf('“') > before.lastIndexOf('”');
}

/** Links the terms of one page in reading order. */
class Page {
  readonly #glossary: Glossary;
  readonly #folder: CollectionName;
  /** The terms that need no link: those already explained, and the term whose page this is. */
  readonly #seen: Set<string>;

  constructor(glossary: Glossary, path: string) {
    this.#glossary = glossary;
    this.#folder = basename(dirname(path)) as CollectionName;
    this.#seen = new Set(this.#folder === 'terms' ? [basename(path, extname(path))] : []);
  }

  read(node: Nodes): void {
    if (node.type === 'paragraph' || node.type === 'tableCell') this.#block(node);
    else if (node.type === 'table') node.children.slice(1).forEach((row) => this.read(row));
    // Skip block quotations, whose words are another author's.
    else if ('children' in node && node.type !== 'blockquote')
      node.children.forEach((child) => this.read(child));
  }

  #block(block: Paragraph | TableCell): void {
    let before = '';
    let left = MAX_PER_BLOCK;
    const text = (node: Text): PhrasingContent[] => {
      const pieces: PhrasingContent[] = [];
      let end = 0;
      for (const { term, words, offset } of this.#glossary.uses(node.value, before)) {
        const ours = this.#glossary.isOfThisSite(term);
        if (this.#seen.has(term) || left === 0) continue;
        if (ours && quoted(before + node.value.slice(0, offset))) continue;
        this.#seen.add(term);
        left -= 1;
        pieces.push({ type: 'text', value: node.value.slice(end, offset) }, explained(words, term));
        end = offset + words.length;
      }
      before += node.value;
      return [...pieces, { type: 'text', value: node.value.slice(end) }];
    };
    const phrasing = (nodes: readonly PhrasingContent[]): PhrasingContent[] =>
      nodes.flatMap((node) => {
        if (node.type === 'text') return text(node);
        if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete') {
          node.children = phrasing(node.children);
          return [node];
        }
        if (node.type === 'link') {
          const target = resolveContentLink(this.#folder, node.url);
          if (target?.collection === 'terms') this.#seen.add(target.id);
        }
        before += toString(node);
        return [node];
      });
    block.children = phrasing(block.children);
  }
}

/**
 * Links each term of the glossary at its first use on a page.
 * @param current returns the glossary; called for each page, because terms change in development
 */
export function remarkGlossary(current: () => Glossary) {
  return (tree: Root, file: VFile): void => {
    new Page(current(), file.path).read(tree);
  };
}
