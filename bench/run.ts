// `npm run bench`: measures this project beside Starlight on invented libraries of growing size, and writes
// RESULTS.md. What was measured before is kept: delete bench/.work to begin anew.
// `npm run bench -- 100 1000` measures these sizes only.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { asReaders, findChromium } from '../tests/support/chromium.ts';
import { makeLibrary, type Entry, type Library } from './library/plan.ts';
import { editing } from './measure/editing.ts';
import { weigh } from './measure/folder.ts';
import { paint, type Paint } from './measure/paint.ts';
import { costOf } from './measure/process.ts';
import { read, type Reading } from './measure/reading.ts';
import { searching, type Searching } from './measure/searching.ts';
import { host } from './measure/server.ts';
import { WORK } from './places.ts';
import { writeResults } from './report/results.ts';
import { SITES, type Site, type SiteName } from './sites.ts';
import { once } from './store.ts';

const SIZES = [100, 1_000, 5_000, 10_000];

/** How often the sites are built in turn: the longest less often. */
const buildsOf = (size: number): number => (size < 5_000 ? 3 : 2);

/** How often their pages are painted. What a page holds is bounded, so that its paint is much the same at each size. */
const paintsOf = (size: number): number => (size < 5_000 ? 3 : 1);

const EDITS = 5;

const QUERIES = 20;

/** Five kinds of page, each the one that most refer to. */
export function samples({ entries }: Library): Record<string, Entry> {
  const { groups, events, questions, sources, people } = entries;
  const first = {
    group: groups[0],
    event: events[0],
    question: questions[0],
    source: sources[0],
    person: people[0],
  };
  return Object.fromEntries(
    Object.entries(first).flatMap(([name, entry]) => (entry ? [[name, entry] as const] : [])),
  );
}

/** Names and words in turn, as readers search for. */
function queries({ entries, reports }: Library): [string, string][] {
  const named = [...entries.people, ...entries.events, ...entries.places];
  return Array.from({ length: QUERIES }, (_, index): [string, string] => [
    named[(index * 7) % named.length]?.title ?? 'harbour',
    reports[(index * 13) % reports.length]?.evidence.split(' ').slice(1, 3).join(' ') ?? 'bridge',
  ]);
}

/** Builds the two sites in turn, so that what else the machine does falls on both. */
async function measureBuilds(size: number, library: Library): Promise<void> {
  for (let run = 0; run < buildsOf(size); run++) {
    for (const [name, site] of Object.entries(SITES) as [SiteName, Site][]) {
      const folder = join(WORK, `${name}-${size}`);
      if (!existsSync(folder)) site.write(library, folder);
      const { command, cwd, env } = site.build(folder);
      await once('build', name, size, run, () => {
        rmSync(join(folder, 'dist'), { recursive: true, force: true });
        return costOf(command, { cwd, env, log: join(WORK, `${name}-${size}.log`) });
      });
      await once('folder', name, size, 0, () => weigh(join(folder, 'dist')));
    }
  }
}

const launch = await findChromium({ ways: asReaders() });
mkdirSync(WORK, { recursive: true });
const asked = process.argv.slice(2).map(Number);
const sizes = asked.length > 0 ? asked : SIZES;

for (const size of sizes) {
  const library = makeLibrary(size);
  const names = Object.keys(SITES) as SiteName[];
  await measureBuilds(size, library);
  writeResults(SIZES);

  const browser = await chromium.launch(launch);
  try {
    for (const name of names) {
      const site = SITES[name];
      const folder = join(WORK, `${name}-${size}`);
      const { address, sent, close } = await host(join(folder, 'dist'));
      const pages = Object.entries(samples(library)).map(
        ([kind, entry]) => [kind, site.page(entry)] as const,
      );
      const words = queries(library);
      const search = async (root: string, home: string, count = () => 0): Promise<Searching[]> => {
        const found: Searching[] = [];
        for (const pair of words)
          found.push(await searching(browser, `${root}${home}`, site.search, pair, count));
        return found;
      };
      await once('reading', name, size, 0, async () => {
        const found: Record<string, Reading> = {};
        for (const [kind, path] of pages) found[kind] = await read(browser, address + path);
        return found;
      });
      for (let run = 0; run < paintsOf(size); run++) {
        await once('paint', name, size, run, async () => {
          const found: Record<string, Paint> = {};
          for (const [kind, path] of pages)
            found[kind] = await paint(launch.executablePath ?? '', address + path);
          return found;
        });
      }
      await once('searching', name, size, 0, () => search(address, 'index.html', sent));
      if (name === 'ours') {
        const root = `${pathToFileURL(join(folder, 'dist')).href}/`;
        await once('disk', name, size, 0, () => search(root, 'index.html'));
      }
      close();
      const event = samples(library)['event'];
      if (event) await once('editing', name, size, 0, () => editing(browser, site, folder, event, EDITS));
    }
  } finally {
    await browser.close();
  }
  writeResults(SIZES);
}
