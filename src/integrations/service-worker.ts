// The service worker of a built site, and what the build tells it: the hash of the whole, the shell, and the
// files of search. Written after everything that the site is made of, since any change is a new build.
import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { isLasting } from '../worker/addresses.ts';
import { OFFLINE_PAGE, sums } from './offline-copy.ts';
import { files } from '../output/files.ts';

const WORKER = fileURLToPath(new URL('../worker/worker.ts', import.meta.url));

/** At the root, so that its scope is the whole site wherever that stands. */
const SCRIPT = 'service-worker.js';

/** What every reader gets: styles and fonts, the icon, the indexes, and the pages for finding and storing. */
const SHELL = /^(?:assets\/.*|icon\.svg|(?:[^/]+\/)?index\.html|search\.html|offline\.html)$/;

/** A page of the shell that weighs more is stored when it is read, in bytes. */
const HEAVY = 400_000;

/** Beyond, only what searches use of the index is stored, until the reader asks for more, in bytes. */
const LIGHT_SEARCH = 2_000_000;

const hash = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 12);

const bytesOf = (dir: string, paths: readonly string[]): number =>
  paths.reduce((sum, path) => sum + statSync(join(dir, path)).size, 0);

/** The files that search may ask of a server; those that serve pages from disk are twins of others. */
function searchFiles(all: readonly string[]): string[] {
  const known = new Set(all);
  const twin = (path: string): boolean => path.endsWith('.js') && known.has(path.slice(0, -'.js'.length));
  return all.filter((path) => path.startsWith('search/') && !twin(path));
}

/** Writes the list of search's files. @returns its path */
function writeSearchList(dir: string, paths: readonly string[]): string {
  const list = JSON.stringify(paths);
  const path = `assets/search-files.${hash(list)}.json`;
  writeFileSync(join(dir, path), list);
  return path;
}

/**
 * Writes the service worker of a built site.
 * @returns the weight of the shell in bytes
 */
export async function writeServiceWorker(dir: string): Promise<number> {
  const all = files(dir);
  const search = searchFiles(all);
  const list = writeSearchList(dir, search);
  const shell = all.filter((path) => SHELL.test(path) && bytesOf(dir, [path]) <= HEAVY);
  const site = hash(sums(dir));
  const revision = (path: string): string | null => {
    if (isLasting(path)) return null;
    // This page is still to get the archive's size.
    return path === OFFLINE_PAGE ? site : hash(readFileSync(join(dir, path)));
  };
  await build({
    entryPoints: [WORKER],
    outfile: join(dir, SCRIPT),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
    define: {
      'process.env.NODE_ENV': '"production"',
      SITE: JSON.stringify({
        build: site,
        shell: shell.map((url) => ({ url, revision: revision(url) })),
        searchFiles: list,
        searchIsLight: bytesOf(dir, search) <= LIGHT_SEARCH,
      }),
    },
  });
  return bytesOf(dir, shell);
}

export function serviceWorker(): AstroIntegration {
  return {
    name: 'service-worker',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const bytes = await writeServiceWorker(fileURLToPath(dir));
        logger.info(`${SCRIPT}: a shell of ${Math.round(bytes / 1000)} kB`);
      },
    },
  };
}
