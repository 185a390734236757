// Reads everything under content/: the only place that touches the file system on the way in.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { COLLECTIONS, extensionOf, type CollectionName } from './collections.ts';
import type { EntryFile, EntryFiles, Writing } from './entries.ts';
import { nearest, type Problem } from './problems.ts';
import { readEntry, type Reading } from './read-entry.ts';

export interface Content {
  readonly entries: EntryFiles;
  readonly problems: readonly Problem[];
  /** Files that exist but could not be read, as `collection/id`: references to them are not broken. */
  readonly unread: ReadonlySet<string>;
  /** What is known of the prose of those files, so that its problems are told in the same run. */
  readonly writings: readonly Writing[];
  /** Changes whenever any file does. */
  readonly stamp: string;
}

interface Cached {
  readonly stamp: string;
  readonly reading: Reading<CollectionName>;
}

const KEY = Symbol.for('claimed-and-denied.files');

/**
 * Files read before, by path: an edit in development rereads one file, not all. On the global object, since
 * Astro evaluates its configuration, the collections and the pages apart, and each would read all again.
 */
const cache = ((globalThis as { [KEY]?: Map<string, Cached> })[KEY] ??= new Map<string, Cached>());

function readFile(name: CollectionName, id: string, file: string, path: string): Cached {
  const { mtimeMs, size } = statSync(path);
  const stamp = `${mtimeMs}:${size}`;
  const cached = cache.get(path);
  if (cached?.stamp === stamp) return cached;
  const read = { stamp, reading: readEntry(name, id, file, readFileSync(path)) };
  cache.set(path, read);
  return read;
}

function misplaced(file: string, found: string, expected: string, near?: string): Problem {
  return { rule: 'file', file, line: 0, column: 0, field: 'place', found, expected, nearest: near };
}

/** Names the nearest entry of the right kind for each reference that a schema refused. */
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

/**
 * Reads and validates all content.
 * @param root the project's folder, which holds `content/`
 * @returns the valid entries, sorted by id, and every problem found on the way
 */
export function readContent(root: string): Content {
  const problems: Problem[] = [];
  const unread = new Set<string>();
  const writings: Writing[] = [];
  const stamps: string[] = [];
  const entries = Object.fromEntries(COLLECTIONS.map((name) => [name, []])) as unknown as Record<
    CollectionName,
    EntryFile[]
  >;
  const base = join(root, 'content');
  for (const folder of readdirSync(base, { withFileTypes: true })) {
    const name = folder.name as CollectionName;
    if (folder.name.startsWith('.')) continue;
    if (!folder.isDirectory() || !COLLECTIONS.includes(name)) {
      const what = folder.isDirectory() ? 'a folder that is no collection' : 'a file outside the collections';
      problems.push(
        misplaced(
          `content/${folder.name}`,
          what,
          `a folder of ${COLLECTIONS.join(', ')}`,
          nearest(folder.name, COLLECTIONS),
        ),
      );
      continue;
    }
    const seen = new Map<string, string>();
    for (const item of readdirSync(join(base, name), { withFileTypes: true })) {
      const file = `content/${name}/${item.name}`;
      const extension = extensionOf(name);
      if (item.name.startsWith('.')) continue;
      if (!item.isFile() || !item.name.endsWith(extension)) {
        problems.push(
          misplaced(
            file,
            item.isFile() ? 'a file of another format' : 'a folder',
            `files ending in ${extension}, directly in content/${name}`,
          ),
        );
        continue;
      }
      const id = item.name.slice(0, -extension.length);
      const twin = seen.get(id.toLowerCase());
      if (twin !== undefined) {
        // Hosts and disks that ignore case would show one of the two pages for both.
        problems.push({
          ...misplaced(file, `an id that differs from ${twin} only by case`, 'an id of its own'),
          rule: 'duplicate',
          field: 'id',
        });
      }
      seen.set(id.toLowerCase(), file);
      const { stamp, reading } = readFile(name, id, file, join(base, name, item.name));
      stamps.push(`${file} ${stamp}`);
      problems.push(...reading.problems);
      if (reading.entry) entries[name].push(reading.entry);
      else {
        unread.add(`${name}/${id}`);
        if (reading.writing) writings.push(reading.writing);
      }
    }
    entries[name].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
  const keys = [
    ...Object.values(entries).flatMap((list) => list.map(({ collection, id }) => `${collection}/${id}`)),
    ...unread,
  ];
  // Each list was filled from its own collection's folder by its own schema.
  return {
    entries: entries as unknown as EntryFiles,
    problems: withNearest(problems, keys),
    unread,
    writings,
    stamp: stamps.sort().join('\n'),
  };
}
