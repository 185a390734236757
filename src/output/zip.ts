// Zip files (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT). The same files give the same bytes, wherever the
// same release of Node runs on the same kind of processor.
import { deflateRawSync } from 'node:zlib';
import { Zip, ZipPassThrough } from 'fflate';

/** The earliest time a zip file can hold. Zip times are local times, so this one too. */
const MTIME = new Date(1980, 0, 1);

/** Files whose own format is compressed: the index of search (gzip), pictures, fonts. */
const COMPRESSED = /\.(?:pf_\w+|pagefind|png|woff2)$/;

/** A file in a zip file, compressed by zlib: fflate's own code takes half as much time again, and more memory. */
class ZlibFile extends ZipPassThrough {
  override compression = 8;
  override mtime = MTIME;

  protected override process(bytes: Uint8Array<ArrayBuffer>, final: boolean): void {
    const level = COMPRESSED.test(this.filename) ? 0 : 6;
    this.ondata(null, deflateRawSync(bytes, { level }), final);
  }
}

/** Packs files, each given by its path and its bytes, into a zip file. */
export function zipped(entries: Iterable<readonly [path: string, bytes: Uint8Array]>): Buffer {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [path, bytes] of entries) {
    const file = new ZlibFile(path);
    zip.add(file);
    file.push(bytes, true);
  }
  zip.end();
  return Buffer.concat(chunks);
}
