// The collections. Every kind of entry is one, typed by its schema; a report is an entry too, under the key by which
// it is cited.
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'astro/zod';
import type { Loader, LoaderContext } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { loadContent } from './archive/load.ts';
import type { Report } from './archive/reports.ts';
import { contentRoot } from './archive/root.ts';
import { SCHEMAS, type CollectionName } from './model/collections.ts';
import type { Link } from './model/entries.ts';
import { ContentError } from './model/problems.ts';

type Content = ReturnType<typeof loadContent>;

/** A loader of checked content: it reads and links all files, and throws with every problem at once. */
function loader(name: CollectionName, fill: (content: Content, context: LoaderContext) => void): Loader {
  return {
    name: 'checked-content',
    load: async (context) => {
      const sync = (): void => {
        const content = loadContent();
        context.store.clear();
        fill(content, context);
      };
      sync();
      context.watcher?.on('all', (_event, path) => {
        if (!path.replaceAll('\\', '/').includes('/content/')) return;
        try {
          sync();
        } catch (error) {
          // What was sound stays until the file is mended; `problems` tells the pages.
          if (!(error instanceof ContentError)) throw error;
        }
      });
    },
  };
}

/** What the loader adds to an entry's fields. */
const inProse = { links: z.array(z.custom<Link>()), cites: z.array(z.string()) };

function entries<Name extends Exclude<CollectionName, 'reports'>>(name: Name): Loader {
  return loader(name, (content, { store, config, generateDigest }) => {
    for (const file of content.entries[name]) {
      const { links = [], cites = [] } = content.inProse.get(file) ?? {};
      const data = { ...file.data, links, cites };
      store.set({
        id: file.id,
        data,
        digest: generateDigest({ data, body: file.body }),
        filePath: relative(fileURLToPath(config.root), join(contentRoot(), file.file)),
        deferredRender: true,
      });
    }
  });
}

/** In development: what is wrong with the content at present, for the pages to say so. A build has thrown by then. */
const problems: Loader = {
  name: 'content-problems',
  load: async ({ store, watcher, logger }) => {
    const tell = (message: string): void => void store.set({ id: 'content', data: { message } });
    tell('');
    watcher?.on('all', () => {
      try {
        loadContent();
        tell('');
      } catch (error) {
        if (!(error instanceof ContentError)) throw error;
        logger.error(error.message);
        tell(error.message);
      }
    });
  },
};

export const collections = {
  problems: defineCollection({ loader: problems, schema: z.object({ message: z.string() }) }),
  groups: defineCollection({ loader: entries('groups'), schema: SCHEMAS.groups.extend(inProse) }),
  events: defineCollection({ loader: entries('events'), schema: SCHEMAS.events.extend(inProse) }),
  questions: defineCollection({ loader: entries('questions'), schema: SCHEMAS.questions.extend(inProse) }),
  sources: defineCollection({ loader: entries('sources'), schema: SCHEMAS.sources.extend(inProse) }),
  people: defineCollection({ loader: entries('people'), schema: SCHEMAS.people.extend(inProse) }),
  organisations: defineCollection({
    loader: entries('organisations'),
    schema: SCHEMAS.organisations.extend(inProse),
  }),
  places: defineCollection({ loader: entries('places'), schema: SCHEMAS.places.extend(inProse) }),
  terms: defineCollection({ loader: entries('terms'), schema: SCHEMAS.terms.extend(inProse) }),
  pages: defineCollection({ loader: entries('pages'), schema: SCHEMAS.pages.extend(inProse) }),
  reports: defineCollection({
    loader: loader('reports', ({ reports }, { store }) => {
      for (const report of reports) store.set({ id: report.key, data: { ...report } });
    }),
    schema: z.custom<Report>(),
  }),
};
