// The archive of a content folder, without Astro: what the loader checks, linked as the pages link their collections.
import { linkArchive, type Archive } from '../../src/archive/archive.ts';
import { readContent, type Content } from '../../src/model/read.ts';
import { soundEntries } from '../../src/rules/check.ts';
import { inLibrary, type Changes } from './library.ts';
import { PROJECT } from './project.ts';

/**
 * Reads, checks and links the content of a project.
 * @param root the folder that holds `content/`
 * @throws ContentError with every problem of the content
 */
export function archiveOf(root: string): Archive {
  return linkArchive(soundEntries(readContent(root)));
}

let own: Archive | undefined;

/** The archive of this project's content, read once in each worker. */
export const ownArchive = (): Archive => (own ??= archiveOf(PROJECT));

/** The content of the sound library with some changes, read but not checked. */
export const contentWith = (changes: Changes = {}): Content => inLibrary(changes, readContent);

/** The archive of the sound library with some changes. @throws ContentError if they make it unsound */
export const archiveWith = (changes?: Changes): Archive => linkArchive(soundEntries(contentWith(changes)));
