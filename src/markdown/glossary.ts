// Explains each term of the glossary at its first use on a page: the word becomes a link to its entry, as an editor would
// write it, and shows the same preview. An editor's own link to the term counts as its first use. Headings, quotations
// and components are left as they are.
import type { Nodes, Paragraph, PhrasingContent, Root, TableCell, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { resolveContentLink } from '../model/content-links.ts';
import { entryOf, termLink } from './nodes.ts';
import type { Glossary } from './term-finder.ts';

/** The maximum number of explained terms in a paragraph. With more, readers would see links and no sentence. */
const MAX_PER_BLOCK = 3;

/** @returns true where the next word stands in quotation marks */
function quoted(before: string): boolean {
  return before.lastIndexOf('“') > before.lastIndexOf('”');
}

/** Links each term of the glossary at its first use on a page, in reading order. @param current returns the glossary */
export function remarkGlossary(current: () => Glossary) {
  return (tree: Root, file: VFile): void => {
    const glossary = current();
    const { collection, id } = entryOf(file);
    /** The terms that need no link: those already explained, and the term whose page this is. */
    const seen = new Set(collection === 'terms' ? [id] : []);

    const linkTerms = (block: Paragraph | TableCell): void => {
      let before = '';
      let left = MAX_PER_BLOCK;
      const text = (node: Text): PhrasingContent[] => {
        const pieces: PhrasingContent[] = [];
        let end = 0;
        for (const { term, words, offset } of glossary.uses(node.value, before)) {
          if (seen.has(term) || left === 0) continue;
          if (glossary.isOfThisSite(term) && quoted(before + node.value.slice(0, offset))) continue;
          seen.add(term);
          left -= 1;
          pieces.push(
            { type: 'text', value: node.value.slice(end, offset) },
            termLink(term, 'term', { type: 'text', value: words }),
          );
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
            const target = resolveContentLink(collection, node.url);
            if (target?.collection === 'terms') seen.add(target.id);
          }
          before += toString(node);
          return [node];
        });
      block.children = phrasing(block.children);
    };
    const read = (node: Nodes): void => {
      if (node.type === 'paragraph' || node.type === 'tableCell') linkTerms(node);
      else if (node.type === 'table') node.children.slice(1).forEach(read);
      // Skip block quotations, whose words are another author's.
      else if ('children' in node && node.type !== 'blockquote') node.children.forEach(read);
    };
    read(tree);
  };
}
