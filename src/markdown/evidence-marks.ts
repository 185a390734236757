// Turns evidence marks into the component `<Cite>`, one for all marks at the same point of a text, and lists the notes for
// the end of the page. Both look the reports up when the page is rendered, not when the file is compiled.
import type { PhrasingContent, Root } from 'mdast';
import type { MdxJsxTextElement } from 'mdast-util-mdx';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { NO_FACT, splitEvidenceMarks, type Piece } from '../model/evidence-marks.ts';
import { attributes } from './nodes.ts';

function cite(number: number, keys: readonly string[]): MdxJsxTextElement {
  return {
    type: 'mdxJsxTextElement',
    name: 'Cite',
    attributes: attributes({ number: String(number), reports: keys.join(' ') }),
    children: [],
  };
}

/** Joins the evidence marks between which no word stands: `[@a/1; @b/2] [@c/3]` becomes one mark of three reports. */
function joined(pieces: readonly Piece[]): (string | string[])[] {
  const all: (string | string[])[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (piece.type === 'words') all.push(piece.value);
    else if (Array.isArray(last)) last.push(...piece.keys);
    else if (last?.trim() === '' && Array.isArray(all.at(-2))) {
      all.pop();
      (all.at(-1) as string[]).push(...piece.keys);
    } else all.push([...piece.keys]);
  }
  return all;
}

/**
 * Turns evidence marks into `<Cite>` components, numbered in the order of the text. The front matter's `notes` receives the
 * keys of the reports of each: `['a/1 b/2', 'c/3']`.
 */
export function remarkEvidenceMarks() {
  return (tree: Root, file: VFile): void => {
    const notes: string[] = [];
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined) return undefined;
      const pieces = joined(splitEvidenceMarks(node.value));
      if (pieces.every((piece) => typeof piece === 'string')) return undefined;
      const nodes = pieces.flatMap((piece, at): PhrasingContent[] => {
        // Remove the space between a word and its note mark.
        if (typeof piece === 'string')
          return [{ type: 'text', value: pieces[at + 1] ? piece.replace(/\s+$/, '') : piece }];
        const keys = [...new Set(piece)].filter((key) => key !== NO_FACT);
        return keys.length > 0 ? [cite(notes.push(keys.join(' ')), keys)] : [];
      });
      parent.children.splice(index, 1, ...nodes);
      return [SKIP, index + nodes.length];
    });
    const frontmatter = file.data.astro?.frontmatter;
    if (frontmatter) frontmatter['notes'] = notes;
  };
}
