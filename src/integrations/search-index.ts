// After the pages are written: Pagefind's index of every page and every report, and the script that
// searches it. Every file but the script has its hash in its name, and the script knows the names: so no
// cache anywhere can bring together files of two builds.
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
import { recordFile } from '../search/list.ts';
import { handBackMemory } from './memory.ts';
import { files, htmlFiles } from './output.ts';
import { packList, readPagefindList } from './search-list.ts';
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
 * Puts our list of all records in the place of Pagefind's, and each record's file where ours has it.
 * @param folder where Pagefind's bundle lies
 * @throws where it has no list, or one of another format
 */
function placeRecords(folder: string): void {
  const [list, ...others] = readdirSync(folder).filter((name) => name.endsWith('.pf_meta'));
  if (list === undefined || others.length > 0)
    throw new Error('Pagefind: not one list of records, for one language.');
  const { content, folder: place, names } = packList(readPagefindList(readFileSync(join(folder, list))));
  writeFileSync(join(folder, list), content);
  const fragments = join(folder, 'fragment');
  const file = (name: string): string => join(fragments, `${name}.pf_fragment`);
  mkdirSync(join(fragments, place));
  // Copied, not moved: records with the same content share a file. What Pagefind named goes with what is unused.
  for (const [number, name] of names.entries()) copyFileSync(file(name), file(recordFile(place, number)));
  for (const name of new Set(names)) rmSync(file(name));
}

/** What is indexed: a page or a report. */
interface Indexed {
  /** What it sorts by. */
  readonly date: string;
  readonly add: (index: pagefind.PagefindIndex) => Promise<{ readonly errors: readonly string[] }>;
}

/** The key that src/components/SearchFacets.astro gives a page. */
const SORT_KEY = /data-pagefind-sort="date">([^<]+)</;

/** Comes after every key. Indexes have none, and are left out of sorted results. */
const UNSORTED = '~';

/** The pages to index. */
function indexedPages(dir: string): Indexed[] {
  return htmlFiles(dir).flatMap((path) => {
    const read = (): Buffer => readFileSync(join(dir, path));
    const content = read();
    // Pagefind passes over the others as well, but only once it has read all of them.
    if (!content.includes('data-pagefind-body')) return [];
    // Read again then: all pages at once would take their weight in memory.
    const date = SORT_KEY.exec(content.toString())?.[1] ?? UNSORTED;
    return [{ date, add: (index) => index.addHTMLFile({ url: `/${path}`, content: read().toString() }) }];
  });
}

/**
 * Has Pagefind write its bundle. The bundle never passes through this process, which would hold all of it at once.
 * @param folder where to
 * @returns the number of pages indexed
 * @throws where Pagefind refuses a page or a record
 */
async function writeBundle(dir: string, archive: Archive, folder: string): Promise<number> {
  // Pagefind is a process of its own, and both together are the most that a build takes.
  handBackMemory();
  try {
    const { index, errors } = await pagefind.createIndex({
      forceLanguage: 'en-gb',
      // Each record's text in a file of its own, however many there are.
      maxFragments: 1_000_000,
      // What a reader would not read out: the kind of page above its heading, note numbers, marks. And notes:
      // each report is a result of its own.
      excludeSelectors: ['.kicker', 'sup', '[aria-hidden="true"]', '.sidenote', '.footnotes'],
    });
    refuse(errors);
    if (!index) throw new Error('Pagefind made no index.');
    const pages = indexedPages(dir);
    const reports = archive.reports.map((report): Indexed => {
      const record = reportRecord(archive, report);
      return { date: record.sort?.['date'] ?? UNSORTED, add: (index) => index.addCustomRecord(record) };
    });
    // Pagefind numbers records as they come: by date, their order by date needs no list of its own.
    const all = [...pages, ...reports].sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
    for (const { add } of all) refuse((await add(index)).errors);
    refuse((await index.writeFiles({ outputPath: folder })).errors);
    return pages.length;
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
