// Zip files with the same bytes on every machine (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT).
import { writeFileSync } from 'node:fs';
import { zipSync, type Zippable } from 'fflate';

/** The earliest time a zip file can hold. Zip times are local times, so this one too. */
const MTIME = new Date(1980, 0, 1);

export interface ZipEntry {
  /** The path in the zip file. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** True to store the file without compression. */
  readonly stored?: boolean;
}

/** Writes a zip file. @returns its size in bytes */
export function writeZip(path: string, entries: Iterable<ZipEntry>): number {
  const content: Zippable = {};
  for (const { name, bytes, stored } of entries) content[name] = [bytes, { level: stored ? 0 : 6 }];
  const zip = zipSync(content, { mtime: MTIME });
  writeFileSync(path, zip);
  return zip.length;
}
