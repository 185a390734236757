// The script of every page as one classic file, and that of a single page: pages opened from disk may not load
// modules. They are no part of the pages, so that a reader loads them once. Runs before Vite reads the templates
// that name the files.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** The scripts by their names in src/scripts/; templates name the files. */
const SCRIPTS = ['site', 'offline-switch'] as const;

async function prepare(name: (typeof SCRIPTS)[number]): Promise<void> {
  const out = join(PROJECT, '.work', `${name}.js`);
  const { outputFiles } = await build({
    entryPoints: [join(PROJECT, 'src', 'scripts', `${name}.ts`)],
    write: false,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    logLevel: 'warning',
  });
  // Another build may be reading the file: it sees the old one or the new one, never half of it.
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(`${out}.${process.pid}`, outputFiles.map(({ text }) => text).join(''));
  renameSync(`${out}.${process.pid}`, out);
}

/** Writes the scripts. */
export async function prepareScripts(): Promise<void> {
  for (const name of SCRIPTS) await prepare(name);
}
