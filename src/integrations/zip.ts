// Zip files that are written while they are made, so that no more than one file of them is held in memory.
// fflate knows the format (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT); zlib, which comes with
// Node, compresses several times as fast as a script does.
import { closeSync, openSync, writeSync } from 'node:fs';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { Zip, type AsyncFlateStreamHandler, type ZipInputFile } from 'fflate';

/** The earliest moment a zip can hold, told in local time as zips do: the same bytes whenever it is made. */
const MOMENT = new Date(1980, 0, 1, 0, 0, 0);

/** The methods of APPNOTE.TXT, 4.4.5. */
const METHOD = { stored: 0, deflated: 8 } as const;

const NOTHING = new Uint8Array(0);

export interface ZipEntry {
  /** Its path in the zip. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Whether it is kept as it is. */
  readonly stored?: boolean;
}

/** A file that is compressed before fflate asks for it. */
class Packed implements ZipInputFile {
  readonly filename: string;
  readonly size: number;
  readonly crc: number;
  readonly compression: number;
  readonly mtime = MOMENT;
  ondata?: AsyncFlateStreamHandler;
  #packed: Uint8Array<ArrayBuffer>;

  constructor({ name, bytes, stored = false }: ZipEntry) {
    this.filename = name;
    this.size = bytes.byteLength;
    this.crc = crc32(bytes);
    this.compression = stored ? METHOD.stored : METHOD.deflated;
    this.#packed = stored ? bytes : deflateRawSync(bytes, { level: constants.Z_DEFAULT_COMPRESSION });
  }

  /** Hands it over: fflate keeps every file until the end, but not what was in it. */
  push(): void {
    const packed = this.#packed;
    this.#packed = NOTHING;
    this.ondata?.(null, packed, true);
  }
}

/**
 * Writes a zip.
 * @param entries read one after the other
 * @returns its size in bytes
 */
export function writeZip(path: string, entries: Iterable<ZipEntry>): number {
  const file = openSync(path, 'w');
  let size = 0;
  try {
    const zip = new Zip((error, data) => {
      if (error) throw error;
      size += writeSync(file, data);
    });
    for (const entry of entries) {
      const packed = new Packed(entry);
      zip.add(packed);
      packed.push();
    }
    zip.end();
  } finally {
    closeSync(file);
  }
  return size;
}
