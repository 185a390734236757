// The two sites that are measured, and how each is written, built, read, searched and edited.
import { join } from 'node:path';
import { writeContent } from './library/ours.ts';
import type { Entry, Library } from './library/plan.ts';
import { writeStarlight } from './library/starlight.ts';
import { BENCH, PROJECT } from './places.ts';

export interface Command {
  readonly command: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** How search is worked, as selectors. */
export interface SearchParts {
  readonly open: string;
  readonly input: string;
  readonly result: string;
}

export interface Site {
  readonly name: string;
  /** Writes the library's files below a folder. */
  readonly write: (library: Library, folder: string) => void;
  /** Builds what stands in a folder into `dist` below it. */
  readonly build: (folder: string) => Command;
  /** Serves what stands in a folder for editing. */
  readonly develop: (folder: string, port: number) => Command;
  /** The file of an entry below the folder. */
  readonly file: (entry: Entry) => string;
  /** The path of an entry's page below the site's root. */
  readonly page: (entry: Entry) => string;
  readonly search: SearchParts;
}

const NODE = process.execPath;

/** Astro asks for nothing and reports to nobody. */
const QUIET = { ASTRO_TELEMETRY_DISABLED: '1' };

export const OURS: Site = {
  name: 'Claimed & Denied',
  write: writeContent,
  build: (folder) => ({
    command: [NODE, join(BENCH, 'build-ours.ts'), folder, join(folder, 'dist')],
    cwd: PROJECT,
    env: QUIET,
  }),
  develop: (folder, port) => ({
    command: [NODE, join(PROJECT, 'node_modules/astro/bin/astro.mjs'), 'dev', '--port', String(port)],
    cwd: PROJECT,
    env: { ...QUIET, CONTENT_ROOT: folder },
  }),
  file: ({ kind, id }) => `content/${kind}/${id}.mdx`,
  page: ({ kind, id }) => `${kind}/${id}.html`,
  search: { open: '.search-link', input: 'dialog input', result: '.result-link' },
};

const starlight = (folder: string, ...rest: readonly string[]): Command => ({
  command: [NODE, join(BENCH, 'node_modules/astro/bin/astro.mjs'), ...rest],
  cwd: BENCH,
  env: { ...QUIET, STARLIGHT_LIBRARY: folder },
});

export const STARLIGHT: Site = {
  name: 'Starlight',
  write: writeStarlight,
  build: (folder) => starlight(folder, 'build'),
  develop: (folder, port) => starlight(folder, 'dev', '--port', String(port)),
  file: ({ kind, id }) => `src/content/docs/${kind}/${id}.md`,
  page: ({ kind, id }) => `${kind}/${id}/`,
  search: {
    open: 'button[data-open-modal]',
    input: '.pagefind-ui__search-input',
    result: '.pagefind-ui__result-link',
  },
};

export const SITES = { ours: OURS, starlight: STARLIGHT };

export type SiteName = keyof typeof SITES;
