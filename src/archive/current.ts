// The archive for pages. In development it follows the files; in a build it is read once.
import { loadArchive } from './load.ts';
import { contentRoot } from './root.ts';
import type { Archive } from './archive.ts';

/**
 * In milliseconds. A page asks for the archive in each of its parts, and there may be thousands of files to look at;
 * what changes them in between is told of (src/integrations/content-watch.ts).
 */
const MOMENT = 500;

/** The archive of this project. @throws ContentError, which Astro shows in the page and the terminal */
export function currentArchive(): Archive {
  return loadArchive(contentRoot(), import.meta.env.DEV ? MOMENT : undefined);
}
