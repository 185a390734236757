// Rules against missing files: the folders of the content that anything refers to, and the pages that every site has.
import { COLLECTIONS, type CollectionName } from '../model/collections.ts';
import { filesOf, type EntryFile } from '../model/entries.ts';
import { fileProblem, type Problem } from '../model/problems.ts';
import type { Content } from '../model/read.ts';
import { fieldsOf, isEntryRef, isReportRef } from '../model/references.ts';
import { resolveContentLink } from '../model/content-links.ts';
import { counted } from '../util/counted.ts';

/** The pages that every site has. */
const REQUIRED = { home: 'the first page of the site', method: 'how the site was made' };

/** Yields the collections that a file refers to, one for each reference. */
function* referencesOf({ collection, data, lede, prose }: EntryFile): Iterable<CollectionName | undefined> {
  for (const [, value] of fieldsOf(data)) if (isEntryRef(value) || isReportRef(value)) yield value.collection;
  for (const { links, citations } of [...lede.blocks, ...prose.blocks, ...prose.headings]) {
    yield* links.map(({ url }) => resolveContentLink(collection, url)?.collection);
    yield* citations.map(() => 'reports' as const);
  }
}

/** Finds folders and pages that are not there. */
export function* missingFiles({ entries, unread, absent, problems }: Content): Iterable<Problem> {
  // Without any content, that is the one problem.
  if (absent.length > 0 && !problems.some(({ file }) => file === 'content')) {
    const references = filesOf(entries, COLLECTIONS).flatMap((file) => [...referencesOf(file)]);
    for (const name of absent) {
      const { length } = references.filter((collection) => collection === name);
      const found = `no such folder, and ${counted(length, 'reference')} to what was in it`;
      if (length > 0 || name === 'pages')
        yield fileProblem(`content/${name}`, 'folder', { found, expected: 'the folder' });
    }
  }
  if (absent.includes('pages')) return;
  const pages = new Set([...entries.pages.map(({ id }) => `pages/${id}`), ...unread]);
  for (const [id, expected] of Object.entries(REQUIRED))
    if (!pages.has(`pages/${id}`))
      yield fileProblem(`content/pages/${id}.mdx`, 'file', { found: 'no such file', expected });
}
