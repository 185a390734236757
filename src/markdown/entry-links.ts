import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { pageAddress, resolveContentLink } from '../model/content-links.ts';
import { refKey } from '../model/references.ts';
import { entryOf } from './nodes.ts';

/**
 * Rewrites `../places/grayvoron.mdx#x` to `/places/grayvoron.html#x`. The component of the link gets the entry as
 * `data-entry="places/grayvoron"`, to look up its preview.
 */
export function remarkEntryLinks() {
  return (tree: Root, file: VFile): void => {
    const { collection } = entryOf(file);
    visit(tree, 'link', (node) => {
      const target = resolveContentLink(collection, node.url);
      if (!target) return;
      node.url = `${pageAddress(target)}${target.hash}`;
      node.data = { ...node.data, hProperties: { ...node.data?.hProperties, 'data-entry': refKey(target) } };
    });
  };
}
