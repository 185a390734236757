// `npm run zim -- FILE`: the built site as one ZIM file, for Kiwix and other readers of offline archives
// (https://openzim.org). What goes in is the offline copy, which links to nothing outside itself.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { SITE_NAME } from '../site.ts';
import { ARCHIVE } from '../integrations/offline-copy.ts';
import { PROJECT } from './build.ts';

/** The writer of ZIM files, from openZIM's own tools. */
const WRITER = 'zimwriterfs';

/** What readers show of the file. It has no field of its own for the licence; a description has 80 letters. */
const PARTICULARS = [
  ['--welcome', 'index.html'],
  ['--illustration', 'icon-48.png'],
  ['--language', 'eng'],
  ['--title', SITE_NAME],
  ['--description', 'Who says what of the cross-border raids of 2023. Text under CC BY 4.0.'],
  ['--creator', SITE_NAME],
  ['--publisher', SITE_NAME],
  ['--name', 'claimed-and-denied_en_all'],
] as const;

/** Unpacks the offline copy. @param dir what is in its one folder goes here */
function unpack(archive: string, dir: string): void {
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(archive)))) {
    const file = join(dir, path.replace(/^[^/]*\//, ''));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

/**
 * Writes the ZIM file.
 * @param dist the built site
 * @param out the file to write; a file of that name is replaced when the new one is whole
 * @throws with one line that says what is missing or what the writer said
 */
export function writeZim(dist: string, out: string): void {
  const archive = join(dist, ARCHIVE);
  if (!existsSync(archive)) throw new Error(`There is no ${archive}: run \`npm run build\` first.`);
  const stage = join(PROJECT, '.work', `zim-${process.pid}`);
  try {
    unpack(archive, join(stage, 'site'));
    const file = join(stage, 'out.zim');
    const { error, status, stderr } = spawnSync(
      WRITER,
      [...PARTICULARS.map(([name, value]) => `${name}=${value}`), join(stage, 'site'), file],
      { encoding: 'utf8' },
    );
    if (error)
      throw new Error(
        `${WRITER} cannot be started (${error.message}): install zim-tools (on Debian: apt-get install zim-tools).`,
      );
    if (status !== 0) throw new Error(`${WRITER} failed: ${stderr.trim().split('\n').at(-1) ?? ''}`);
    copyFileSync(file, out);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const out = resolve(process.argv[2] ?? join(PROJECT, 'claimed-and-denied.zim'));
  try {
    writeZim(join(PROJECT, 'dist'), out);
    console.log(`${out} is written: ${(statSync(out).size / 1_000_000).toFixed(1)} MB.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
