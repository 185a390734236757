// Makes Pagefind's output usable from a server and from disk alike. Pagefind's index files stay as they are. What is
// added: one classic script with our client, the engine and the Component UI (a page opened from disk may not load
// modules), and beside each index file a script that holds its bytes (a page opened from disk may not fetch).
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { files } from '../output/files.ts';

/** The language of the index; Pagefind names its files by it. */
export const LANGUAGE = 'en-gb';

const INDEX_FILE = new RegExp(
  String.raw`^(?:pagefind-entry\.json|wasm\.${LANGUAGE}\.pagefind|.*\.pf_(?:meta|index|filter|fragment))$`,
);

/** The words of one language in the Component UI: an object that begins with this key and holds only strings. */
const WORDS = /\{placeholder:"(?:[^"\\]|\\.)*"(?:,\w+:"(?:[^"\\]|\\.)*")*\}/g;

/**
 * Removes the words of all languages but English from the Component UI: 13 of its 36 kB when compressed.
 * If Pagefind one day writes the words in another form, they stay in and do no harm.
 */
export function englishOnly(script: string): string {
  return script.replace(WORDS, (words) => (words.startsWith('{placeholder:"Search",') ? words : '{}'));
}

/** A file beside this module. */
const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Writes search.js. */
async function writeScript(folder: string): Promise<void> {
  const ui = join(folder, 'pagefind-component-ui.js');
  writeFileSync(ui, englishOnly(readFileSync(ui, 'utf8')));
  await build({
    entryPoints: [source('client.ts')],
    outfile: join(folder, 'search.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
    alias: { 'pagefind-engine': join(folder, 'pagefind.js'), 'pagefind-component-ui': ui },
    // Without a module address the engine takes the folder of the index from its option `basePath`.
    define: { 'import.meta.url': 'undefined' },
    // Replaces the browser's `fetch` in the whole bundle.
    inject: [source('transport.ts')],
  });
}

/** Writes search.css: the Component UI's style sheet, and ours for it. */
async function writeStyles(folder: string): Promise<void> {
  const sheets = [join(folder, 'pagefind-component-ui.css'), source('../styles/search.css')];
  const styles = sheets.map((path) => readFileSync(path, 'utf8')).join('\n');
  const { code } = await transform(styles, { loader: 'css', minify: true });
  writeFileSync(join(folder, 'search.css'), code);
}

/**
 * Adds the script, the style sheet and the twins of the index files to Pagefind's output, and removes what they do
 * not use: Pagefind's other interfaces, and the WebAssembly for other languages.
 * @param folder the folder that Pagefind has written
 * @throws if a file is missing that the script is made of
 */
export async function bundleSearch(folder: string): Promise<void> {
  const written = files(folder);
  await writeScript(folder);
  await writeStyles(folder);
  for (const path of written) {
    const file = join(folder, path);
    if (!INDEX_FILE.test(path)) rmSync(file);
    else writeFileSync(`${file}.js`, `document.currentScript.base64="${readFileSync(file, 'base64')}"`);
  }
}
