import { basename } from 'node:path';
import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import { afterBuild } from './src/integrations/after-build.ts';
import { devServer } from './src/integrations/dev-server.ts';
import { pageScripts } from './src/integrations/page-scripts.ts';
import { siteUrl } from './src/project.ts';
import { REMARK_PLUGINS } from './src/markdown/plugins.ts';

// Building and serving the site needs no network.
process.env.ASTRO_TELEMETRY_DISABLED ??= '1';

export default defineConfig({
  // The public address of the site. Without it, pages have no canonical address, and there is no sitemap or feed.
  site: siteUrl(),
  srcDir: './src',
  // Every address names a file, so that pages open from any host and from disk.
  build: { format: 'preserve', assets: 'assets', inlineStylesheets: 'never' },
  // White space as in JSX, which is also how the formatter treats it: a line break between elements is no
  // space, a space that matters is written {' '}.
  compressHTML: 'jsx',
  devToolbar: { enabled: false },
  // Write the JSON schemas with which editors complete front matter: .astro/collections/.
  experimental: { contentIntellisense: true },
  server: { port: 4321 },
  markdown: {
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins: REMARK_PLUGINS,
    }),
    syntaxHighlight: false,
  },
  integrations: [
    // Compile unchanging parts of a text to HTML. Links are rendered by a component (src/components/mdx-components.ts).
    mdx({ optimize: { ignoreElementNames: ['a'] } }),
    pageScripts(),
    devServer(),
    afterBuild(),
  ],
  vite: {
    experimental: {
      // Put style sheets and fonts into one folder, so that the relative addresses of fonts work below any path and
      // from disk.
      renderBuiltUrl: (file, { hostType }) => (hostType === 'css' ? basename(file) : undefined),
    },
    build: {
      // Keep fonts, their licence and the script of every page as files, however small they are.
      assetsInlineLimit: (file) => (/\.(?:woff2|txt|js)$/.test(file) ? false : undefined),
      rolldownOptions: {
        onLog(level, log, handler) {
          // Silence the bundler's warning about the marker that Astro adds to every MDX module.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
        },
      },
    },
  },
});
