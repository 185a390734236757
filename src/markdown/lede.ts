// Shows the summary of the front matter as the first paragraph of the page, so that its notes are numbered first. After
// it stands the component `<Lead>`: what a kind of page shows first, such as the positions of a question.
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

/** Inserts the front matter's `summary` before the body as a paragraph with the class `lede`, then `<Lead>`. */
export function remarkLede() {
  return (tree: Root, file: VFile): void => {
    const summary: unknown = file.data.astro?.frontmatter?.['summary'];
    if (typeof summary !== 'string') return;
    const paragraphs = parseSummary(summary).children;
    for (const paragraph of paragraphs) paragraph.data = { hProperties: { className: ['lede'] } };
    tree.children.unshift(...paragraphs, lead(file.path));
  };
}
