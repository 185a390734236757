// Builds the search index once the pages are written and finished.
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { indexSite } from '../search/index-site.ts';

export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { pages, reports } = await indexSite(fileURLToPath(dir));
        logger.info(`${pages} pages and ${reports} reports indexed`);
      },
    },
  };
}
