// Reads everything under content/. No other module reads content files.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { COLLECTIONS, extensionOf, type CollectionName } from './collections.ts';
import type { EntryFile, EntryFiles, Writing } from './entries.ts';
import { nearest, type Problem } from './problems.ts';
import { readEntry, type Reading } from './read-entry.ts';

export interface Content {
  readonly entries: EntryFiles;
  readonly problems: readonly Problem[];
  /** Files that failed to parse, as `collection/id`. References to them are not reported as broken. */
  readonly unread: ReadonlySet<string>;
  /** The prose of the unread files, so that its problems are reported in the same run. */
  readonly writings: readonly Writing[];
  /** The lines of `content/published.txt`: addresses that must not die. */
  readonly published: readonly string[];
  /** Changes whenever a file does. */
  readonly stamp: string;
}

/** The list of published addresses, in the folder `content/`. */
export const PUBLISHED = 'published.txt';

interface Cached<Name extends CollectionName> {
  readonly stamp: string;
  readonly reading: Reading<Name>;
}

/** Parsed files by path: after an edit in development, only the changed file is parsed again. */
const cache = new Map<string, Cached<CollectionName>>();

function readFile<Name extends CollectionName>(
  name: Name,
  id: string,
  file: string,
  path: string,
): Cached<Name> {
  const { mtimeMs, size } = statSync(path);
  const stamp = `${mtimeMs}:${size}`;
  // A path belongs to one collection.
  const cached = cache.get(path) as Cached<Name> | undefined;
  if (cached?.stamp === stamp) return cached;
  const read = { stamp, reading: readEntry(name, id, file, readFileSync(path)) };
  cache.set(path, read);
  return read;
}

function misplaced(file: string, found: string, expected: string, near?: string): Problem {
  return { rule: 'file', file, line: 0, column: 0, field: 'place', found, expected, nearest: near };
}

/** Adds the nearest entry of the right kind to each reference that a schema refused. */
function withNearest(problems: readonly Problem[], keys: readonly string[]): Problem[] {
  return problems.map((problem) => {
    const { among, ...rest } = problem;
    if (!among) return problem;
    const right = keys.filter((key) => among.includes(key.split('/')[0] ?? ''));
    const found = problem.found.replace(/^"|"$/g, '');
    const sameId = right.find((key) => key.split('/')[1] === found.split('/').at(-1));
    return { ...rest, nearest: sameId ?? nearest(found, right) };
  });
}

/** The files of one collection. */
interface Folder<Name extends CollectionName> {
  readonly entries: readonly EntryFile<Name>[];
  readonly problems: readonly Problem[];
  readonly writings: readonly Writing[];
  /** Files that failed to parse, as `collection/id`. */
  readonly unread: readonly string[];
  /** Changes whenever a file does. */
  readonly stamp: string;
}

/**
 * Reads the files of one collection.
 * @param root the folder that holds `content/`
 * @returns the valid entries, sorted by id, and every problem
 */
export function readCollection<Name extends CollectionName>(root: string, name: Name): Folder<Name> {
  const folder = join(root, 'content', name);
  const extension = extensionOf(name);
  const problems: Problem[] = [];
  const entries: EntryFile<Name>[] = [];
  const writings: Writing[] = [];
  const unread: string[] = [];
  const stamps: string[] = [];
  const seen = new Map<string, string>();
  for (const item of existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []) {
    const file = `content/${name}/${item.name}`;
    if (item.name.startsWith('.')) continue;
    if (!item.isFile() || !item.name.endsWith(extension)) {
      const what = item.isFile() ? 'a file of another format' : 'a folder';
      problems.push(misplaced(file, what, `files ending in ${extension}, directly in content/${name}`));
      continue;
    }
    const id = item.name.slice(0, -extension.length);
    const twin = seen.get(id.toLowerCase());
    if (twin !== undefined) {
      // On a host or disk that ignores case, the two pages would have the same address.
      problems.push({
        ...misplaced(file, `an id that differs from ${twin} only by case`, 'an id of its own'),
        rule: 'duplicate',
        field: 'id',
      });
    }
    seen.set(id.toLowerCase(), file);
    const { stamp, reading } = readFile(name, id, file, join(folder, item.name));
    stamps.push(`${file} ${stamp}`);
    problems.push(...reading.problems);
    if (reading.entry) entries.push(reading.entry);
    else {
      unread.push(`${name}/${id}`);
      if (reading.writing) writings.push(reading.writing);
    }
  }
  entries.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { entries, problems, writings, unread, stamp: stamps.sort().join('\n') };
}

/** @returns a problem for each file or folder in `content/` that is not the folder of a collection */
function strayProblems(root: string): Problem[] {
  return readdirSync(join(root, 'content'), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== PUBLISHED)
    .filter((item) => !item.isDirectory() || !(COLLECTIONS as readonly string[]).includes(item.name))
    .map((item) =>
      misplaced(
        `content/${item.name}`,
        item.isDirectory() ? 'a folder that is no collection' : 'a file outside the collections',
        `a folder of ${COLLECTIONS.join(', ')}`,
        nearest(item.name, COLLECTIONS),
      ),
    );
}

/**
 * Reads and validates all content.
 * @param root the folder that holds `content/`
 * @returns the valid entries, sorted by id, and every problem of a single file
 */
export function readContent(root: string): Content {
  const folders = COLLECTIONS.map((name) => [name, readCollection(root, name)] as const);
  const all = folders.map(([, folder]) => folder);
  const entries = Object.fromEntries(folders.map(([name, folder]) => [name, folder.entries]));
  const unread = new Set(all.flatMap((folder) => folder.unread));
  const keys = all.flatMap((folder) => folder.entries.map(({ collection, id }) => `${collection}/${id}`));
  const problems = [...strayProblems(root), ...all.flatMap((folder) => folder.problems)];
  const list = join(root, 'content', PUBLISHED);
  const published = existsSync(list) ? readFileSync(list, 'utf8').trim().split(/\r?\n/) : [];
  return {
    // Each list holds the data of its own collection; Object.fromEntries loses that type.
    entries: entries as unknown as EntryFiles,
    problems: withNearest(problems, [...keys, ...unread]),
    unread,
    writings: all.flatMap((folder) => folder.writings),
    published,
    stamp: [...all.map((folder) => folder.stamp), ...published].join('\n'),
  };
}
