// The first mark of each note is followed by a short form of the note, the component `<SideNote>`, which
// stands in the margin on wide screens and opens in place elsewhere. The list at the end has them all.
import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { MdxJsxTextElementHast } from 'mdast-util-mdx-jsx';
import { SKIP, visit } from 'unist-util-visit';

/** The link of a mark that still is as remark-rehype has made it. */
function mark(node: Element): Element | undefined {
  const link = node.children[0];
  const raw = node.tagName === 'sup' && link?.type === 'element' && 'dataFootnoteRef' in link.properties;
  return raw ? link : undefined;
}

const isMark = (node: RootContent | undefined): boolean => node?.type === 'element' && node.tagName === 'sup';

/** So many marks stay with the word before them: one or two alone on the next line look lost. */
const TOGETHER = 4;

/** How many marks stand in a row from here on. */
function rowFrom(siblings: readonly RootContent[], index: number): number {
  const end = siblings.findIndex((node, at) => at > index && !isMark(node));
  return (end < 0 ? siblings.length : end) - index;
}

/** Whether the next thing to touch after a mark is a link so near that the mark may not reach over to it. */
function linkFollows(siblings: readonly RootContent[], index: number): boolean {
  const [between, link] = siblings.slice(index + 1, index + 3);
  return between?.type === 'text' && between.value.trim().length < 3 && link?.type === 'element';
}

/** Takes out the line breaks between the blocks of the list at the end, which nothing shows; a space parts links. */
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

/** Wraps the first mark of each note together with its `<SideNote>`, and leads the mark there. */
export function rehypeSideNotes() {
  return (tree: Root): void => {
    const seen = new Set<string>();
    /** The note put in last, with its mark. */
    let last: Element | undefined;
    /** The number of marks in the present row. */
    let row = 0;
    visit(tree, 'element', (node, index, parent) => {
      if ('dataFootnotes' in node.properties) tighten(node);
      // What remark-rehype marks links with, nothing here asks for: a page with a hundred notes need not carry it.
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
      // A bare number says nothing to those who hear it.
      delete link.properties['ariaDescribedBy'];
      link.properties['ariaLabel'] = `Note ${number}`;
      const note = String(link.properties['href']).slice('#fn-'.length);
      // A mark keeps to the word before it; between two marks of many a line may end.
      const before = parent.children[index - 1];
      const follows = isMark(before) || (before !== undefined && before === last);
      if (!follows) row = rowFrom(parent.children, index);
      const near = isMark(parent.children[index + 1]) || (follows && linkFollows(parent.children, index));
      const apart: Element[] =
        follows && row > TOGETHER ? [{ type: 'element', tagName: 'wbr', properties: {}, children: [] }] : [];
      // In a row a number of one digit is made wider than the others: it is narrower than a finger.
      const names = [
        ...(near ? ['near'] : []),
        ...((near || follows) && number.length === 1 ? ['digit'] : []),
      ];
      if (names.length > 0) link.properties['className'] = names;
      if (seen.has(note)) {
        parent.children.splice(index, 0, ...apart);
        return [SKIP, index + 1 + apart.length];
      }
      seen.add(note);
      link.properties['href'] = `#sn-${note}`;
      const cite: Element = {
        type: 'element',
        tagName: 'span',
        properties: { className: ['cite'] },
        children: [node, sideNote(report, number) as ElementContent],
      };
      last = cite;
      parent.children.splice(index, 1, ...apart, cite);
      return [SKIP, index + 1 + apart.length];
    });
  };
}
