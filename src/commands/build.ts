// `npm run build`: builds into a folder of its own, and replaces dist/ with it once everything has passed. A failed
// build leaves dist/ as it was.
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build as astroBuild } from 'astro';
import { isContentError } from '../model/problems.ts';
import { contentRoot, PROJECT } from '../project.ts';

/**
 * What Astro tells pages in `import.meta.env`. A variable of the same name in the environment of whoever builds
 * would take its place, and the same content would give other pages.
 */
const ASTROS_OWN = ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR'];

/**
 * Builds the site.
 * @param content the folder that holds `content/`
 * @param out the folder to replace
 * @throws ContentError with every problem found; `out` is then untouched
 */
export async function buildSite(content: string, out: string): Promise<void> {
  process.env['CONTENT_ROOT'] = content;
  for (const name of ASTROS_OWN) Reflect.deleteProperty(process.env, name);
  // Beside the target, so that the last step is a rename and not a copy.
  const stage = join(dirname(out), '.work', `build-${process.pid}`);
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  try {
    await astroBuild({ root: PROJECT, outDir: join(stage, 'site'), logLevel: 'warn' });
    const old = join(stage, 'old');
    if (existsSync(out)) renameSync(out, old);
    renameSync(join(stage, 'site'), out);
  } finally {
    rmSync(stage, { recursive: true, force: true });
    if (readdirSync(dirname(stage)).length === 0) rmdirSync(dirname(stage));
  }
}

/** What Astro and Vite keep between builds; a cold build begins without it. */
const CACHES = ['.astro', 'node_modules/.astro', 'node_modules/.vite'];

if (import.meta.main) {
  if (process.argv.includes('--cold')) {
    for (const cache of CACHES) rmSync(join(PROJECT, cache), { recursive: true, force: true });
  }
  const started = performance.now();
  try {
    await buildSite(contentRoot(), join(PROJECT, 'dist'));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    console.log(`dist/ is built, in ${seconds} s with at most ${megabytes} MB of memory.`);
  } catch (error) {
    if (!isContentError(error)) throw error;
    console.error(`${error.message} Nothing was written.`);
    process.exitCode = 1;
  }
}
