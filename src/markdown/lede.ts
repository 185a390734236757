// Makes the summary of the front matter the lede: the first paragraph of the page, so that its notes are numbered first.
// Inserts the component `<AfterLede>` below the lede, for what a page shows before its prose.
import type { Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import type { VFile } from 'vfile';
import { parseSummary } from '../model/prose.ts';
import { attributes, entryOf } from './nodes.ts';

/** The text of a group before its first heading is a caution about all that follows: it stays above `<AfterLede>`. */
export function remarkLede() {
  return (tree: Root, file: VFile): void => {
    const summary: unknown = file.data.astro?.frontmatter?.['summary'];
    if (typeof summary !== 'string') return;
    const paragraphs = parseSummary(summary).children;
    for (const paragraph of paragraphs) paragraph.data = { hProperties: { className: ['lede'] } };
    const heading = tree.children.findIndex(({ type }) => type === 'heading');
    const entry = entryOf(file);
    const afterLede: MdxJsxFlowElement = {
      type: 'mdxJsxFlowElement',
      name: 'AfterLede',
      attributes: attributes(entry),
      children: [],
    };
    tree.children.splice(entry.collection === 'groups' && heading > 0 ? heading : 0, 0, afterLede);
    tree.children.unshift(...paragraphs);
  };
}
