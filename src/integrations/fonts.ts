// The fonts, subset to the characters that content and pages use. Runs before Vite reads the style sheet
// that names the files, in development and in a build alike.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Where the subsets go; src/styles/fonts.css names them. */
export const FONT_FOLDER = join(PROJECT, '.work', 'fonts');

/** What every face keeps of its OpenType features: kerning, ligatures, the figures that tables and charts ask for. */
const FEATURES = ['kern', 'liga', 'mark', 'lnum', 'tnum'];

/** The faces of the site. Old-style figures are for running text; small capitals are the upright text face's alone. */
export const FACES = [
  {
    name: 'serif',
    file: 'source-serif/TTF/SourceSerif4-Regular.ttf',
    features: [...FEATURES, 'onum', 'smcp', 'c2sc'],
  },
  {
    name: 'serif-italic',
    file: 'source-serif/TTF/SourceSerif4-It.ttf',
    features: [...FEATURES, 'onum'],
  },
  { name: 'sans', file: 'source-sans/TTF/SourceSans3-Regular.ttf', features: FEATURES },
  { name: 'sans-semibold', file: 'source-sans/TTF/SourceSans3-Semibold.ttf', features: FEATURES },
] as const;

/** Printable ASCII: search shows whatever the reader types. */
const ASCII = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index));

/** The distinct characters of all text files under a folder. */
function charactersIn(folder: string): Set<string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  return new Set(
    files.flatMap((item) => [...new Set(readFileSync(join(item.parentPath, item.name), 'utf8'))]),
  );
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The subset that was cut before, if it was made of the same and is still as it was made. */
function heldSubset(target: string, made: string): Uint8Array | undefined {
  if (!existsSync(target) || !existsSync(`${target}.made`)) return undefined;
  const subset = readFileSync(target);
  return readFileSync(`${target}.made`, 'utf8') === `${made} ${hashOf(subset)}` ? subset : undefined;
}

/** How a face is cut. Without hints for coarse screens: they are a third of the sans, and the serif comes without. */
const howToCut = (features: readonly string[]) =>
  ({ targetFormat: 'woff2', keepFeatures: features, noHinting: true }) as const;

/** Another build may be reading the file: it sees the old one or the new one, never half of it. */
function write(target: string, content: Uint8Array | string): void {
  writeFileSync(`${target}.${process.pid}`, content);
  renameSync(`${target}.${process.pid}`, target);
}

/**
 * Writes the subsets; a build after another finds them there.
 * @param content the folder that holds `content/`
 * @returns the bytes of each face, by name
 */
export async function prepareFonts(content: string): Promise<Record<string, number>> {
  const used = new Set([
    ...ASCII,
    ...charactersIn(join(content, 'content')),
    ...charactersIn(join(PROJECT, 'src')),
  ]);
  const text = [...used]
    .filter((character) => character >= ' ')
    .sort()
    .join('');
  mkdirSync(FONT_FOLDER, { recursive: true });
  const tool = readFileSync(require.resolve('subset-font/package.json'));
  const sizes: Record<string, number> = {};
  for (const { name, file, features } of FACES) {
    const target = join(FONT_FOLDER, `${name}.woff2`);
    const source = readFileSync(require.resolve(file));
    const how = howToCut(features);
    // What the subset is made of: where that is as it was, so is the subset.
    const made = createHash('sha256')
      .update(tool)
      .update(source)
      .update(JSON.stringify({ text, how }))
      .digest('hex');
    const subset = heldSubset(target, made) ?? (await subsetFont(source, text, how));
    write(target, subset);
    write(`${target}.made`, `${made} ${hashOf(subset)}`);
    sizes[name] = subset.byteLength;
  }
  return sizes;
}
