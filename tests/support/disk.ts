// The built site as it may lie on a reader's disk.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DIST } from './project.ts';

/**
 * Copies the built site into a folder whose name has whatever a name may have.
 * @returns the address of its root, the folder, and what takes it away
 */
export function onDisk(): { root: string; folder: string; remove: () => void } {
  const place = mkdtempSync(join(tmpdir(), 'on disk '));
  const folder = join(place, 'Книги и тексты é, 100% #1');
  cpSync(DIST, folder, { recursive: true });
  return {
    root: `${pathToFileURL(folder).href}/`,
    folder,
    remove: () => rmSync(place, { recursive: true, force: true }),
  };
}
