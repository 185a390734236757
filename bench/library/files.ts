// Writes files of front matter and text.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';

/** Writes a file below a folder, with the folders on its path. */
export function writeBelow(folder: string, path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** A Markdown or MDX file. */
export const withFrontMatter = (data: object, body: string): string =>
  `---\n${stringify(data, { lineWidth: 0 })}---\n\n${body}\n`;
