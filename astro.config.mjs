import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import remarkGfm from 'remark-gfm';
import { contentWatch } from './src/integrations/content-watch.ts';
import { finish } from './src/integrations/finish.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { remarkCitations } from './src/markdown/citations.ts';
import { remarkEntryLinks } from './src/markdown/entry-links.ts';
import { remarkLede } from './src/markdown/lede.ts';

export default defineConfig({
  // The only thing that must be absolute: without it, canonical addresses and the sitemap are left out.
  ...(process.env.SITE_URL ? { site: process.env.SITE_URL } : {}),
  srcDir: './src',
  // Every address names a file, so that pages open from any host and from disk.
  build: { format: 'preserve', assets: 'assets', inlineStylesheets: 'never' },
  // The default, 'jsx', drops the space between inline elements on separate lines.
  compressHTML: true,
  devToolbar: { enabled: false },
  server: { port: 4321 },
  markdown: {
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins: [remarkLede, remarkGfm, remarkCitations, remarkEntryLinks],
      remarkRehype: {
        clobberPrefix: '',
        footnoteLabel: 'Notes',
        footnoteLabelProperties: {},
        footnoteBackLabel: 'Back to the text',
      },
    }),
    syntaxHighlight: false,
  },
  integrations: [mdx(), contentWatch(), finish(), searchIndex()],
  vite: {
    build: {
      rolldownOptions: {
        onLog(level, log, handler) {
          // Astro's own marker in every MDX module, of which the bundler warns once a file.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
        },
      },
    },
  },
});
