// Lists the files of a folder.
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The paths of all files under a folder: relative to the folder, with forward slashes, sorted. */
export function files(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => relative(dir, join(item.parentPath, item.name)).replaceAll('\\', '/'))
    .sort();
}

/** The same for HTML files only. */
export function htmlFiles(dir: string): string[] {
  return files(dir).filter((path) => path.endsWith('.html'));
}
