// Which pages stand for all: what is true of one of a kind is true of the kind.
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { htmlFiles } from '../../src/output/files.ts';
import { DIST, WHOLE } from './project.ts';

/** Every page of the built site, its path as seen from the root. */
export const PAGES = htmlFiles(DIST);

function largest(paths: readonly string[]): string[] {
  const size = (path: string): number => statSync(join(DIST, path)).size;
  return paths.toSorted((a, b) => size(b) - size(a)).slice(0, 1);
}

/** All pages at the root; of each collection the index and the largest entry; the largest list that goes on. */
export const KINDS: readonly string[] = [
  ...[...Map.groupBy(PAGES, dirname)].flatMap(([folder, paths]) => {
    if (folder === '.') return paths.filter((path) => path !== WHOLE);
    const entries = paths.filter((path) => !path.endsWith('/index.html'));
    // A folder without an index holds the further reports of one entry.
    return entries.length === paths.length ? [] : [`${folder}/index.html`, ...largest(entries)];
  }),
  ...largest(PAGES.filter((path) => path.split('/').length > 2)),
];
