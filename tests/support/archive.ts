// The archive of a content folder, without Astro: what the loader checks, linked as the pages link their collections.
import { linkArchive, type Archive } from '../../src/archive/archive.ts';
import { readContent } from '../../src/model/read.ts';
import { soundEntries } from '../../src/rules/check.ts';
import { libraryWith } from './library.ts';

/**
 * Reads, checks and links the content of a project.
 * @param root the folder that holds `content/`
 * @throws ContentError with every problem of the content
 */
export function archiveOf(root: string): Archive {
  return linkArchive(soundEntries(readContent(root)));
}

/** Reads, checks and links the sound library with changes: file contents by path under `content/`. */
export function archiveWith(changes?: Parameters<typeof libraryWith>[0]): Archive {
  const { root, remove } = libraryWith(changes);
  try {
    return archiveOf(root);
  } finally {
    remove();
  }
}
