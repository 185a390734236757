// `npm run bench`: measures this project beside Starlight on invented libraries, and writes RESULTS.md.
// README.md describes its options and what it measures.
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { asReaders, findChromium } from '../tests/support/chromium.ts';
import { compareColdBuilds } from './cold-builds.ts';
import { makeLibrary, type Library } from './library/plan.ts';
import { firstVisit, searchBytes } from './measure/browser.ts';
import { editTimes } from './measure/editing.ts';
import { largestPaint } from './measure/lighthouse.ts';
import { costOf } from './measure/process.ts';
import { host } from './measure/server.ts';
import { keep, type Figures } from './report.ts';
import { sitesOf, WORK, type Site } from './sites.ts';

const SEARCHES = 10;

const remove = (...paths: readonly string[]): void => {
  for (const path of paths) rmSync(path, { recursive: true, force: true });
};

/** Builds a site without the caches of earlier runs, and adds the cost of the build and the size of its output. */
async function build(site: Site, figures: Figures): Promise<void> {
  const dist = join(site.folder, 'dist');
  remove(dist, ...site.caches);
  const { cpu, memory } = await costOf(site.build, `${site.folder}.build.log`);
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  const sizes = files.map(({ parentPath, name }) => statSync(join(parentPath, name)).size);
  const pages = files.filter(({ name }) => name.endsWith('.html')).length;
  console.log(`${site.folder}: built in ${cpu.toFixed(1)} s of processor time`);
  (figures['build: processor time per page, ms'] ??= []).push((cpu * 1000) / pages);
  (figures['build: processor time, s'] ??= []).push(cpu);
  (figures['build: peak memory, MB'] ??= []).push(memory);
  figures['pages'] = [pages];
  figures['files'] = [files.length];
  figures['size of all files, MB'] = [sizes.reduce((sum, size) => sum + size, 0) / 1e6];
}

/** Terms to search for: names of entries. */
function searchTerms({ entries: { people, events, places } }: Library): string[] {
  const names = [...people, ...events, ...places].map(({ title }) => title);
  return Array.from({ length: SEARCHES }, (_, index) => names[(index * 7) % names.length] ?? '');
}

/** Adds the measurements of reading, searching and editing a built site. */
async function use(site: Site, figures: Figures, library: Library, runs: number): Promise<void> {
  // About a third of all reports are about the first group and the first event.
  const { groups, events } = library.entries;
  const [group, event] = [groups[0], events[0]];
  if (!group || !event) throw new Error('The library has no group or no event.');
  const launch = await findChromium({ ways: asReaders() });
  const browser = await chromium.launch(launch);
  const { address, sent, close } = await host(join(site.folder, 'dist'));
  try {
    for (const [name, entry] of Object.entries({ group, event })) {
      const page = address + site.page(entry);
      for (const [what, value] of Object.entries(await firstVisit(browser, page)))
        figures[`${name}: ${what}`] = [value];
      const paints: number[] = [];
      for (let run = 0; run < runs; run++) paints.push(await largestPaint(launch, page));
      figures[`${name}: largest contentful paint, throttled, ms`] = paints;
    }
    const searches: number[] = [];
    for (const term of searchTerms(library))
      searches.push((await searchBytes(browser, `${address}index.html`, site.search, term, sent)) / 1000);
    figures['search: from opening to the first results, kB'] = searches;
    remove(...site.caches);
    figures['an edit until its page shows it, ms'] = await editTimes(browser, site, event);
    console.log(`${site.folder}: read, searched and edited`);
  } finally {
    close();
    await browser.close();
  }
}

/**
 * Measures all sites at one size.
 * @param runs how often to build each site and to paint each page
 * @param buildOnly whether to measure builds of this project's site only
 */
async function measure(size: number, runs: number, buildOnly: boolean): Promise<void> {
  const library = makeLibrary(size);
  const sites = sitesOf(size).slice(0, buildOnly ? 1 : undefined);
  const measured = sites.map((site) => ({ site, figures: {} as Figures }));
  try {
    for (const site of sites) {
      remove(site.folder);
      site.write(library);
    }
    // In turn, so that other load on the machine affects all sites alike.
    for (let run = 0; run < runs; run++) for (const { site, figures } of measured) await build(site, figures);
    if (!buildOnly) for (const { site, figures } of measured) await use(site, figures, library, runs);
  } finally {
    // The caches hold content of an invented library.
    for (const site of sites) remove(...site.caches);
  }
  const columns = Object.fromEntries(measured.map(({ site, figures }) => [site.title, figures]));
  keep(`${size} reports${buildOnly ? ', built only' : ''}`, columns);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'build-only': { type: 'boolean', default: false },
    'cold-builds': { type: 'boolean', default: false },
    runs: { type: 'string' },
  },
});
const runs = Number(values.runs ?? (values['build-only'] ? 1 : values['cold-builds'] ? 4 : 3));
if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs must be a whole number from 1.');
const sizes = positionals.length > 0 ? positionals.map(Number) : [100, 1_000];

mkdirSync(WORK, { recursive: true });
if (values['cold-builds']) keep('A cold build of the real site', await compareColdBuilds(runs));
else for (const size of sizes) await measure(size, runs, values['build-only']);
