// In development: serves the home page at the root, as hosts do with a folder's `index.html`.
import type { AstroIntegration } from 'astro';

export function devServer(): AstroIntegration {
  return {
    name: 'dev-server',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, _response, next) => {
          request.url = request.url?.replace(/^\/(?=\?|$)/, '/index.html');
          next();
        });
      },
    },
  };
}
