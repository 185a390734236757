// The content that Astro compiles: the texts in content/pages, which may use components. Entries are shown from
// the archive (src/markdown/prose.ts), without a second copy of all content in Astro's store. The loader hands
// over what our reader has read and validated, so that one reader, with its positions and its list of all
// problems, serves everything.
import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { contentRoot } from './archive/root.ts';
import { SCHEMAS, type CollectionName } from './model/collections.ts';
import { readContent } from './model/read.ts';

function contentLoader(name: CollectionName): Loader {
  return {
    name: 'claimed-and-denied',
    load: async ({ store, config, watcher }) => {
      const root = contentRoot();
      const project = fileURLToPath(config.root);
      const sync = (): void => {
        const { entries, problems } = readContent(root);
        // While a file is broken every page says so, and what was sound stays: it is there at once when
        // the file is mended, where Astro would take a second to bring it back.
        if (problems.length > 0) return;
        store.clear();
        for (const { id, file, data, body } of entries[name]) {
          const digest = createHash('sha256').update(JSON.stringify(data)).update(body).digest('hex');
          store.set({
            id,
            data,
            body,
            filePath: relative(project, join(root, file)).replaceAll('\\', '/'),
            digest,
            deferredRender: true,
          });
        }
      };
      sync();
      watcher?.on('all', (_event, path) => {
        if (path.replaceAll('\\', '/').includes(`/content/${name}/`)) sync();
      });
    },
  };
}

export const collections = {
  pages: defineCollection({ loader: contentLoader('pages'), schema: SCHEMAS.pages }),
};
