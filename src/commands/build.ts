// `npm run build`: builds into a folder of its own, and replaces dist/ with it once everything has passed. A failed
// build leaves dist/ as it was.
import './allocator.ts';
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { build as astroBuild } from 'astro';
import { isContentError } from '../model/problems.ts';
import { contentRoot, PROJECT, SettingError, siteContact, siteUrl } from '../project.ts';
import { readOptions } from './command-line.ts';

/**
 * What Astro tells pages in `import.meta.env`. A variable of the same name in the environment of whoever builds
 * would take its place, and the same content would give other pages.
 */
const ASTROS_OWN = ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR'];

/** The signals of Ctrl+C, of a service that stops the build, and of a terminal that is closed. */
const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const isRunning = (id: number): boolean => {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
};

/**
 * Removes what builds have left that were killed, and puts back a site that was set aside by one of them.
 * @param work the folder of all builds beside `out`
 */
function clearStopped(work: string, out: string): void {
  const stopped = existsSync(work) ? readdirSync(work) : [];
  for (const name of stopped) {
    const id = Number(/^build-(\d+)$/.exec(name)?.[1]);
    if (!id || (isRunning(id) && id !== process.pid)) continue;
    const old = join(work, name, 'old');
    if (!existsSync(out) && existsSync(old)) renameSync(old, out);
    rmSync(join(work, name), { recursive: true, force: true });
  }
}

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
  const work = join(dirname(out), '.work');
  const stage = join(work, `build-${process.pid}`);
  clearStopped(work, out);
  const clear = (): void => {
    rmSync(stage, { recursive: true, force: true });
    if (existsSync(work) && readdirSync(work).length === 0) rmdirSync(work);
  };
  const stop = (signal: NodeJS.Signals): never => {
    clear();
    // The exit status that shells give to a program ended by a signal.
    return process.exit(128 + constants.signals[signal]);
  };
  for (const signal of STOPS) process.once(signal, stop);
  try {
    mkdirSync(stage, { recursive: true });
    await astroBuild({ root: PROJECT, outDir: join(stage, 'site'), logLevel: 'warn' });
    const old = join(stage, 'old');
    if (existsSync(out)) renameSync(out, old);
    renameSync(join(stage, 'site'), out);
  } finally {
    for (const signal of STOPS) process.off(signal, stop);
    clear();
  }
}

/** What Astro and Vite keep between builds; a cold build begins without it. */
const CACHES = ['.astro', 'node_modules/.astro', 'node_modules/.vite'];

if (import.meta.main) {
  const { cold } = readOptions({ cold: { type: 'boolean' } }, 'npm run build -- --cold');
  if (cold) {
    for (const cache of CACHES) rmSync(join(PROJECT, cache), { recursive: true, force: true });
  }
  const started = performance.now();
  try {
    siteUrl();
    siteContact();
    await buildSite(contentRoot(), join(PROJECT, 'dist'));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    console.log(`dist/ is built, in ${seconds} s with at most ${megabytes} MB of memory.`);
  } catch (error) {
    if (!isContentError(error) && !(error instanceof SettingError)) throw error;
    console.error(`${error.message}\nNothing was written.`);
    process.exitCode = 1;
  }
}
