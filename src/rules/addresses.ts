// Rules for addresses: no entry takes the address of another page, and once published, a page keeps its address or leads
// on from it.
import { COLLECTIONS } from '../model/collections.ts';
import { formerPage, pageAddress, type PageRef } from '../model/content-links.ts';
import { filesOf, type EntryFiles } from '../model/entries.ts';
import { fieldAt, fileProblem, nearest, shown, type Problem } from '../model/problems.ts';
import { PUBLISHED, type Content } from '../model/read.ts';
import { MDX_COLLECTIONS, refKey } from '../model/references.ts';

/** The pages at the root of the site that are no entries (`src/pages/`). */
export const OWN_PAGES = ['404', 'data', 'index', 'offline', 'search', 'whole'];

/** Names that Windows gives to devices: no file can have them there. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** The old addresses of entries, each with the entry that it leads to and its place among the entry's `formerly`. */
const formersOf = (files: EntryFiles) =>
  filesOf(files, MDX_COLLECTIONS).flatMap((entry) =>
    entry.data.formerly.map(({ id }, index) => ({ old: formerPage(entry.collection, id), entry, index })),
  );

/** What entries are called now, by the `collection/id` that they had before. */
export function movedPages(files: EntryFiles): Map<string, string> {
  return new Map(formersOf(files).map(({ old, entry }) => [refKey(old), refKey(entry)]));
}

/** Checks `formerly`: an old address leads to one entry, and no page stands there. */
function* formerProblems(files: EntryFiles, unread: ReadonlySet<string>): Iterable<Problem> {
  const taken = new Map(filesOf(files, MDX_COLLECTIONS).map((entry) => [refKey(entry), entry.file]));
  for (const key of unread) taken.set(key, 'an entry with problems');
  for (const { old, entry, index } of formersOf(files)) {
    const key = refKey(old);
    const own = OWN_PAGES.includes(old.id) && (old.collection === 'pages' || old.id === 'index');
    const other = own ? 'a page of the site itself' : taken.get(key);
    taken.set(key, `an old id of ${entry.file}`);
    if (other === undefined) continue;
    const at = fieldAt(entry, ['formerly', index, 'id']);
    const expected = 'an id that no entry has, and that stands once under `formerly`';
    yield { rule: 'duplicate', ...at, found: `${shown(key)}, which is ${other}`, expected };
  }
}

/** @returns what stands at the address of an entry already, if anything does */
function takenBy({ collection, id }: PageRef): string | undefined {
  if (id === 'index') return `the index of ${collection}`;
  if (DEVICES.test(id)) return 'a device of Windows';
  if (collection !== 'pages') return undefined;
  if (OWN_PAGES.includes(id)) return 'a page that the site makes itself';
  return COLLECTIONS.some((name) => name === id) ? 'a folder of pages' : undefined;
}

/** Finds entries with the name of another page or of a device. */
function* takenAddresses({ entries, unread }: Content): Iterable<Problem> {
  for (const key of [...filesOf(entries, MDX_COLLECTIONS).map(refKey), ...unread]) {
    const [folder, id = ''] = key.split('/');
    const collection = MDX_COLLECTIONS.find((name) => name === folder);
    const other = collection && takenBy({ collection, id });
    const wrong = { found: `${id}, the name of ${other}`, expected: 'another name' };
    if (other) yield { ...fileProblem(`content/${key}.mdx`, 'file name', wrong), rule: 'address' };
  }
}

/** The paths of all entries' pages, and of the pages that lead on from old addresses: `people/gladkov.html`. */
function currentAddresses(files: EntryFiles): string[] {
  const pages: PageRef[] = [...filesOf(files, MDX_COLLECTIONS), ...formersOf(files).map(({ old }) => old)];
  return pages.map((page) => pageAddress(page).slice(1));
}

const LIST = { rule: 'address', file: `content/${PUBLISHED}`, column: 1, field: 'address' } as const;

/** Checks that old addresses are told apart, and that none of the published addresses leads nowhere. */
export function* addressProblems(content: Content): Iterable<Problem> {
  const { entries, unread, published = [] } = content;
  yield* takenAddresses(content);
  yield* formerProblems(entries, unread);
  // A file that failed to parse may have an address under `formerly`.
  if (unread.size > 0) return;
  const current = currentAddresses(entries);
  const dead = new Set(published).difference(new Set(['', ...current]));
  for (const [index, address] of published.entries()) {
    if (!dead.has(address)) continue;
    const isAddress = /^(?:[a-z-]+\/)?[\w-]+\.html$/.test(address);
    // `content/groups/x.mdx`, `/groups/x` and a whole web address mean `groups/x.html`.
    const [, path] = /^\S*?((?:[a-z-]+\/)?[\w-]+)(?:\.\w+)?\/?(?:[?#]\S*)?$/.exec(address) ?? [];
    yield {
      ...LIST,
      line: index + 1,
      found: isAddress ? `${shown(address)}, where nothing is any more` : shown(address),
      expected: isAddress
        ? 'an entry there, or its old id under `formerly` of the entry that took its place'
        : 'one address a line, from the root of the site, such as people/gladkov.html',
      nearest: nearest(isAddress ? address : `${path ?? ''}.html`, current),
    };
  }
}

/** Finds a list of published addresses that is not there or is empty: no address is then kept alive. */
export function listWarnings({ published }: Content): Problem[] {
  if (published?.some((address) => address !== '')) return [];
  const expected =
    'the list of the last release; `npm run check -- --publish` adds the addresses of new entries';
  const found = published ? 'an empty list of published addresses' : 'no such file';
  return [{ ...LIST, line: 0, found, expected }];
}

/** The text of the list of published addresses, with those of this content added. */
export function publishedText({ entries, published = [] }: Content): string {
  const all = new Set([...published.filter((address) => address !== ''), ...currentAddresses(entries)]);
  return `${[...all].sort().join('\n')}\n`;
}
