// A page's summary is its first paragraph: written once, in front matter, and shown at the top of the
// prose with its notes numbered before all others.
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { VFile } from 'vfile';

const inline = unified().use(remarkParse).use(remarkGfm);

/** Puts the front matter's `summary` before the body, as a paragraph with the class `lede`. */
export function remarkLede() {
  return (tree: Root, file: VFile): void => {
    const summary: unknown = file.data.astro?.frontmatter?.['summary'];
    if (typeof summary !== 'string') return;
    const paragraph = inline.parse(summary).children[0];
    if (paragraph?.type !== 'paragraph') return;
    paragraph.data = { hProperties: { className: ['lede'] } };
    tree.children.unshift(paragraph);
  };
}
