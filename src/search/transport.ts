// Where the search's files are, and the two ways to fetch them. The build puts `fetch` of this module in the
// place of the browser's in the whole bundle, so that engine, interface and results are the same everywhere.
//
// A server hands out the files as they are. A page from disk may fetch nothing, but it may load scripts:
// beside each file stands one that holds the file's bytes in base64. One way for both, the scripts, would
// need half as many files. It was measured and not taken: what a first search needs of the index weighs 34 %
// more as scripts. Compression brings that down to 1 %, but not every server compresses. `npm run
// measure:search` measures it again.
import names from 'search-file-names';
import { readList } from './list.ts';

const script = document.currentScript;
if (!(script instanceof HTMLScriptElement)) throw new Error('The search script runs as a classic script.');

/** The folder that holds the index, with a slash at its end. */
export const bundleUrl = new URL('.', script.src);

/** Where a file lies. @param path as Pagefind names it, seen from the folder of the index */
export function fileUrl(path: string): URL {
  return new URL(names[path] ?? path, bundleUrl);
}

/**
 * Hears `missing` for each file that could not be had. The engine passes over a part of its index that does
 * not come, and merely finds less.
 */
export const files = new EventTarget();

/** A script beside an index file leaves the file's bytes on its own element. */
type Handover = HTMLScriptElement & { base64?: string };

function bytes(base64: string): Uint8Array<ArrayBuffer> {
  // Chromium has it since 140, Firefox since 133.
  const decode: typeof Uint8Array.fromBase64 | undefined = Uint8Array.fromBase64;
  return decode ? decode(base64) : Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function fromDisk(file: URL): Promise<Response> {
  const holder: Handover = document.createElement('script');
  holder.src = `${file.href}.js`;
  return new Promise<Response>((resolve, reject) => {
    holder.onload = () => resolve(new Response(bytes(holder.base64 ?? '')));
    holder.onerror = () => reject(new TypeError(`${holder.src} cannot be loaded`));
    document.head.append(holder);
  }).finally(() => holder.remove());
}

/**
 * Stands in for the browser's `fetch` in the engine.
 * @param address a file as seen from the folder of the index, with a slash before it
 * @throws where the file cannot be had, after saying so to `files`
 */
export async function fetch(address: string): Promise<Response> {
  // The engine asks for its entry under an ever new address; here its name changes when it does.
  const file = fileUrl(address.replace(/^\/|\?.*$/g, ''));
  try {
    const response = await (location.protocol === 'file:' ? fromDisk(file) : window.fetch(file));
    if (!response.ok) throw new Error(`${response.status} for ${file.href}`);
    return file.pathname.endsWith('.pf_meta') ? await readList(response) : response;
  } catch (error) {
    files.dispatchEvent(new Event('missing'));
    throw error;
  }
}
