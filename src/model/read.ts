// Reads everything under content/. No other module reads content files.
import { readdirSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { COLLECTIONS, type CollectionName } from './collections.ts';
import type { EntryFile, EntryFiles, Writing } from './entries.ts';
import { decode, readBytes, unreadable } from './file-text.ts';
import { withNearest } from './advice/nearest-reference.ts';
import { fileProblem, nearest, type Problem, type Wrong } from './problems.ts';
import { readEntry, slugOf, type Reading } from './read-entry.ts';

export interface Content {
  readonly entries: EntryFiles;
  readonly problems: readonly Problem[];
  /** Files that failed to parse, as `collection/id`. References to them are not reported as broken. */
  readonly unread: ReadonlySet<string>;
  /** Collections whose folder is not there. */
  readonly absent: readonly CollectionName[];
  /** The prose of the unread files, so that its problems are reported in the same run. */
  readonly writings: readonly Writing[];
  /** The lines of `content/published.txt`: addresses that must not die. `undefined` if there is no such file. */
  readonly published: readonly string[] | undefined;
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

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** @returns what an item of a folder is */
function kindOf(item: Dirent): 'file' | 'folder' | 'symbolic link' | 'pipe or device' {
  if (item.isFile()) return 'file';
  if (item.isDirectory()) return 'folder';
  return item.isSymbolicLink() ? 'symbolic link' : 'pipe or device';
}

/** @returns the items of a folder, or what is wrong with it */
function itemsOf(folder: string): readonly Dirent[] | Wrong {
  try {
    // Hidden files are no content, but a name that is an ending alone is a slip.
    return readdirSync(folder, { withFileTypes: true }).filter(
      ({ name }) => !name.startsWith('.') || /^\.(?:mdx|yaml)$/.test(name),
    );
  } catch (error) {
    return unreadable(error);
  }
}

function readFile<Name extends CollectionName>(
  name: Name,
  id: string,
  file: string,
  path: string,
): Cached<Name> {
  // The file may have gone since its folder was read.
  const stat = statSync(path, { throwIfNoEntry: false });
  const stamp = `${stat?.mtimeMs}:${stat?.size}`;
  // A path belongs to one collection.
  const cached = cache.get(path) as Cached<Name> | undefined;
  if (cached?.stamp === stamp) return cached;
  const bytes = readBytes(path);
  const reading: Reading<Name> =
    'found' in bytes
      ? { entry: undefined, writing: undefined, problems: [fileProblem(file, 'file', bytes)] }
      : readEntry(name, id, file, bytes);
  const read = { stamp, reading };
  cache.set(path, read);
  return read;
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

/** The problem of an item that is no file of its collection. @param like true if it may be one with another ending */
function misplaced(name: CollectionName, item: Dirent, extension: string, like: boolean): Problem {
  const kind = kindOf(item);
  const [stem = ''] = item.name.toLowerCase().split('.');
  const right = item.name.endsWith('.yaml') ? `content/reports/${item.name}` : stem + extension;
  return fileProblem(`content/${name}/${item.name}`, 'place', {
    found: kind === 'file' ? 'a file of another format' : `a ${kind}`,
    expected:
      kind === 'symbolic link'
        ? 'the file itself in place of the link'
        : `files ending in ${extension}, directly in content/${name}`,
    nearest: like ? right : undefined,
  });
}

/** Reads the files of one collection. @param root the folder that holds `content/`. @returns entries sorted by id */
export function readCollection<Name extends CollectionName>(root: string, name: Name): Folder<Name> {
  const folder = join(root, 'content', name);
  const extension = name === 'reports' ? '.yaml' : '.mdx';
  const problems: Problem[] = [];
  const entries: EntryFile<Name>[] = [];
  const writings: Writing[] = [];
  const unread: string[] = [];
  const stamps: string[] = [];
  const seen = new Map<string, string>();
  const listed = isFolder(folder) ? itemsOf(folder) : [];
  const items = 'found' in listed ? [] : listed;
  if ('found' in listed) problems.push(fileProblem(`content/${name}`, 'folder', listed));
  for (const item of items) {
    const file = `content/${name}/${item.name}`;
    if (!item.isFile() || !item.name.endsWith(extension)) {
      const [stem = ''] = item.name.toLowerCase().split('.');
      const like = item.isFile() && /\.(?:mdx?|markdown|ya?ml|txt)$/i.test(item.name);
      // References to an entry whose file has a wrong ending are not broken.
      if (like && !items.some((other) => other.name === stem + extension)) unread.push(`${name}/${stem}`);
      problems.push(misplaced(name, item, extension, like));
      continue;
    }
    const id = item.name.slice(0, -extension.length);
    const twin = seen.get(id.toLowerCase());
    if (twin !== undefined) {
      // On a host or disk that ignores case, the two pages would have the same address.
      const found = `an id that differs from ${twin} only by case`;
      const problem = fileProblem(file, 'id', { found, expected: 'an id of its own' });
      problems.push({ ...problem, rule: 'duplicate' });
    }
    seen.set(id.toLowerCase(), file);
    const { stamp, reading } = readFile(name, id, file, join(folder, item.name));
    stamps.push(`${file} ${stamp}`);
    problems.push(...reading.problems);
    if (reading.entry) entries.push(reading.entry);
    else {
      // References mean the entry by its right name.
      unread.push(`${name}/${slugOf(id) ?? id}`);
      if (reading.writing) writings.push(reading.writing);
    }
  }
  entries.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { entries, problems, writings, unread, stamp: stamps.sort().join('\n') };
}

const STRAY: Readonly<Record<string, string>> = {
  folder: 'a folder that is no collection',
  file: 'a file outside the collections',
};

/** @returns a problem for each file or folder in `content/` that is not the folder of a collection */
function strayProblems(root: string): Problem[] {
  const items = itemsOf(join(root, 'content'));
  if ('found' in items) {
    const expected =
      'the folder `content`, in the folder in which the command runs or that CONTENT_ROOT names';
    return [fileProblem('content', 'folder', { found: 'no folder that can be read', expected })];
  }
  return items.flatMap((item) => {
    const kind = kindOf(item);
    const collection = COLLECTIONS.find((name) => name === item.name);
    if (kind === 'folder' ? collection : kind === 'file' && item.name === PUBLISHED) return [];
    const file = `content/${item.name}`;
    if (collection)
      return [fileProblem(file, 'place', { found: `a ${kind}`, expected: `a folder content/${collection}` })];
    return [
      fileProblem(file, 'place', {
        found: STRAY[kind] ?? `a ${kind}`,
        expected: `a folder of ${COLLECTIONS.join(', ')}, or the file ${PUBLISHED}`,
        nearest: nearest(item.name, [...COLLECTIONS, PUBLISHED]),
      }),
    ];
  });
}

/** The lines of `content/published.txt`, or what is wrong with it. */
function publishedAddresses(root: string): Pick<Content, 'published' | 'problems'> {
  const path = join(root, 'content', PUBLISHED);
  // A list that is no file is a problem of the folder.
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return { published: undefined, problems: [] };
  const bytes = readBytes(path);
  const text = 'found' in bytes ? bytes : decode(bytes);
  if ('found' in text) {
    const problem = { found: text.found, expected: 'a list of addresses, saved as UTF-8' };
    return { published: [], problems: [fileProblem(`content/${PUBLISHED}`, 'file', problem)] };
  }
  return { published: text.text.split(/\r?\n/).map((line) => line.trim()), problems: [] };
}

/** Reads all content. @param root the folder that holds `content/`. @returns it with every problem of a single file */
export function readContent(root: string): Content {
  const folders = COLLECTIONS.map((name) => [name, readCollection(root, name)] as const);
  const all = folders.map(([, folder]) => folder);
  // Each list holds the data of its own collection; Object.fromEntries loses that type.
  const entries = Object.fromEntries(
    folders.map(([name, folder]) => [name, folder.entries]),
  ) as unknown as EntryFiles;
  const unread = new Set(all.flatMap((folder) => folder.unread));
  const { published, problems: unlisted } = publishedAddresses(root);
  const problems = [...strayProblems(root), ...unlisted, ...all.flatMap((folder) => folder.problems)];
  return {
    entries,
    problems: withNearest(problems, entries, unread),
    unread,
    absent: COLLECTIONS.filter((name) => !isFolder(join(root, 'content', name))),
    writings: all.flatMap((folder) => folder.writings),
    published,
    stamp: [...all.map((folder) => folder.stamp), ...(published ?? [])].join('\n'),
  };
}
