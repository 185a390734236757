// Writes SHA256SUMS, the hash of every file, and the whole site as one zip file.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import render from 'dom-serializer';
import { DomUtils, parseDocument } from 'htmlparser2';
import { files } from './files.ts';
import { sha256 } from '../util/sha256.ts';
import { zipped } from './zip.ts';

/** The list of hashes, in the format of `sha256sum -c`. */
export const SUMS = 'SHA256SUMS';

/** The site as one zip file. */
export const ARCHIVE = 'claimed-and-denied.zip';

/** The page that offers the zip file. */
const OFFLINE_PAGE = 'offline.html';

/** The folder in the zip file that contains the site. */
const FOLDER = 'claimed-and-denied';

/** The files that this step of the build adds. SHA256SUMS does not list them. */
export const ADDED = [SUMS, ARCHIVE, `${ARCHIVE}.sha256`];

type Contents = ReadonlyMap<string, Buffer<ArrayBuffer>>;

/** The files of a built site that SHA256SUMS lists, by their paths. */
const listedFiles = (dir: string): Contents =>
  new Map(
    files(dir)
      .filter((path) => !ADDED.includes(path))
      .map((path) => [path, readFileSync(join(dir, path))]),
  );

const sumsOf = (contents: Contents): string =>
  [...contents].map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`).join('');

/** The text of SHA256SUMS for a built site. */
export const sums = (dir: string): string => sumsOf(listedFiles(dir));

/** Compares a copy of the site with its SHA256SUMS. @returns a line for each difference */
export function sumProblems(dir: string): string[] {
  const hashes = (text: string): ReadonlyMap<string, string> =>
    new Map(Array.from(text.matchAll(/^(.{64}) {2}(.*)$/gm), ([, hash = '', path = '']) => [path, hash]));
  const listed = hashes(readFileSync(join(dir, SUMS), 'utf8'));
  const present = hashes(sums(dir));
  return [
    ...[...present.keys()].filter((path) => !listed.has(path)).map((path) => `${path}: not in the list`),
    ...[...listed]
      .filter(([path, hash]) => present.get(path) !== hash)
      .map(([path]) => `${path}: ${present.has(path) ? 'changed' : 'missing'}`),
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

/**
 * Writes the zip file, its hash and SHA256SUMS into a built site. The zip file contains its own SHA256SUMS and a
 * variant of the offline page that does not offer the zip file.
 */
export function writeOfflineCopy(dir: string): void {
  const page = join(dir, OFFLINE_PAGE);
  const html = readFileSync(page, 'utf8');
  const listed = listedFiles(dir);

  const inside = new Map(listed).set(OFFLINE_PAGE, Buffer.from(offlinePage(html, 'inside', '')));
  inside.set(SUMS, Buffer.from(sumsOf(inside)));
  const archive = zipped([...inside].map(([path, bytes]) => [`${FOLDER}/${path}`, bytes]));
  writeFileSync(join(dir, ARCHIVE), archive);
  writeFileSync(join(dir, `${ARCHIVE}.sha256`), `${sha256(archive)}  ${ARCHIVE}\n`);

  const online = offlinePage(html, 'online', `${(archive.length / 1_000_000).toFixed(1)} MB`);
  writeFileSync(page, online);
  writeFileSync(join(dir, SUMS), sumsOf(new Map(listed).set(OFFLINE_PAGE, Buffer.from(online))));
}
