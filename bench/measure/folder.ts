// What a built site is made of.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Folder {
  readonly files: number;
  readonly pages: number;
  /** Megabytes of 1,000,000 bytes. */
  readonly size: number;
}

/** Counts and weighs the files below a folder. */
export function weigh(folder: string): Folder {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  return {
    files: files.length,
    pages: files.filter(({ name }) => name.endsWith('.html')).length,
    size: bytes / 1e6,
  };
}
