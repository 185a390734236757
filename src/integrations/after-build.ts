// What is done to the site once Astro has written its pages, in this order: each step reads what the steps before have
// written. A problem stops the build before anything reaches dist/.
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { siteUrl } from '../project.ts';
import { indexSite } from '../search/index-site.ts';
import { collectGarbage } from '../util/collect-garbage.ts';
import { writeOfflineCopy } from '../output/offline-copy.ts';
import { processPages } from '../output/post-process.ts';
import { writeServiceWorker } from '../output/service-worker.ts';
import { writeSiteFiles } from '../output/site-files.ts';

export const afterBuild = (): AstroIntegration => ({
  name: 'after-build',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const folder = fileURLToPath(dir);
      const address = siteUrl();
      const site = address === undefined ? undefined : new URL(address);
      writeSiteFiles(folder, site);
      // Free what rendering the pages held.
      collectGarbage();
      processPages(folder, site);
      await indexSite(folder);
      await writeServiceWorker(folder);
      writeOfflineCopy(folder);
    },
  },
});
