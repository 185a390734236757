// The files of Pagefind's index, as the engine unpacks them: gzip, and a signature before the content.
import { gunzipSync, gzipSync } from 'node:zlib';
import { SIGNATURE } from '../search/list.ts';

/** What a file of Pagefind's holds, in CBOR. @throws where it has another signature */
export function unpackFile(stored: Uint8Array): Uint8Array {
  const bytes = gunzipSync(stored);
  const found = bytes.toString('latin1', 0, SIGNATURE.length);
  if (found !== SIGNATURE)
    throw new Error(`Pagefind: a file of its index begins with “${found}”, not with “${SIGNATURE}”.`);
  return bytes.subarray(SIGNATURE.length);
}

/** The file that holds these bytes of CBOR, one part after the other. */
export function packFile(parts: readonly Uint8Array[]): Uint8Array {
  return gzipSync(Buffer.concat([Buffer.from(SIGNATURE), ...parts]), { level: 9 });
}
