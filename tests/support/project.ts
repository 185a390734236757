// Makes a copy of this project with other content, in which tests may build, serve and edit. The copy links the installed
// packages, and has its own folders for whatever Astro, Vite and the build write.
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** This project's folder. */
export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** The built site. */
export const DIST = join(PROJECT, 'dist');

/** The page of the whole work, its path in the output. */
export const WHOLE = 'whole.html';

const COPIED = ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json', 'LICENSE'];

/** Turns a folder that has `content/` into a copy of this project. */
export function makeProject(root: string): void {
  for (const name of COPIED) cpSync(join(PROJECT, name), join(root, name), { recursive: true });
  const packages = join(root, 'node_modules');
  mkdirSync(packages);
  for (const name of readdirSync(join(PROJECT, 'node_modules'))) {
    // Folders whose names begin with a dot are caches, except .bin.
    if (!name.startsWith('.') || name === '.bin') {
      symlinkSync(join(PROJECT, 'node_modules', name), join(packages, name), 'junction');
    }
  }
}

/** A running command, and its output so far. */
export interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Resolves to the exit code. */
  readonly end: Promise<number | null>;
}

/** Runs a command in a folder. @param env the whole environment */
export function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Run {
  const child = spawn(command, args, { cwd, env });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const end = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { child, output: () => output, end };
}

/**
 * Runs a script of a project with this Node, in that project's folder.
 * @param changes to the environment
 */
export function runNode(
  root: string,
  script: string,
  args: readonly string[] = [],
  changes: Readonly<Record<string, string | undefined>> = {},
): Run {
  // Leaves out the variables that are meant for the test run itself.
  const own = { CONTENT_ROOT: undefined, NODE_ENV: undefined, FORCE_COLOR: undefined, NO_COLOR: '1' };
  return run(process.execPath, [join(root, script), ...args], root, { ...process.env, ...own, ...changes });
}

/** Stops a running command and waits until it has ended. */
export async function stop({ child, end }: Run): Promise<void> {
  child.kill();
  await end;
}

/** Everything in a folder, by path: of each file its hash. */
export function snapshot(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true }).map((item) => {
      const path = join(item.parentPath, item.name);
      const hash = (): string => createHash('sha256').update(readFileSync(path)).digest('hex');
      return [relative(folder, path), item.isFile() ? hash() : 'a folder'];
    }),
  );
}

/** The records of the search index of a built site, with what they hold. @param dist the site's folder */
export function searchRecords(dist: string): SearchRecord[] {
  const folder = join(dist, 'search/fragment');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pf_fragment'))
    .map((name) => {
      // Skip the signature of twelve bytes before the JSON.
      const json = gunzipSync(readFileSync(join(folder, name))).subarray(12);
      return JSON.parse(json.toString()) as SearchRecord;
    });
}

/** A record of Pagefind: https://pagefind.app/docs/api/ */
export interface SearchRecord {
  readonly url: string;
  readonly anchors: readonly { readonly id: string }[];
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}
