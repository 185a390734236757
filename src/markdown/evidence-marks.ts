// Turns evidence marks into GFM footnotes. The text of each footnote is the component `<Note>`, which looks the report up
// when the page is rendered, not when the file is compiled.
import type { FootnoteDefinition, PhrasingContent, Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { SKIP, visit } from 'unist-util-visit';
import { NO_FACT, noteId, splitEvidenceMarks } from '../model/evidence-marks.ts';

function definition(key: string): FootnoteDefinition {
  const note: MdxJsxFlowElement = {
    type: 'mdxJsxFlowElement',
    name: 'Note',
    attributes: [{ type: 'mdxJsxAttribute', name: 'report', value: key }],
    children: [],
  };
  return { type: 'footnoteDefinition', identifier: noteId(key), label: noteId(key), children: [note] };
}

/** Turns each evidence mark into footnote references, and appends a footnote definition for each report. */
export function remarkEvidenceMarks() {
  return (tree: Root): void => {
    const cited = new Set<string>();
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined) return undefined;
      const pieces = splitEvidenceMarks(node.value);
      if (pieces.every((piece) => piece.type === 'words')) return undefined;
      const nodes: PhrasingContent[] = [];
      pieces.forEach((piece, at) => {
        if (piece.type === 'words') {
          // Remove the space between a word and its note mark.
          const next = pieces[at + 1];
          nodes.push({ type: 'text', value: next ? piece.value.replace(/\s+$/, '') : piece.value });
          return;
        }
        for (const key of piece.keys.filter((one) => one !== NO_FACT)) {
          cited.add(key);
          nodes.push({
            type: 'footnoteReference',
            identifier: noteId(key),
            label: noteId(key),
            // Read and removed by rehypeSideNotes.
            data: { hProperties: { dataReport: key } },
          });
        }
      });
      parent.children.splice(index, 1, ...nodes);
      return [SKIP, index + nodes.length];
    });
    tree.children.push(...[...cited].map(definition));
  };
}
