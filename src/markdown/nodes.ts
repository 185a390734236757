// What several plugins need: the entry of a file, and nodes that they insert.
import { basename, dirname, extname } from 'node:path';
import type { Link, PhrasingContent } from 'mdast';
import type { MdxJsxAttribute } from 'mdast-util-mdx';
import type { VFile } from 'vfile';
import type { CollectionName } from '../model/collections.ts';

/** The collection and the id of a content file, by its path. */
export const entryOf = ({ path }: VFile) => ({
  collection: basename(dirname(path)) as CollectionName,
  id: basename(path, extname(path)),
});

/** The attributes of a component. */
export const attributes = (values: Readonly<Record<string, string>>): MdxJsxAttribute[] =>
  Object.entries(values).map(([name, value]) => ({ type: 'mdxJsxAttribute', name, value }));

/** A link to a term of the glossary, as an editor would write it, with a class. */
export const termLink = (term: string, className: string, child: PhrasingContent): Link => ({
  type: 'link',
  url: `../terms/${term}.mdx`,
  data: { hProperties: { className: [className] } },
  children: [child],
});
