// Writes SHA256SUMS, the hash of every file, and the whole site as one zip file.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { load } from 'cheerio';
import { files } from '../output/files.ts';
import { sha256 } from '../util/sha256.ts';
import { writeZip } from './zip.ts';

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
  return listedFiles(dir)
    .map((path) => `${sha256(readFileSync(join(dir, path)))}  ${path}\n`)
    .join('');
}

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

/** "4.2 MB". */
const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/**
 * Writes the zip file, its hash and SHA256SUMS into a built site. The zip file contains its own SHA256SUMS and a
 * variant of the offline page that does not offer the zip file.
 * @returns the size of the zip file in bytes
 */
export function writeOfflineCopy(dir: string): number {
  const page = join(dir, OFFLINE_PAGE);
  const html = readFileSync(page, 'utf8');
  const online = load(html);
  const inside = load(html);
  online('[data-copy="inside"]').remove();
  inside('[data-copy="online"]').remove();

  writeFileSync(page, inside.html());
  writeFileSync(join(dir, SUMS), sums(dir));
  const archive = join(dir, ARCHIVE);
  const bytes = writeZip(
    archive,
    [...listedFiles(dir), SUMS].map((path) => ({
      name: `${FOLDER}/${path}`,
      bytes: readFileSync(join(dir, path)),
    })),
  );
  writeFileSync(`${archive}.sha256`, `${sha256(readFileSync(archive))}  ${ARCHIVE}\n`);

  online('[data-copy-size]').text(megabytes(bytes));
  writeFileSync(page, online.html());
  writeFileSync(join(dir, SUMS), sums(dir));
  return bytes;
}

export function offlineCopy(): AstroIntegration {
  return {
    name: 'offline-copy',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        logger.info(`${ARCHIVE}: ${megabytes(writeOfflineCopy(fileURLToPath(dir)))}`);
      },
    },
  };
}
