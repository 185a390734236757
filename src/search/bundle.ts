// Makes Pagefind's output usable from a server and from disk alike. Pagefind's index files stay as they are. What is
// added: one classic script with our client, the engine and the vocabulary (a page opened from disk may not load
// modules), and beside each index file a script that holds its bytes (a page opened from disk may not fetch).
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { CLASSIC_SCRIPT } from '../output/classic-script.ts';
import { files } from '../output/files.ts';
import type { Vocabulary } from './query.ts';

/** The language of the index; Pagefind names its files by it. */
export const LANGUAGE = 'en-gb';

const INDEX_FILE = new RegExp(
  String.raw`^(?:pagefind-entry\.json|wasm\.${LANGUAGE}\.pagefind|.*\.pf_(?:meta|index|filter|fragment))$`,
);

/** A file beside this module. */
const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Writes search.js and search.css. */
async function writeClient(folder: string, vocabulary: Vocabulary): Promise<void> {
  const entry = JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8')) as {
    readonly languages: Readonly<Record<string, { readonly hash: string }>>;
  };
  await build({
    entryPoints: [
      { in: source('client.ts'), out: 'search' },
      { in: source('../styles/search.css'), out: 'search' },
    ],
    outdir: folder,
    ...CLASSIC_SCRIPT,
    alias: { 'pagefind-engine': join(folder, 'pagefind.js') },
    define: {
      // Without a module address the engine takes the folder of the index from its option `basePath`.
      'import.meta.url': 'undefined',
      INDEX_HASH: JSON.stringify(entry.languages[LANGUAGE]?.hash),
      VOCABULARY: JSON.stringify(vocabulary),
    },
    // Replaces the browser's `fetch` in the whole bundle.
    inject: [source('transport.ts')],
  });
}

/**
 * Adds the script, the style sheet and the twins of the index files to Pagefind's output, and removes what they do
 * not use: Pagefind's other interfaces, and the WebAssembly for other languages.
 * @param folder the folder that Pagefind has written
 * @param vocabulary the words of the site, which become a part of the script
 * @throws if a file is missing that the script is made of
 */
export async function bundleSearch(folder: string, vocabulary: Vocabulary): Promise<void> {
  const written = files(folder);
  await writeClient(folder, vocabulary);
  for (const path of written) {
    const file = join(folder, path);
    if (!INDEX_FILE.test(path)) rmSync(file);
    else writeFileSync(`${file}.js`, `document.currentScript.base64="${readFileSync(file, 'base64')}"`);
  }
}
