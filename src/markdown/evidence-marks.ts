// Turns evidence marks into the component `<Cite>`, one for all marks at the same point of a text, and lists the notes for
// the end of the page. Both look the reports up when the page is rendered, not when the file is compiled.
import type { PhrasingContent, Root } from 'mdast';
import type { MdxJsxTextElement } from 'mdast-util-mdx';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { NO_FACT, splitEvidenceMarks } from '../model/evidence-marks.ts';
import { attributes } from './nodes.ts';

function cite(number: number, keys: readonly string[]): MdxJsxTextElement {
  return {
    type: 'mdxJsxTextElement',
    name: 'Cite',
    attributes: attributes({ number: String(number), reports: keys.join(' ') }),
    children: [],
  };
}

/** What stands between two evidence marks with no word between them: `] [@`. */
const BETWEEN = /(?<=\[@[^[\]]*)\]\s*\[@(?=[^[\]]*\])/g;

/** Numbers the marks as the text has them. The front matter gets the keys of each as `notes`: `['a/1 b/2', 'c/3']`. */
export function remarkEvidenceMarks() {
  return (tree: Root, file: VFile): void => {
    const notes: string[] = [];
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined) return undefined;
      // `[@a/1; @b/2] [@c/3]` is one mark of three reports.
      const pieces = splitEvidenceMarks(node.value.replace(BETWEEN, '; @'));
      if (pieces.every(({ type }) => type === 'words')) return undefined;
      const nodes = pieces.flatMap((piece, at): PhrasingContent[] => {
        // Remove the space between a word and its note mark.
        if (piece.type === 'words')
          return [{ type: 'text', value: pieces[at + 1] ? piece.value.trimEnd() : piece.value }];
        const keys = [...new Set(piece.keys)].filter((key) => key !== NO_FACT);
        return keys.length > 0 ? [cite(notes.push(keys.join(' ')), keys)] : [];
      });
      parent.children.splice(index, 1, ...nodes);
      return [SKIP, index + nodes.length];
    });
    const frontmatter = file.data.astro?.frontmatter;
    if (frontmatter) frontmatter['notes'] = notes;
  };
}
