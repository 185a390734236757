// In development: Astro follows its collections by itself; the glossary is no collection of the file that uses a term.
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { isRunnableDevEnvironment } from 'vite';
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
          // Any text may use a term: what was compiled with the old glossary is compiled anew.
          if (file.startsWith(`${base}terms/`))
            for (const environment of Object.values(server.environments)) {
              environment.moduleGraph.invalidateAll();
              if (isRunnableDevEnvironment(environment)) environment.runner.evaluatedModules.clear();
            }
        });
      },
    },
  };
}
