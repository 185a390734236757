// One archive for a whole run. Astro evaluates pages apart from its configuration, so the archive is
// kept on the global object: plugins, pages and commands all see the same one.
import { readContent } from '../model/read.ts';
import { buildArchive, type Archive } from './archive.ts';
import { contentRoot } from './root.ts';

const KEY = Symbol.for('claimed-and-denied.archive');

type Holder = { [KEY]?: { readonly root: string; readonly stamp: string; readonly archive: Archive } };

/**
 * The archive of a project.
 * @param root the project's folder
 * @param fresh look for changed files even if it was read before (in development)
 * @throws ContentError with every problem of the content
 */
export function loadArchive(root = contentRoot(), fresh = false): Archive {
  const holder = globalThis as Holder;
  const held = holder[KEY];
  if (held?.root === root && !fresh) return held.archive;
  const content = readContent(root);
  if (held?.root === root && held.stamp === content.stamp && content.problems.length === 0)
    return held.archive;
  const archive = buildArchive(content);
  holder[KEY] = { root, stamp: content.stamp, archive };
  return archive;
}
