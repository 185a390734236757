// The fonts, subset to the characters that content and pages use. Runs before Vite reads the style sheet
// that names the files, in development and in a build alike.
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Where the subsets go; src/styles/fonts.css names them. */
export const FONT_FOLDER = join(PROJECT, '.work', 'fonts');

/** What every face keeps of its OpenType features: kerning, ligatures, the figures the style sheets ask for. */
const FEATURES = ['kern', 'liga', 'mark', 'lnum', 'onum', 'pnum', 'tnum'];

/** The faces of the site. Small capitals are the text face's alone. */
export const FACES = [
  { name: 'serif', file: 'source-serif/TTF/SourceSerif4-Regular.ttf', features: [...FEATURES, 'smcp'] },
  { name: 'serif-italic', file: 'source-serif/TTF/SourceSerif4-It.ttf', features: FEATURES },
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

/**
 * Writes the subsets.
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
  const sizes: Record<string, number> = {};
  for (const { name, file, features } of FACES) {
    const font = await subsetFont(readFileSync(require.resolve(file)), text, {
      targetFormat: 'woff2',
      keepFeatures: features,
    });
    // Another build may be reading the file: it sees the old one or the new one, never half of it.
    const target = join(FONT_FOLDER, `${name}.woff2`);
    writeFileSync(`${target}.${process.pid}`, font);
    renameSync(`${target}.${process.pid}`, target);
    sizes[name] = font.byteLength;
  }
  return sizes;
}
