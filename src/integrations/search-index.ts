// After the pages are written: Pagefind's index of every page and every report, and the script that
// searches it. Every file but the script has its hash in its name, and the script knows the names: so no
// cache anywhere can bring together files of two builds.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { reportAddress } from '../archive/addresses.ts';
import type { Archive } from '../archive/archive.ts';
import { loadArchive } from '../archive/load.ts';
import { entryName } from '../archive/names.ts';
import { reportDate } from '../archive/order.ts';
import type { Report } from '../archive/reports.ts';
import { dateSpan, dateWords } from '../model/dates.ts';
import { SIDE_WORDS } from '../model/sides.ts';
import { files, htmlFiles } from './output.ts';
import { searchStyles, writeSearchScript } from './search-script.ts';

/** The folder of the search index in the output. */
const FOLDER = 'search';

/** A report's chain as text: "Vyacheslav Gladkov → Reuters → Polskie Radio ¶10". */
function chainText(archive: Archive, report: Report): string {
  const source = { collection: 'sources', id: report.source } as const;
  const links = report.voice.collection === 'sources' ? [] : [report.voice, ...report.via];
  return `${[...links, source].map((ref) => entryName(archive, ref)).join(' → ')} ¶${report.paragraph}`;
}

/** The record that makes a report a result of its own. */
function reportRecord(
  archive: Archive,
  report: Report,
): Parameters<pagefind.PagefindIndex['addCustomRecord']>[0] {
  const date = reportDate(archive, report);
  const from = date === undefined ? null : dateSpan(date).from;
  const chain = chainText(archive, report);
  const about = report.about.map((ref) => entryName(archive, ref)).join(', ');
  const standings = new Set(report.answers.map(({ question }) => archive.question(question).standing));
  return {
    url: reportAddress(report.key),
    content: `${report.says} ${report.evidence}. ${report.speaker ?? ''} ${about}.`,
    language: 'en-gb',
    meta: {
      // Not its title: titles weigh more, and the page that a name belongs to comes before what is said of it.
      says: report.says,
      chain: report.on === undefined ? chain : `${chain}, ${dateWords(report.on)}`,
    },
    filters: {
      Kind: ['Report'],
      Side: [SIDE_WORDS[archive.sideOf(report.voice)].word],
      Source: [archive.entry({ collection: 'sources', id: report.source }).data.short],
      ...(standings.size > 0 ? { Standing: [...standings] } : {}),
    },
    sort: { date: from === null ? '9999-12-31' : new Date(from).toISOString().slice(0, 10) },
  };
}

/** Pagefind reports its errors as strings; here they stop the build. */
function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}

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
  // The others lie in folders, and Pagefind names them by their content.
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
 * Has Pagefind write its bundle. The bundle never passes through this process, which would hold all of it at once.
 * @param folder where to
 * @returns the number of pages indexed
 * @throws where Pagefind refuses a page or a record
 */
async function writeBundle(dir: string, archive: Archive, folder: string): Promise<number> {
  try {
    const { index, errors } = await pagefind.createIndex({
      forceLanguage: 'en-gb',
      // What a reader would not read out: the kind of page above its heading, note numbers, marks. And notes:
      // each report is a result of its own.
      excludeSelectors: ['.kicker', 'sup', '[aria-hidden="true"]', '.sidenote', '.footnotes'],
    });
    refuse(errors);
    if (!index) throw new Error('Pagefind made no index.');
    let pages = 0;
    for (const path of htmlFiles(dir)) {
      const content = readFileSync(join(dir, path), 'utf8');
      // Pagefind passes over the others as well, but only once it has read all of them.
      if (!content.includes('data-pagefind-body')) continue;
      refuse((await index.addHTMLFile({ url: `/${path}`, content })).errors);
      pages += 1;
    }
    for (const report of archive.reports) {
      const added = await index.addCustomRecord(reportRecord(archive, report));
      refuse(added.errors);
    }
    refuse((await index.writeFiles({ outputPath: folder })).errors);
    return pages;
  } finally {
    await pagefind.close();
  }
}

/**
 * Indexes a built site.
 * @param dir the folder of the built pages
 * @returns the number of pages and reports indexed
 * @throws where Pagefind refuses a page or a record
 */
export async function indexSite(dir: string, archive: Archive): Promise<{ pages: number; reports: number }> {
  const folder = join(dir, FOLDER);
  const pages = await writeBundle(dir, archive, folder);
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
  return { pages, reports: archive.reports.length };
}

export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { pages, reports } = await indexSite(fileURLToPath(dir), loadArchive());
        logger.info(`${pages} pages and ${reports} reports indexed`);
      },
    },
  };
}
