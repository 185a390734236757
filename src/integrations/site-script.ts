// The script of every page as one classic file: pages opened from disk may not load modules. It is no part of
// the pages, so that a reader loads it once. Runs before Vite reads the layout that names the file.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Where the script goes; src/layouts/Page.astro names it. */
const OUT = join(PROJECT, '.work', 'site.js');

/** Writes the script. */
export async function prepareScript(): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [join(PROJECT, 'src', 'scripts', 'site.ts')],
    write: false,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    logLevel: 'warning',
  });
  // Another build may be reading the file: it sees the old one or the new one, never half of it.
  mkdirSync(dirname(OUT), { recursive: true });
  writeFileSync(`${OUT}.${process.pid}`, outputFiles.map(({ text }) => text).join(''));
  renameSync(`${OUT}.${process.pid}`, OUT);
}
