// Writes service-worker.js into the built site. Runs after everything that the site consists of is written.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { sums } from './offline-copy.ts';
import { CLASSIC_SCRIPT } from './classic-script.ts';
import { files } from './files.ts';
import { sha256 } from '../util/sha256.ts';

const WORKER = fileURLToPath(new URL('../worker/worker.ts', import.meta.url));

/** At the root, so that its scope is the whole site. */
const SCRIPT = 'service-worker.js';

/** What the worker stores at installation: styles, fonts, scripts, the indexes, and the pages for search and offline use. */
const PRECACHE = /^(?:assets\/.*|(?:[^/]+\/)?index\.html|search\.html|offline\.html)$/;

/** Bundles the service worker of a built site. @param dir the built site */
export async function writeServiceWorker(dir: string): Promise<void> {
  await build({
    entryPoints: [WORKER],
    outfile: join(dir, SCRIPT),
    ...CLASSIC_SCRIPT,
    // Browsers install a worker again when its text changes: here, whenever any file of the site does.
    banner: { js: `/* Site ${sha256(sums(dir))} */` },
    define: {
      'process.env.NODE_ENV': '"production"',
      PRECACHE: JSON.stringify(files(dir).filter((path) => PRECACHE.test(path))),
    },
  });
}
