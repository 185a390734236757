// After the pages are written: Pagefind's index of every page and every report, and the script that
// searches it. Every file but the script has its hash in its name, and the script knows the names: so no
// cache anywhere can bring together files of two builds.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { reportAddress } from '../archive/addresses.ts';
import type { Archive } from '../archive/archive.ts';
import { loadArchive } from '../archive/load.ts';
import { reportDate } from '../archive/order.ts';
import type { Report } from '../archive/reports.ts';
import { dateSpan, dateWords } from '../model/dates.ts';
import type { EntryRef } from '../model/references.ts';
import { SIDE_WORDS } from '../model/sides.ts';
import { htmlFiles } from './output.ts';
import { searchStyles, writeSearchScript } from './search-script.ts';

/** The folder of the search index in the output. */
const FOLDER = 'search';

/** A file of Pagefind's bundle, its path as seen from the bundle's folder. */
interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

function name(archive: Archive, ref: EntryRef): string {
  const { data } = archive.entry(ref);
  return 'short' in data ? data.short : data.title;
}

/** A report's chain as text: "Vyacheslav Gladkov → Reuters → Polskie Radio ¶10". */
function chainText(archive: Archive, report: Report): string {
  const source = { collection: 'sources', id: report.source } as const;
  const links = report.voice.collection === 'sources' ? [] : [report.voice, ...report.via];
  return `${[...links, source].map((ref) => name(archive, ref)).join(' → ')} ¶${report.paragraph}`;
}

/** The record that makes a report a result of its own. */
function reportRecord(
  archive: Archive,
  report: Report,
): Parameters<pagefind.PagefindIndex['addCustomRecord']>[0] {
  const date = reportDate(archive, report);
  const from = date === undefined ? null : dateSpan(date).from;
  const chain = chainText(archive, report);
  const about = report.about.map((ref) => name(archive, ref)).join(', ');
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

/** The files of the index that the engine may ask for: its WebAssembly comes for more languages than we have. */
function indexFiles(files: readonly IndexFile[]): IndexFile[] {
  const entry = files.find(({ path }) => path === 'pagefind-entry.json');
  if (!entry) throw new Error('Pagefind made no entry to its index.');
  const { languages } = JSON.parse(new TextDecoder().decode(entry.content)) as {
    languages: Readonly<Record<string, { readonly wasm: string | null }>>;
  };
  const engines = Object.values(languages).map(({ wasm }) => `wasm.${wasm ?? 'unknown'}.pagefind`);
  return files.filter(
    (file) =>
      file === entry || engines.includes(file.path) || /\.pf_(?:meta|index|filter|fragment)$/.test(file.path),
  );
}

/**
 * The path of a file whose own name may stay while its content changes.
 * @example lastingPath({ path: 'wasm.en.pagefind', … }) // 'engine/wasm.en.0a1b2c3d.pagefind'
 */
function lastingPath({ path, content }: IndexFile): string {
  const { name: stem, ext } = posix.parse(path);
  return `engine/${stem}.${createHash('sha256').update(content).digest('hex').slice(0, 8)}${ext}`;
}

/** Writes a file of the index, and beside it the script that hands its bytes to a page from disk. */
function writeIndexFile(folder: string, { path, content }: IndexFile): void {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
  writeFileSync(`${target}.js`, `document.currentScript.base64="${Buffer.from(content).toString('base64')}"`);
}

/**
 * Indexes a built site.
 * @param dir the folder of the built pages
 * @returns the number of pages and reports indexed
 * @throws where Pagefind refuses a page or a record
 */
export async function indexSite(dir: string, archive: Archive): Promise<{ pages: number; reports: number }> {
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
  const { files, errors: fileErrors } = await index.getFiles();
  refuse(fileErrors);
  const folder = join(dir, FOLDER);
  const bundle = new Map(files.map((file) => [file.path, file.content]));
  const styles = await searchStyles(bundle);
  const names = new Map<string, string>([[styles.path, lastingPath(styles)]]);
  for (const file of indexFiles(files)) {
    // The others lie in folders, and Pagefind names them by their content.
    const path = file.path.includes('/') ? file.path : lastingPath(file);
    names.set(file.path, path);
    writeIndexFile(folder, { path, content: file.content });
  }
  writeFileSync(join(folder, lastingPath(styles)), styles.content);
  await writeSearchScript(folder, bundle, Object.fromEntries([...names].filter(([from, to]) => from !== to)));
  await pagefind.close();
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
