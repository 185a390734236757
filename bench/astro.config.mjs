// The peer: Astro Starlight as its guide sets it up, over one of the bench's libraries.
import { join } from 'node:path';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

const library = process.env.STARLIGHT_LIBRARY;
if (!library) throw new Error('STARLIGHT_LIBRARY names the folder of the library to build.');

const KINDS = ['groups', 'events', 'questions', 'sources', 'people', 'organisations', 'places', 'terms'];

export default defineConfig({
  site: 'https://example.org',
  srcDir: join(library, 'src'),
  outDir: join(library, 'dist'),
  cacheDir: join(library, 'cache'),
  integrations: [
    starlight({
      title: 'A harbour',
      sidebar: KINDS.map((kind) => ({ label: kind, items: [{ autogenerate: { directory: kind } }] })),
    }),
  ],
});
