// Rules for the content as a whole: its folders and its home page are there, and no id takes the address of another page.
import type { PageRef } from '../model/content-links.ts';
import { COLLECTIONS, type CollectionName } from '../model/collections.ts';
import type { EntryFile } from '../model/entries.ts';
import type { Problem } from '../model/problems.ts';
import type { Content } from '../model/read.ts';
import { fieldsOf, isEntryRef, isReportRef, MDX_COLLECTIONS } from '../model/references.ts';
import { resolveContentLink } from '../model/content-links.ts';
import { OWN_PAGES } from './addresses.ts';
import { counted } from '../util/counted.ts';

/** Names that Windows gives to devices: no file can have them there. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

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
  const files = COLLECTIONS.flatMap((name): readonly EntryFile[] => entries[name]);
  const references = Map.groupBy(files.flatMap(referencesOf), (name) => name);
  return absent.flatMap((name): Problem[] => {
    const number = references.get(name)?.length ?? 0;
    if (number === 0 && name !== 'pages') return [];
    const found = `no such folder, and ${counted(number, 'reference')} to what was in it`;
    return [
      {
        rule: 'file',
        file: `content/${name}`,
        line: 0,
        column: 0,
        field: 'folder',
        found,
        expected: 'the folder',
      },
    ];
  });
}

function requiredProblems({ entries, unread, absent }: Content): Problem[] {
  const ids = new Set(entries.pages.map(({ id }) => id));
  return Object.entries(REQUIRED)
    .filter(([id]) => !ids.has(id) && !unread.has(`pages/${id}`) && !absent.includes('pages'))
    .map(([id, what]) => {
      const file = `content/pages/${id}.mdx`;
      return { rule: 'file', file, line: 0, column: 0, field: 'file', found: 'no such file', expected: what };
    });
}

/** @returns what stands at the address of an entry already, if anything does */
function takenBy({ collection, id }: PageRef): string | undefined {
  if (id === 'index') return `the index of ${collection}`;
  if (DEVICES.test(id)) return 'a device of Windows';
  if (collection !== 'pages') return undefined;
  if (OWN_PAGES.includes(id)) return 'a page that the site makes itself';
  return COLLECTIONS.some((name) => name === id) ? 'a folder of pages' : undefined;
}

function addressTaken({ entries, unread }: Content): Problem[] {
  const read = MDX_COLLECTIONS.flatMap((name): readonly PageRef[] => entries[name]);
  const failed = [...unread].flatMap((key): PageRef[] => {
    const [folder, id = ''] = key.split('/');
    const collection = MDX_COLLECTIONS.find((name) => name === folder);
    return collection ? [{ collection, id }] : [];
  });
  return [...read, ...failed].flatMap((page): Problem[] => {
    const other = takenBy(page);
    if (other === undefined) return [];
    const file = `content/${page.collection}/${page.id}.mdx`;
    const found = `${page.id}, the name of ${other}`;
    return [
      { rule: 'address', file, line: 0, column: 0, field: 'file name', found, expected: 'another name' },
    ];
  });
}

/** Checks the content as a whole. */
export function wholeProblems(content: Content): Problem[] {
  return [...folderProblems(content), ...requiredProblems(content), ...addressTaken(content)];
}
