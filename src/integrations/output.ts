// The built pages as files.
import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The paths of all HTML files under a folder, relative to it, with forward slashes, sorted. */
export function htmlFiles(dir: string): string[] {
  return files(dir).filter((path) => path.endsWith('.html'));
}

/** The paths of all files under a folder, relative to it, with forward slashes, sorted. */
export function files(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => relative(dir, join(item.parentPath, item.name)).replaceAll('\\', '/'))
    .sort();
}

/** What is read of a file at once: the pages of entries whole, the page of the whole work in some dozens of pieces. */
const PIECE = 1 << 20;

/**
 * The bytes of a file, a piece at a time, so that a large one is never held as a whole.
 * @returns pieces that are good until the next is asked for
 */
export function* pieces(path: string): Generator<Buffer<ArrayBuffer>> {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(Math.min(PIECE, fstatSync(file).size));
    for (;;) {
      const length = readSync(file, buffer);
      if (length === 0) return;
      yield buffer.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}
