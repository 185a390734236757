// Loads the files of the search index. The build puts `fetch` of this module in the place of the browser's `fetch` in
// the whole bundle, so that engine, interface and results work the same from a server and from disk.
//
// A server hands out the files as they are. A page opened from disk may fetch nothing, but it may load scripts: beside
// each file lies a script that holds the file's bytes in base64. Using the scripts everywhere would need half as many
// files, but base64 weighs a third more where a server does not compress.

import { make } from '../scripts/make.ts';

const script = document.currentScript;
if (!(script instanceof HTMLScriptElement)) throw new Error('The search script runs as a classic script.');

/** The hash of the index that this script was built with, defined by src/search/bundle.ts. */
declare const INDEX_HASH: string;

/** The folder of the index, with a slash at its end. */
export const bundleUrl = new URL('.', script.src);

/** True for the entry of an index of another build, where a site was replaced while a page was open. */
async function isOther(file: URL, response: Response): Promise<boolean> {
  return file.pathname.endsWith('entry.json') && !(await response.clone().text()).includes(INDEX_HASH);
}

/**
 * `incomplete` is true once a file could not be loaded, or if an index does not go with this script. The engine passes over
 * a missing piece of its index, and finds less without saying so.
 */
export const indexFiles = { incomplete: false };

/** A script beside an index file leaves the file's bytes on its own element. */
type Handover = HTMLScriptElement & { base64?: string };

function fromDisk(file: URL): Promise<Response> {
  const holder: Handover = make('script', { src: `${file.href}.js` });
  return new Promise<Response>((resolve, reject) => {
    holder.onload = () => {
      const bytes = atob(holder.base64 ?? '');
      resolve(new Response(Uint8Array.from(bytes, (character) => character.charCodeAt(0))));
    };
    holder.onerror = () => reject(new TypeError(`${holder.src} cannot be loaded`));
    document.head.append(holder);
  }).finally(() => holder.remove());
}

function fromServer(file: URL): Promise<Response> {
  // The hash in its name tells a file from that of another build; entry and WebAssembly keep their names.
  return window.fetch(file, { cache: /\.pf_\w+$/.test(file.pathname) ? 'default' : 'no-cache' });
}

/** The requests that are under way. */
const requests = new Set<Promise<Response>>();

/** Waits until no request is under way. */
export async function allSettled(): Promise<void> {
  while (requests.size > 0) await Promise.allSettled(requests);
}

async function load(file: URL): Promise<Response> {
  try {
    const response = await (file.protocol === 'file:' ? fromDisk(file) : fromServer(file));
    if (!response.ok || (await isOther(file, response)))
      throw new Error(`${response.status} for ${file.href}`);
    return response;
  } catch (error) {
    indexFiles.incomplete = true;
    throw error;
  }
}

/**
 * Stands in for the browser's `fetch` in the bundle.
 * @throws if the file cannot be loaded
 */
export async function fetch(address: string): Promise<Response> {
  const file = new URL(address, location.href);
  // The engine adds the time to the address of its entry, which the twin on disk and the service worker do not have.
  file.search = '';
  const request = load(file);
  requests.add(request);
  return request.finally(() => requests.delete(request));
}
