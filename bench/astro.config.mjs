// Astro Starlight over one of the bench's libraries, in one of two set-ups:
// - `guide`: as Starlight's guide has it; Astro's default Markdown processor reads .md files.
// - `mdx`: .mdx files and remark-gfm through unified, which is the Markdown pipeline of this project.
import { join } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import remarkGfm from 'remark-gfm';

const { STARLIGHT_LIBRARY: library, STARLIGHT_SETUP: setup } = process.env;
if (!library) throw new Error('STARLIGHT_LIBRARY must name the folder of the library to build.');
if (setup !== 'guide' && setup !== 'mdx') throw new Error('STARLIGHT_SETUP must be guide or mdx.');

const KINDS = ['groups', 'events', 'questions', 'sources', 'people', 'organisations', 'places', 'terms'];

export default defineConfig({
  site: 'https://example.org',
  srcDir: join(library, 'src'),
  outDir: join(library, 'dist'),
  cacheDir: join(library, 'cache'),
  ...(setup === 'mdx' && {
    markdown: { processor: unified({ gfm: false, smartypants: false, remarkPlugins: [remarkGfm] }) },
    vite: {
      build: {
        rolldownOptions: {
          // Printing a warning about Astro's marker in each MDX module costs time; this project leaves it out as well.
          onLog(level, log, handler) {
            if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
          },
        },
      },
    },
  }),
  integrations: [
    starlight({
      title: 'A harbour',
      sidebar: KINDS.map((kind) => ({ label: kind, items: [{ autogenerate: { directory: kind } }] })),
    }),
  ],
});
