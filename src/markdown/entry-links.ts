// File-relative links between content files become addresses on the site, so that editors, code
// hosts and link checkers can follow them in the files themselves.
import { basename, dirname } from 'node:path';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { pageAddress, resolveContentLink } from '../archive/addresses.ts';
import type { CollectionName } from '../model/collections.ts';

/** Rewrites `../places/grayvoron.mdx#x` to `/places/grayvoron.html#x`; the archive has checked that it exists. */
export function remarkEntryLinks() {
  return (tree: Root, file: VFile): void => {
    const folder = basename(dirname(file.path)) as CollectionName;
    visit(tree, 'link', (node) => {
      const target = resolveContentLink(folder, node.url);
      if (target) node.url = `${pageAddress(target)}${target.hash}`;
    });
  };
}
