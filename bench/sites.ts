// The sites that are measured: how to write, build, read, search and edit each.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeContent } from './library/ours.ts';
import type { Entry, Library } from './library/plan.ts';
import { writeStarlight, type Setup } from './library/starlight.ts';

/** The bench's own folder, with its packages. */
export const BENCH = fileURLToPath(new URL('.', import.meta.url));

/** The project that is measured. */
export const PROJECT = join(BENCH, '..');

/** Libraries, built sites, logs and measurements. Git ignores this folder. */
export const WORK = join(BENCH, '.work');

/** A command to run in a folder, with variables added to the environment. */
export interface Command {
  readonly command: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface Site {
  /** The heading of the site's column in RESULTS.md. */
  readonly title: string;
  /** The folder of the library, written for the site; the built site is `dist` below it. */
  readonly folder: string;
  /** Writes the library's files to the folder. */
  readonly write: (library: Library) => void;
  readonly build: Command;
  /** Starts the development server. */
  readonly develop: (port: number) => Command;
  /** What a build or the development server keeps for the next run; a cold build starts without these folders. */
  readonly caches: readonly string[];
  /** The path of an entry's source file below the folder. */
  readonly file: (entry: Entry) => string;
  /** The path of an entry's page below the site's root. */
  readonly page: (entry: Entry) => string;
  /** CSS selectors of the parts of the search dialogue. */
  readonly search: { readonly open: string; readonly input: string; readonly result: string };
}

/** The caches of Astro and Vite in a project. */
export const CACHES = ['.astro', 'node_modules/.astro', 'node_modules/.vite'];

/** Runs Node in a project; Astro sends no usage data. */
const node = (cwd: string, env: Command['env'], ...rest: readonly string[]): Command => ({
  command: [process.execPath, ...rest],
  cwd,
  env: { ...env, ASTRO_TELEMETRY_DISABLED: '1' },
});

const ASTRO = 'node_modules/astro/bin/astro.mjs';

function ours(size: number): Site {
  const folder = join(WORK, `ours-${size}`);
  const env = { CONTENT_ROOT: folder };
  return {
    title: 'Claimed & Denied',
    folder,
    write: (library) => writeContent(library, folder),
    build: node(PROJECT, env, join(BENCH, 'build-ours.ts'), folder, join(folder, 'dist')),
    develop: (port) => node(PROJECT, env, ASTRO, 'dev', '--port', String(port)),
    caches: CACHES.map((cache) => join(PROJECT, cache)),
    file: ({ kind, id }) => `content/${kind}/${id}.mdx`,
    page: ({ kind, id }) => `${kind}/${id}.html`,
    search: { open: 'a.search-link', input: 'dialog input', result: 'dialog li a[href]' },
  };
}

/** Starlight in one of its two set-ups, which astro.config.mjs describes. */
function starlight(size: number, title: string, setup: Setup): Site {
  const folder = join(WORK, `starlight-${setup}-${size}`);
  const env = { STARLIGHT_LIBRARY: folder, STARLIGHT_SETUP: setup };
  return {
    title,
    folder,
    write: (library) => writeStarlight(library, folder, setup),
    build: node(BENCH, env, ASTRO, 'build'),
    develop: (port) => node(BENCH, env, ASTRO, 'dev', '--port', String(port)),
    caches: [...CACHES.map((cache) => join(BENCH, cache)), join(folder, 'cache')],
    file: ({ kind, id }) => `src/content/docs/${kind}/${id}.${setup === 'mdx' ? 'mdx' : 'md'}`,
    page: ({ kind, id }) => `${kind}/${id}/`,
    search: {
      open: 'button[data-open-modal]',
      input: 'dialog .pagefind-ui__search-input',
      result: 'dialog .pagefind-ui__result-link',
    },
  };
}

/** The sites over the library of a size; this project's is the first. */
export const sitesOf = (size: number): readonly Site[] => [
  ours(size),
  starlight(size, 'Starlight, as its guide has it', 'guide'),
  starlight(size, 'Starlight, MDX and remark-gfm', 'mdx'),
];
