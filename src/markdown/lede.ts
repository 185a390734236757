// A page's summary is its first paragraph: written once, in front matter, and shown at the top of the
// prose with its notes numbered before all others. What a kind of page shows first of all (the positions
// of a question, the map of a place) follows it, through the component `<Lead>`.
import { basename, dirname, extname } from 'node:path';
import type { Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import type { VFile } from 'vfile';
import { parseSummary } from '../model/prose.ts';

function lead(path: string): MdxJsxFlowElement {
  const attribute = (name: string, value: string) => ({ type: 'mdxJsxAttribute', name, value }) as const;
  return {
    type: 'mdxJsxFlowElement',
    name: 'Lead',
    attributes: [
      attribute('collection', basename(dirname(path))),
      attribute('id', basename(path, extname(path))),
    ],
    children: [],
  };
}

/** Puts the front matter's `summary` before the body, as a paragraph with the class `lede`, then `<Lead>`. */
export function remarkLede() {
  return (tree: Root, file: VFile): void => {
    const summary: unknown = file.data.astro?.frontmatter?.['summary'];
    if (typeof summary !== 'string') return;
    const paragraphs = parseSummary(summary).children;
    for (const paragraph of paragraphs) paragraph.data = { hProperties: { className: ['lede'] } };
    tree.children.unshift(...paragraphs, lead(file.path));
  };
}
