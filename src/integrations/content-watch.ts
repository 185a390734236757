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
          if (path.replaceAll('\\', '/').startsWith(base)) server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}
