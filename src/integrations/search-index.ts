// After the pages are written: Pagefind's index of every page and every report, and the script that
// searches it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
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

/** The folder of the search index in the output. */
const FOLDER = 'search';

/** Files of Pagefind's bundle that are copied as they are; its other scripts are bundled or unused. */
const KEPT =
  /\.(pf_meta|pf_index|pf_filter|pf_fragment|pagefind)$|^pagefind-entry\.json$|^pagefind-component-ui\.css$/;

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
      title: report.says,
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

async function bundleClient(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const parts: Readonly<Record<string, string>> = {
    'pagefind-engine': 'pagefind.js',
    'pagefind-component-ui': 'pagefind-component-ui.js',
  };
  await build({
    entryPoints: [fileURLToPath(new URL('../search/client.ts', import.meta.url))],
    outfile: join(folder, 'search.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
    // The engine finds its files by its own address, which a bundle does not have.
    define: { 'import.meta.url': 'undefined' },
    plugins: [
      {
        name: 'pagefind-bundle',
        setup(builder) {
          builder.onResolve({ filter: /^pagefind-(engine|component-ui)$/ }, ({ path }) => ({
            path,
            namespace: 'pagefind',
          }));
          builder.onLoad({ filter: /.*/, namespace: 'pagefind' }, ({ path }) => ({
            contents: files.get(parts[path] ?? '') ?? '',
            loader: 'js',
          }));
        },
      },
    ],
  });
}

/**
 * Indexes a built site.
 * @param dir the folder of the built pages
 * @returns the number of pages and reports indexed
 * @throws where Pagefind refuses a page or a record
 */
export async function indexSite(dir: string, archive: Archive): Promise<{ pages: number; reports: number }> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en-gb' });
  refuse(errors);
  if (!index) throw new Error('Pagefind made no index.');
  const pages = htmlFiles(dir);
  for (const path of pages) {
    const added = await index.addHTMLFile({
      url: `/${path}`,
      content: readFileSync(join(dir, path), 'utf8'),
    });
    refuse(added.errors);
  }
  for (const report of archive.reports) {
    const added = await index.addCustomRecord(reportRecord(archive, report));
    refuse(added.errors);
  }
  const { files, errors: fileErrors } = await index.getFiles();
  refuse(fileErrors);
  const folder = join(dir, FOLDER);
  for (const file of files.filter(({ path }) => KEPT.test(path.split('/').at(-1) ?? ''))) {
    const target = join(folder, file.path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, file.content);
  }
  await bundleClient(folder, new Map(files.map((file) => [file.path, file.content])));
  await pagefind.close();
  return { pages: pages.length, reports: archive.reports.length };
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
