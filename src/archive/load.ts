// One archive for a whole run. Astro evaluates pages apart from its configuration, so the archive is
// kept on the global object: plugins, pages and commands all see the same one.
import { readContent, type Content } from '../model/read.ts';
import { buildArchive, type Archive } from './archive.ts';
import { soundContent, type Checked } from './check.ts';
import { contentRoot } from './root.ts';

const KEY = Symbol.for('claimed-and-denied.archive');

interface Held {
  readonly root: string;
  readonly stamp: string;
  readonly archive: Archive;
  /** When the files were last looked at. */
  looked: number;
}

type Holder = { [KEY]?: Held };

/** Tells that a file has changed: whoever next asks for an archive no older than some moment has it read again. */
export function contentChanged(): void {
  delete (globalThis as Holder)[KEY];
}

/**
 * The archive of a project.
 * @param root the project's folder
 * @param trusted for how long what was read is taken to be as the files are, in milliseconds: 0 looks at them
 * @throws ContentError with every problem of the content
 */
export function loadArchive(root = contentRoot(), trusted = Infinity): Archive {
  const holder = globalThis as Holder;
  const held = holder[KEY];
  const now = performance.now();
  if (held?.root === root && (trusted === Infinity || now - held.looked < trusted)) return held.archive;
  const content = readContent(root);
  if (held?.root === root && held.stamp === content.stamp && content.problems.length === 0) {
    held.looked = now;
    return held.archive;
  }
  const archive = buildArchive(content);
  holder[KEY] = { root, stamp: content.stamp, archive, looked: now };
  return archive;
}

/** What was read and found sound, for Astro's collections. @throws ContentError with every problem of the content */
export function loadContent(root = contentRoot()): Content & Checked {
  const content = readContent(root);
  return { ...content, ...soundContent(content) };
}
