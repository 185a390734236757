// Where the files of the search index come to lie. Every file but the script has its hash in its name, or in that
// of its folder, and the script knows the names: so no cache anywhere can bring together files of two builds.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { numbered } from '../search/list.ts';
import { files } from '../output/files.ts';
import { packList, readPagefindList } from './search-list.ts';
import { cutPieces } from './search-pieces.ts';
import { searchStyles, writeSearchScript } from './search-script.ts';

/**
 * The files of Pagefind's bundle that the engine may ask for: its WebAssembly comes for more languages than we have.
 * @param bundle the paths of all its files below the folder
 */
function indexFiles(folder: string, bundle: readonly string[]): string[] {
  const entry = 'pagefind-entry.json';
  const { languages } = JSON.parse(readFileSync(join(folder, entry), 'utf8')) as {
    languages: Readonly<Record<string, { readonly wasm: string | null }>>;
  };
  const engines = Object.values(languages).map(({ wasm }) => `wasm.${wasm ?? 'unknown'}.pagefind`);
  return bundle.filter(
    (path) => path === entry || engines.includes(path) || /\.pf_(?:meta|index|filter|fragment)$/.test(path),
  );
}

/**
 * The path of a file whose own name may stay while its content changes.
 * @example lastingPath('wasm.en.pagefind', …) // 'engine/wasm.en.0a1b2c3d.pagefind'
 */
function lastingPath(path: string, content: Uint8Array): string {
  const { name: stem, ext } = posix.parse(path);
  return `engine/${stem}.${createHash('sha256').update(content).digest('hex').slice(0, 8)}${ext}`;
}

/**
 * Gives a file of the index its lasting path, and puts beside it the script that hands its bytes to a page from disk.
 * @returns that path
 */
function placeIndexFile(folder: string, path: string): string {
  const content = readFileSync(join(folder, path));
  // The others lie in folders, and are named by their content.
  const lasting = path.includes('/') ? path : lastingPath(path, content);
  const target = join(folder, lasting);
  if (lasting !== path) {
    mkdirSync(dirname(target), { recursive: true });
    renameSync(join(folder, path), target);
  }
  writeFileSync(`${target}.js`, `document.currentScript.base64="${content.toString('base64')}"`);
  return lasting;
}

/**
 * Puts our list of all records and our pieces of the index in the place of Pagefind's, and each record's file
 * where our list has it.
 * @param folder where Pagefind's bundle lies
 * @throws where it has no list, or something is of another format
 */
function placeRecords(folder: string): void {
  const [file, ...others] = readdirSync(folder).filter((name) => name.endsWith('.pf_meta'));
  if (file === undefined || others.length > 0)
    throw new Error('Pagefind: not one list of records, for one language.');
  const list = readPagefindList(readFileSync(join(folder, file)));
  const [, , theirs] = list;
  const words = join(folder, 'index');
  const pieces = cutPieces(theirs.map(([, , name]) => readFileSync(join(words, `${name}.pf_index`))));
  const { content, folder: place, names } = packList(list, pieces);
  writeFileSync(join(folder, file), content);
  rmSync(words, { recursive: true });
  mkdirSync(join(words, place), { recursive: true });
  for (const [number, { content }] of pieces.entries())
    writeFileSync(join(words, `${numbered(place, number)}.pf_index`), content);
  const fragments = join(folder, 'fragment');
  const fragment = (name: string): string => join(fragments, `${name}.pf_fragment`);
  mkdirSync(join(fragments, place));
  // Copied, not moved: records with the same content share a file. What Pagefind named goes with what is unused.
  for (const [number, name] of names.entries())
    copyFileSync(fragment(name), fragment(numbered(place, number)));
  for (const name of new Set(names)) rmSync(fragment(name));
}

/**
 * Makes Pagefind's bundle ours: its files where the script finds them, the script, and nothing else.
 * @param folder where the bundle lies
 * @throws where it is not as Pagefind 1.6 writes it
 */
export async function placeBundle(folder: string): Promise<void> {
  placeRecords(folder);
  const bundle = files(folder);
  const styles = await searchStyles(folder);
  const stylesPath = lastingPath(styles.path, styles.content);
  const names: Record<string, string> = { [styles.path]: stylesPath };
  const index = indexFiles(folder, bundle);
  for (const path of index) {
    const lasting = placeIndexFile(folder, path);
    if (lasting !== path) names[path] = lasting;
  }
  writeFileSync(join(folder, stylesPath), styles.content);
  await writeSearchScript(folder, names);
  const used = new Set(index);
  for (const path of bundle) if (!used.has(path)) rmSync(join(folder, path));
}
