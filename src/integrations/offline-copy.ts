// What can be taken away: a list of every file with its hash, and the whole site as one .zip.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { load } from 'cheerio';
import { files } from '../output/files.ts';
import { writeZip } from './zip.ts';

/** The list of hashes, in the form that `sha256sum -c` reads. */
export const SUMS = 'SHA256SUMS';

/** The site as one file. */
export const ARCHIVE = 'claimed-and-denied.zip';

/** The page that offers the archive. */
export const OFFLINE_PAGE = 'offline.html';

/** The folder everything lies in once the archive is unpacked. */
const FOLDER = 'claimed-and-denied';

function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The hash of a file. */
const fileHash = (path: string): string => sha256(readFileSync(path));

/** A line of the hash list. */
const sumOf = (dir: string, path: string): string => `${fileHash(join(dir, path))}  ${path}\n`;

/** The lines of a hash list: every file of a folder but the list itself and the archive. */
export function sums(dir: string): string {
  return files(dir)
    .filter((path) => ![SUMS, ARCHIVE, `${ARCHIVE}.sha256`].includes(path))
    .map((path) => sumOf(dir, path))
    .join('');
}

/** Whether a file is what a precompressed copy of a listed file should be (src/commands/precompress.ts). */
function isCompressed(dir: string, path: string, listed: ReadonlyMap<string, string>): boolean {
  const unpack = { '.br': brotliDecompressSync, '.gz': gunzipSync }[path.slice(-3)];
  const hash = listed.get(path.slice(0, -3));
  if (!unpack || hash === undefined) return false;
  try {
    return sha256(unpack(readFileSync(join(dir, path)))) === hash;
  } catch {
    return false;
  }
}

/** What a copy of the site differs in from its list of hashes; empty where it is whole. */
export function sumProblems(dir: string): string[] {
  const listed = new Map(
    readFileSync(join(dir, SUMS), 'utf8')
      .trim()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)] as const),
  );
  const present = files(dir).filter((path) => ![SUMS, ARCHIVE, `${ARCHIVE}.sha256`].includes(path));
  return [
    ...present
      .filter((path) => !listed.has(path) && !isCompressed(dir, path, listed))
      .map((path) => `${path}: not in the list`),
    ...[...listed].flatMap(([path, hash]) => {
      if (!present.includes(path)) return [`${path}: missing`];
      return fileHash(join(dir, path)) === hash ? [] : [`${path}: changed`];
    }),
  ];
}

/** "4.2 MB". */
function size(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/**
 * Writes the archive, its hash and the list of hashes into a built site. The copy of the page inside the
 * archive does not offer the archive again.
 * @returns the archive's size in bytes
 */
export function writeOfflineCopy(dir: string): number {
  const page = join(dir, OFFLINE_PAGE);
  const html = readFileSync(page, 'utf8');
  const online = load(html);
  const inside = load(html);
  online('[data-copy="inside"]').remove();
  inside('[data-copy="online"]').remove();

  writeFileSync(page, inside.html());
  const within = sums(dir);
  const pageWithin = sumOf(dir, OFFLINE_PAGE);
  writeFileSync(join(dir, SUMS), within);
  const archive = join(dir, ARCHIVE);
  const bytes = writeZip(
    archive,
    files(dir)
      .filter((path) => path !== ARCHIVE)
      .values()
      .map((path) => ({ name: `${FOLDER}/${path}`, bytes: readFileSync(join(dir, path)) })),
  );

  online('[data-copy-size]').text(size(bytes));
  writeFileSync(page, online.html());
  writeFileSync(`${archive}.sha256`, `${fileHash(archive)}  ${ARCHIVE}\n`);
  // Nothing else differs between the copy and the site.
  writeFileSync(
    join(dir, SUMS),
    within.replace(pageWithin, () => sumOf(dir, OFFLINE_PAGE)),
  );
  return bytes;
}

export function offlineCopy(): AstroIntegration {
  return {
    name: 'offline-copy',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        logger.info(`${ARCHIVE}: ${size(writeOfflineCopy(fileURLToPath(dir)))}`);
      },
    },
  };
}
