// The compressed size of files of the built site, and which of them exceed a limit.
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DIST } from './project.ts';

export const KB = 1024;

const sizes = new Map<string, number>();

/** The bytes of some data after gzip. */
export const gzipped = (data: string | Buffer): number => gzipSync(data, { level: 9 }).length;

/** The bytes of a file of the output after gzip. */
export function size(path: string): number {
  const known = sizes.get(path) ?? gzipped(readFileSync(join(DIST, path)));
  sizes.set(path, known);
  return known;
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** The files over a limit, each as "index.html: 31,000 bytes, 280 over 30,720". */
export function breaches(limit: number, weights: Readonly<Record<string, number>>, unit = 'bytes'): string[] {
  const words = (number: number): string => number.toLocaleString('en-GB');
  return Object.entries(weights)
    .filter(([, weight]) => weight > limit)
    .map(
      ([path, weight]) => `${path}: ${words(weight)} ${unit}, ${words(weight - limit)} over ${words(limit)}`,
    );
}

/** The file that an address on a page leads to. The 404 page of a site with a public address has rooted paths. */
export function fileAt(page: string, address: string): string {
  return posix.join(posix.dirname(page), address).replace(/^\/+/, '');
}
