// In development: any change under content/ reloads the open pages, so that an edit, an error and its
// mending show by themselves.
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { contentChanged } from '../archive/load.ts';
import { contentRoot } from '../archive/root.ts';

export function contentWatch(): AstroIntegration {
  return {
    name: 'content-watch',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const base = `${join(contentRoot(), 'content')}/`.replaceAll('\\', '/');
        server.watcher.add(base);
        server.watcher.on('all', (_event, path) => {
          const file = path.replaceAll('\\', '/');
          if (!file.startsWith(base)) return;
          contentChanged();
          // Astro keeps the entries it has made pages of; with this it is told of changes in its own collections.
          for (const { name, hot } of Object.values(server.environments))
            if (name !== 'client') hot.send('astro:content-changed', {});
          // Any text may use a term: what was compiled with the old glossary is compiled anew.
          if (file.startsWith(`${base}terms/`))
            for (const { moduleGraph } of Object.values(server.environments)) moduleGraph.invalidateAll();
          server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}
