// Puts the component `<SideNote>` after the first mark of each note. On wide screens it stands in the margin, elsewhere it
// opens in place; further marks of the note open a copy in place (src/scripts/dismiss.ts). The list at the end of the page
// has all notes.
import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { MdxJsxTextElementHast } from 'mdast-util-mdx-jsx';
import { SKIP, visit } from 'unist-util-visit';

/** @returns the link of a note mark that this plugin has not changed yet, or undefined for another element */
function mark(node: Element): Element | undefined {
  const link = node.children[0];
  const raw = node.tagName === 'sup' && link?.type === 'element' && 'dataFootnoteRef' in link.properties;
  return raw ? link : undefined;
}

const isMark = (node: RootContent | undefined): boolean => node?.type === 'element' && node.tagName === 'sup';

/** Up to this many note marks stay on the same line as the word they follow. */
const MAX_UNBROKEN = 4;

/** @returns the number of adjacent marks from an index on */
function rowFrom(siblings: readonly RootContent[], index: number): number {
  const end = siblings.findIndex((node, at) => at > index && !isMark(node));
  return (end < 0 ? siblings.length : end) - index;
}

/** @returns true if a link follows so closely that the mark's enlarged tap target would overlap it */
function linkFollows(siblings: readonly RootContent[], index: number): boolean {
  const [between, link] = siblings.slice(index + 1, index + 3);
  return between?.type === 'text' && between.value.trim().length < 3 && link?.type === 'element';
}

/** Removes the line breaks between the blocks of the note list. Between two links a space remains. */
function tighten(list: Element): void {
  visit(list, 'text', (node, index, parent) => {
    if (index === undefined || !parent || node.value.trim() !== '' || !node.value.includes('\n')) return;
    const [before, after] = [parent.children[index - 1], parent.children[index + 1]];
    const links = [before, after].every((each) => each?.type === 'element' && each.tagName === 'a');
    node.value = links ? ' ' : '';
  });
}

function sideNote(report: string, number: string): MdxJsxTextElementHast {
  return {
    type: 'mdxJsxTextElement',
    name: 'SideNote',
    attributes: [
      { type: 'mdxJsxAttribute', name: 'report', value: report },
      { type: 'mdxJsxAttribute', name: 'number', value: number },
    ],
    children: [],
  };
}

/** Wraps each mark, the first of each note together with its `<SideNote>`. */
export function rehypeSideNotes() {
  return (tree: Root): void => {
    const seen = new Set<string>();
    /** The wrapper inserted last. */
    let last: Element | undefined;
    /** The number of marks in the current row. */
    let row = 0;
    visit(tree, 'element', (node, index, parent) => {
      if ('dataFootnotes' in node.properties) tighten(node);
      // Drop remark-rehype's data attributes and class: nothing uses them.
      if ('dataFootnoteBackref' in node.properties) {
        delete node.properties['dataFootnoteBackref'];
        delete node.properties['className'];
      }
      const link = mark(node);
      if (!link || !parent || index === undefined) return undefined;
      delete link.properties['dataFootnoteRef'];
      const report = String(node.properties['dataReport']);
      delete node.properties['dataReport'];
      const text = link.children[0];
      const number = text?.type === 'text' ? text.value : '';
      // Screen readers need more than a number.
      delete link.properties['ariaDescribedBy'];
      link.children.unshift({
        type: 'element',
        tagName: 'span',
        properties: { className: ['unseen'] },
        children: [{ type: 'text', value: 'Note ' }],
      });
      const note = String(link.properties['href']);
      // Allow a line break between the marks of a long row only.
      const before = parent.children[index - 1];
      const follows = isMark(before) || (before !== undefined && before === last);
      if (!follows) row = rowFrom(parent.children, index);
      const near = isMark(parent.children[index + 1]) || (follows && linkFollows(parent.children, index));
      const apart: Element[] =
        follows && row > MAX_UNBROKEN
          ? [{ type: 'element', tagName: 'wbr', properties: {}, children: [] }]
          : [];
      // In a row, one-digit marks get a wider tap target.
      const names = [
        ...(near ? ['near'] : []),
        ...((near || follows) && number.length === 1 ? ['digit'] : []),
      ];
      if (names.length > 0) link.properties['className'] = names;
      const cite: Element = {
        type: 'element',
        tagName: 'span',
        properties: { className: seen.has(note) ? ['cite', 'again'] : ['cite'] },
        children: seen.has(note) ? [node] : [node, sideNote(report, number) as ElementContent],
      };
      seen.add(note);
      last = cite;
      parent.children.splice(index, 1, ...apart, cite);
      return [SKIP, index + 1 + apart.length];
    });
  };
}
