// Bundles the scripts of pages, each into a file in `.work/`. They are files of their own, so that a browser loads them
// once. Runs before Vite reads the templates that import the files.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { CLASSIC_SCRIPT } from '../output/classic-script.ts';
import { PROJECT } from '../project.ts';

/**
 * The entry points in src/scripts/, without their extension: for every page before and after its first paint, for
 * references, for "As known on", for "Offline copy", for the 404 page.
 */
const SCRIPTS = ['early', 'site', 'cite', 'known', 'offline-switch', 'missing'];

const FOLDER = join(PROJECT, '.work');

async function bundle(): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: SCRIPTS.map((name) => join(PROJECT, 'src', 'scripts', `${name}.ts`)),
    outdir: FOLDER,
    write: false,
    ...CLASSIC_SCRIPT,
    // Without the settings of tsconfig.json, which add "use strict" to each file: type checks keep to it already.
    tsconfigRaw: {},
  });
  mkdirSync(FOLDER, { recursive: true });
  for (const { path, contents } of outputFiles) {
    // Replace the file in one step, because another build may be reading it.
    writeFileSync(`${path}.${process.pid}`, contents);
    renameSync(`${path}.${process.pid}`, path);
  }
}

export const pageScripts = (): AstroIntegration => ({
  name: 'page-scripts',
  hooks: { 'astro:config:setup': bundle },
});
