// The archive of a content folder, without Astro: what the loader checks, linked as the pages link their collections.
import { linkArchive, type Archive } from '../../src/archive/archive.ts';
import { readContent, type Content } from '../../src/model/read.ts';
import { soundEntries } from '../../src/rules/check.ts';
import { inLibrary, type Changes } from './library.ts';
import { PROJECT } from './project.ts';

let content: Content | undefined;
let own: Archive | undefined;

/** This project's content, read once in each worker. */
export const ownContent = (): Content => (content ??= readContent(PROJECT));

/** The archive of this project's content, linked once in each worker. */
export const ownArchive = (): Archive => (own ??= linkArchive(soundEntries(ownContent())));

/** The content of the sound library with some changes, read but not checked. */
export const contentWith = (changes: Changes = {}): Content => inLibrary(changes, readContent);

/** The archive of the sound library with some changes. @throws ContentError if they make it unsound */
export const archiveWith = (changes?: Changes): Archive => linkArchive(soundEntries(contentWith(changes)));
