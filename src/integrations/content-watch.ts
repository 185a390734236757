// In development: any change under content/ reloads the open pages, so that an edit, an error and its
// mending show by themselves.
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

export function contentWatch(): AstroIntegration {
  return {
    name: 'content-watch',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const base = fileURLToPath(new URL('../../content/', import.meta.url)).replaceAll('\\', '/');
        server.watcher.add(base);
        server.watcher.on('all', (_event, path) => {
          const file = path.replaceAll('\\', '/');
          if (!file.startsWith(base)) return;
          // Any prose may use a term: what was compiled with the old glossary is compiled anew.
          if (file.startsWith(`${base}terms/`))
            for (const { moduleGraph } of Object.values(server.environments)) moduleGraph.invalidateAll();
          server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}
