// Writes SHA256SUMS, the hash of every file, and the whole site as one zip file.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import render from 'dom-serializer';
import { DomUtils, parseDocument } from 'htmlparser2';
import { files } from '../output/files.ts';
import { sha256 } from '../util/sha256.ts';
import { zipped } from '../output/zip.ts';

/** The list of hashes, in the format of `sha256sum -c`. */
export const SUMS = 'SHA256SUMS';

/** The site as one zip file. */
export const ARCHIVE = 'claimed-and-denied.zip';

/** The page that offers the zip file. */
const OFFLINE_PAGE = 'offline.html';

/** The folder in the zip file that contains the site. */
const FOLDER = 'claimed-and-denied';

/** The files of a built site that SHA256SUMS lists: all but itself and the zip file. */
const listedFiles = (dir: string): string[] =>
  files(dir).filter((path) => ![SUMS, ARCHIVE, `${ARCHIVE}.sha256`].includes(path));

/** The text of SHA256SUMS for a built site. */
export function sums(dir: string): string {
  return sumsText(listedFiles(dir).map((path) => [path, sha256(readFileSync(join(dir, path)))]));
}

const sumsText = (hashes: readonly (readonly [path: string, hash: string])[]): string =>
  hashes.map(([path, hash]) => `${hash}  ${path}\n`).join('');

/** Compares a copy of the site with its SHA256SUMS. @returns a line for each difference */
export function sumProblems(dir: string): string[] {
  const listed = new Map(
    readFileSync(join(dir, SUMS), 'utf8')
      .trim()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)] as const),
  );
  const present = listedFiles(dir);
  return [
    ...present.filter((path) => !listed.has(path)).map((path) => `${path}: not in the list`),
    ...[...listed].flatMap(([path, hash]) => {
      if (!present.includes(path)) return [`${path}: missing`];
      return sha256(readFileSync(join(dir, path))) === hash ? [] : [`${path}: changed`];
    }),
  ];
}

/**
 * Makes one of the two variants of the offline page.
 * @param variant the `data-copy` of the elements to keep
 * @param size what the variant says of the size of the zip file
 */
function offlinePage(html: string, variant: 'online' | 'inside', size: string): string {
  const page = parseDocument(html);
  for (const element of DomUtils.findAll(({ attribs }) => 'data-copy' in attribs, page.children))
    if (element.attribs['data-copy'] !== variant) DomUtils.removeElement(element);
  for (const element of DomUtils.findAll(({ attribs }) => 'data-copy-size' in attribs, page.children))
    element.children = parseDocument(size).children;
  return render(page, { encodeEntities: 'utf8' });
}

/** "4.2 MB". */
const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/**
 * Writes the zip file, its hash and SHA256SUMS into a built site. The zip file contains its own SHA256SUMS and a
 * variant of the offline page that does not offer the zip file.
 */
export function writeOfflineCopy(dir: string): void {
  const page = join(dir, OFFLINE_PAGE);
  const html = readFileSync(page, 'utf8');
  const paths = listedFiles(dir);
  const content = new Map(paths.map((path) => [path, readFileSync(join(dir, path))]));
  const hashes = paths.map((path) => [path, sha256(content.get(path) ?? '')] as const);
  /** SHA256SUMS with another offline page. */
  const sumsWith = (offline: string): string =>
    sumsText(hashes.map(([path, hash]) => [path, path === OFFLINE_PAGE ? sha256(offline) : hash]));

  const inside = offlinePage(html, 'inside', '');
  content.set(OFFLINE_PAGE, Buffer.from(inside)).set(SUMS, Buffer.from(sumsWith(inside)));
  const archive = zipped([...content].map(([path, bytes]) => [`${FOLDER}/${path}`, bytes]));
  writeFileSync(join(dir, ARCHIVE), archive);
  writeFileSync(join(dir, `${ARCHIVE}.sha256`), `${sha256(archive)}  ${ARCHIVE}\n`);

  const online = offlinePage(html, 'online', megabytes(archive.length));
  writeFileSync(page, online);
  writeFileSync(join(dir, SUMS), sumsWith(online));
}
