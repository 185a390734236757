// The loader of every collection. Reads all files, validates them by their schemas (src/model/read-entry.ts), checks them
// against one another (src/rules/check.ts), and throws one error with every problem: Astro's `glob()` stops at the first
// invalid entry and only logs a broken reference.
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { contentRoot } from './project.ts';
import type { CollectionName } from './model/collections.ts';
import type { Entries } from './model/entries.ts';
import { ContentError } from './model/problems.ts';
import { readContent } from './model/read.ts';
import { soundEntries } from './rules/check.ts';

/** The last content that passed the check. All ten collections are loaded from it. */
let checked: { readonly stamp: string; readonly entries: Entries } | undefined;

/** @throws ContentError with every problem of the content */
function checkedEntries(warn: (warnings: string) => void): Entries {
  const content = readContent(contentRoot());
  if (checked?.stamp !== content.stamp)
    checked = { stamp: content.stamp, entries: soundEntries(content, warn) };
  return checked.entries;
}

/** Replaces the entries in the store of a collection. */
function fill(name: CollectionName, { store, config, generateDigest, logger }: LoaderContext): void {
  const gone = new Set(store.keys());
  for (const { id, file, body, data } of checkedEntries((warnings) => logger.warn(warnings))[name]) {
    gone.delete(id);
    store.set({
      id,
      data: { ...data },
      filePath: relative(fileURLToPath(config.root), join(contentRoot(), file)).replaceAll('\\', '/'),
      digest: generateDigest({ data, body }),
      // Reports have no text to render.
      ...(name === 'reports' ? {} : { body, deferredRender: true }),
    });
  }
  for (const id of gone) store.delete(id);
}

/** @returns a loader that fills one collection from `content/` */
export function contentLoader(name: CollectionName): Loader {
  return {
    name: 'content-loader',
    load: async (context) => {
      const sync = (): void => {
        try {
          fill(name, context);
        } catch (error) {
          // In development the store keeps its last sound state; src/integrations/dev-server.ts shows the problems.
          if (!context.watcher || !(error instanceof ContentError)) throw error;
        }
      };
      sync();
      const folder = `${join(contentRoot(), 'content')}/`.replaceAll('\\', '/');
      context.watcher?.on('all', (_event, path) => {
        if (path.replaceAll('\\', '/').startsWith(folder)) sync();
      });
    },
  };
}
