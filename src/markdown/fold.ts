// Folds the sections of the text of a group, and the later ones of a long text of an event: each under its heading, in a
// `<details>` as Fold.astro has it.
import type { Heading, Parent, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { entryOf } from './nodes.ts';

/** The sections of an event that stay unfolded: what happened, and what each of the three parties says. */
const UNFOLDED = 4;

/** An element of HTML: a node without a meaning in Markdown, which remark-rehype renders by its `hName`. */
interface Element extends Parent {
  type: 'element';
  data: { hName: string; hProperties?: { className: string[]; open?: true } };
}

declare module 'mdast' {
  interface RootContentMap {
    element: Element;
  }
}

const element = (hName: string, children: RootContent[], ...className: string[]): Element => ({
  type: 'element',
  data: { hName, hProperties: { className } },
  children,
});

/** The longest point, in characters, that readers take in at a glance. */
const SHORT = 350;

/** True for a list of short points that each begin with a name in bold. */
const isPoints = (node: RootContent): boolean =>
  node.type === 'list' &&
  node.children.every(
    (item) =>
      item.children[0]?.type === 'paragraph' &&
      item.children[0].children[0]?.type === 'strong' &&
      toString(item).replaceAll(/\[@[^\]]*\]/g, '').length <= SHORT,
  );

const isHeading = (node: RootContent): node is Heading => node.type === 'heading' && node.depth === 2;

/** Folds the sections of a group, and those of an event after the fourth. A section of a group with points is open. */
export function remarkFold() {
  return (tree: Root, file: VFile): void => {
    const { collection } = entryOf(file);
    if (collection !== 'events' && collection !== 'groups') return;
    const unfolded = collection === 'groups' ? 0 : UNFOLDED;
    const starts = tree.children.flatMap((node, index) => (isHeading(node) ? [index] : []));
    if (starts.length === 0 || (unfolded > 0 && starts.length <= unfolded + 1)) return;
    const folded = starts.slice(unfolded).map((start, index, all) => {
      const [heading, ...section] = tree.children.slice(start, all[index + 1]);
      const fold = element('details', [element('summary', heading ? [heading] : []), ...section], 'fold');
      if (collection === 'groups' && section.some(isPoints))
        fold.data.hProperties = { className: ['fold'], open: true };
      return fold;
    });
    tree.children = [...tree.children.slice(0, starts[unfolded]), ...folded];
  };
}
