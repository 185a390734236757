// The script that searches: our client, Pagefind's engine and its Component UI in one classic script, which
// runs the same from a server and from disk.
import { readFileSync, writeFileSync } from 'node:fs';
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

/** The Component UI's style sheet, and ours for it: the client loads both as one from beside the script. */
const STYLES = 'pagefind-component-ui.css';
const OWN_STYLES = fileURLToPath(new URL('../styles/search.css', import.meta.url));

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
 * Writes search.js and its style sheet.
 * @param folder where to write
 * @param files the files of Pagefind's bundle by their paths
 * @throws where Pagefind's bundle lacks one of them
 */
export async function writeSearchScript(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const text = (path: string): string => {
    const file = files.get(path);
    if (!file) throw new Error(`Pagefind's bundle has no ${path}.`);
    return new TextDecoder().decode(file);
  };
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
          builder.onLoad({ filter: /.*/, namespace: 'pagefind' }, ({ path }) => ({
            contents: englishOnly(text(PARTS[path] ?? path)),
            loader: 'js',
          }));
        },
      },
    ],
  });
  const styles = `${text(STYLES)}\n${readFileSync(OWN_STYLES, 'utf8')}`;
  const { code } = await transform(styles, { loader: 'css', minify: true });
  writeFileSync(join(folder, 'search.css'), code);
}
