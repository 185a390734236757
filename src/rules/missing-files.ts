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

/** @returns the collections that a file refers to, one for each reference */
function referencesOf(file: EntryFile): CollectionName[] {
  const blocks = [...file.lede.blocks, ...file.prose.blocks, ...file.prose.headings];
  return [
    ...[...fieldsOf(file.data)].flatMap(([, value]): CollectionName[] =>
      isEntryRef(value) || isReportRef(value) ? [value.collection] : [],
    ),
    ...blocks.flatMap(({ links, citations }) => [
      ...links.flatMap(({ url }) => resolveContentLink(file.collection, url)?.collection ?? []),
      ...citations.map((): CollectionName => 'reports'),
    ]),
  ];
}

function folderProblems({ entries, absent, problems }: Content): Problem[] {
  // Without any content, that is the one problem.
  if (absent.length === 0 || problems.some(({ file }) => file === 'content')) return [];
  const references = Map.groupBy(filesOf(entries, COLLECTIONS).flatMap(referencesOf), (name) => name);
  return absent.flatMap((name): Problem[] => {
    const number = references.get(name)?.length ?? 0;
    if (number === 0 && name !== 'pages') return [];
    const found = `no such folder, and ${counted(number, 'reference')} to what was in it`;
    return [fileProblem(`content/${name}`, 'folder', { found, expected: 'the folder' })];
  });
}

function requiredProblems({ entries, unread, absent }: Content): Problem[] {
  const ids = new Set(entries.pages.map(({ id }) => id));
  return Object.entries(REQUIRED)
    .filter(([id]) => !ids.has(id) && !unread.has(`pages/${id}`) && !absent.includes('pages'))
    .map(([id, expected]) =>
      fileProblem(`content/pages/${id}.mdx`, 'file', { found: 'no such file', expected }),
    );
}

/** Finds folders and pages that are not there. */
export function missingFiles(content: Content): Problem[] {
  return [...folderProblems(content), ...requiredProblems(content)];
}
