// Copies of the built site as a reader may keep them on a disk.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { ARCHIVE } from '../../src/output/offline-copy.ts';
import { DIST } from './project.ts';

/** A copy of the site. */
export interface Copy {
  /** The address of its root, with a slash at its end. */
  readonly root: string;
  readonly folder: string;
  /** Removes it. */
  readonly end: () => void;
}

/** Makes a folder with spaces, non-ASCII letters, % and # in its name. @param fill puts the site into the folder */
function folderFor(fill: (folder: string) => void): Copy {
  const place = mkdtempSync(join(tmpdir(), 'on disk '));
  const folder = join(place, 'Книги и тексты é, 100% #1');
  fill(folder);
  return {
    root: `${pathToFileURL(folder).href}/`,
    folder,
    end: () => rmSync(place, { recursive: true, force: true }),
  };
}

/** Puts the built site there by a link, since a copy takes as long as some tests. Nothing in it may be changed. */
export const onDisk = (): Copy => folderFor((folder) => symlinkSync(DIST, folder, 'junction'));

/** Copies the built site. */
export const copied = (): Copy => folderFor((folder) => cpSync(DIST, folder, { recursive: true }));

/** Unpacks the archive of the site. */
export const unpacked = (): Copy =>
  folderFor((folder) => {
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(join(DIST, ARCHIVE))))) {
      // The archive has everything in one top folder.
      const file = join(folder, path.slice(path.indexOf('/') + 1));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
  });
