// After the pages are written: Pagefind's index of every page and every report, and the script that
// searches it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
import { handBackMemory } from './memory.ts';
import { htmlFiles } from '../output/files.ts';
import { placeBundle } from './search-bundle.ts';

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
  await placeBundle(folder);
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
