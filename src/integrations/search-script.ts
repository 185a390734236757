// The script that searches: our client, Pagefind's engine and its Component UI in one classic script, which
// runs the same from a server and from disk.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const CLIENT = fileURLToPath(new URL('../search/client.ts', import.meta.url));
const TRANSPORT = fileURLToPath(new URL('../search/transport.ts', import.meta.url));

/** The modules that the client imports, as Pagefind's bundle names them. */
const PARTS: Readonly<Record<string, string>> = {
  'pagefind-engine': 'pagefind.js',
  'pagefind-component-ui': 'pagefind-component-ui.js',
};

/** The Component UI's style sheet, and ours for it: the client loads both as one. */
const STYLES = 'pagefind-component-ui.css';
const OWN_STYLES = fileURLToPath(new URL('../styles/search.css', import.meta.url));

/** The text of a file of Pagefind's bundle. @throws where the bundle lacks it */
function text(folder: string, path: string): string {
  const file = join(folder, path);
  if (!existsSync(file)) throw new Error(`Pagefind's bundle has no ${path}.`);
  return readFileSync(file, 'utf8');
}

/** One language's words in the Component UI: an object of nothing but strings that begins with this key. */
const WORDS = /\{placeholder:"(?:[^"\\]|\\.)*"(?:,\w+:"(?:[^"\\]|\\.)*")*\}/g;

/**
 * Takes the words of all languages but English out of the Component UI: they are two fifths of it.
 * Where Pagefind writes them in another way one day, they stay in and do no harm.
 */
export function englishOnly(script: string): string {
  return script.replace(WORDS, (words) => (words.startsWith('{placeholder:"Search",') ? words : '{}'));
}

/**
 * The interface's style sheet, by the name that the client asks for it by.
 * @param folder where Pagefind's bundle lies
 * @throws where Pagefind's is not there
 */
export async function searchStyles(folder: string): Promise<{ path: string; content: Uint8Array }> {
  const styles = `${text(folder, STYLES)}\n${readFileSync(OWN_STYLES, 'utf8')}`;
  const { code } = await transform(styles, { loader: 'css', minify: true });
  return { path: 'search.css', content: new TextEncoder().encode(code) };
}

/**
 * Writes search.js.
 * @param folder where Pagefind's bundle lies, and where to write
 * @param names where files lie that are asked for by another path, as seen from that folder
 * @throws where Pagefind's bundle lacks a file
 */
export async function writeSearchScript(
  folder: string,
  names: Readonly<Record<string, string>>,
): Promise<void> {
  await build({
    entryPoints: [CLIENT],
    outfile: join(folder, 'search.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
    // The engine would look for its files beside its own module, and fetch them by itself.
    define: { 'import.meta.url': 'undefined' },
    inject: [TRANSPORT],
    plugins: [
      {
        name: 'pagefind-bundle',
        setup(builder) {
          builder.onResolve({ filter: /^pagefind-(engine|component-ui)$/ }, ({ path }) => ({
            path,
            namespace: 'pagefind',
          }));
          builder.onResolve({ filter: /^search-file-names$/ }, ({ path }) => ({ path, namespace: 'names' }));
          builder.onLoad({ filter: /.*/, namespace: 'names' }, () => ({
            contents: JSON.stringify(names),
            loader: 'json',
          }));
          builder.onLoad({ filter: /.*/, namespace: 'pagefind' }, ({ path }) => ({
            contents: englishOnly(text(folder, PARTS[path] ?? path)),
            loader: 'js',
          }));
        },
      },
    ],
  });
}
