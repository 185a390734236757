// `npm run precompress -- FOLDER`: puts a .br and a .gz beside each text of a copy of the site, for hosts that
// send such files as they are. Not part of every build: nobody needs them on a disk or in the archive.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { files } from '../output/files.ts';

const TEXT = /\.(?:html|css|js|json|csv|geojson|svg|txt|xml)$/;

/** Smaller files gain nothing: they fit a packet as they are. In bytes. */
const SMALL = 1000;

/** The ends of the names of compressed files, and what makes them. */
export const ENCODINGS = ['br', 'gz'] as const;

/** RFC 1952, 2.3.1: the byte that names the system, and the value that names none. */
const SYSTEM = { at: 9, unknown: 255 };

async function compressed(bytes: Uint8Array): Promise<Record<(typeof ENCODINGS)[number], Buffer>> {
  const br = await promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  const gz = await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION });
  gz[SYSTEM.at] = SYSTEM.unknown;
  return { br, gz };
}

/** The texts of a folder that a server is asked for: not those that hand an index file to a page from disk. */
function texts(dir: string): string[] {
  const all = files(dir);
  const known = new Set(all);
  return all.filter((path) => TEXT.test(path) && !(path.endsWith('.js') && known.has(path.slice(0, -3))));
}

/**
 * Compresses the texts of a folder: the same bytes on every machine.
 * @returns how many files were written, and what the texts weigh, as they are and with Brotli, in bytes
 */
export async function precompress(dir: string): Promise<{ files: number; plain: number; brotli: number }> {
  const total = { files: 0, plain: 0, brotli: 0 };
  const rest = texts(dir);
  const lane = async (): Promise<void> => {
    for (let path = rest.pop(); path !== undefined; path = rest.pop()) {
      const file = join(dir, path);
      const bytes = await readFile(file);
      if (bytes.length < SMALL) continue;
      const made = await compressed(bytes);
      for (const encoding of ENCODINGS) await writeFile(`${file}.${encoding}`, made[encoding]);
      total.files += ENCODINGS.length;
      total.plain += bytes.length;
      total.brotli += made.br.length;
    }
  };
  // As many as Node compresses at a time.
  await Promise.all(Array.from({ length: 4 }, lane));
  return total;
}

if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  if (!folder || !existsSync(join(folder, 'index.html'))) {
    console.error('Usage: npm run precompress -- FOLDER, a copy of the built site.');
    process.exitCode = 1;
  } else {
    const { files: count, plain, brotli } = await precompress(resolve(folder));
    const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
    console.log(`${count} files written; ${megabytes(plain)} of text are ${megabytes(brotli)} with Brotli.`);
  }
}
