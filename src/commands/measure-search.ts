// `npm run measure:search`: how long search takes from being opened to its first results, from a server on
// this machine and from disk, in turn; and what it weighs online. It prints; it judges nothing.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser } from '@playwright/test';
import { findChromium } from '../../tests/support/chromium.ts';
import { PROJECT } from './build.ts';
import { serveFolder } from './serve.ts';

const QUERIES = ['Graivoron', 'drones Moscow', 'Freedom of Russia Legion', 'evacuation', 'Gladkov', 'tank'];
const ROUNDS = 5;
const DIST = join(PROJECT, 'dist');

interface Reading {
  /** Milliseconds from opening search to its first result. */
  readonly time: number;
  /** What was asked for meanwhile, as paths from the site's root. */
  readonly asked: readonly string[];
}

/** Searches once, in a browser context that knows nothing of the site yet but the page it stands on. */
async function measure(browser: Browser, root: string, query: string): Promise<Reading> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${root}index.html`, { waitUntil: 'load' });
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(root)) asked.push(request.url().slice(root.length));
  });
  const time = await page.evaluate(async (term) => {
    const appears = <Found extends Element>(selector: string): Promise<Found> =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = document.querySelector<Found>(selector);
          if (!found) return;
          observer.disconnect();
          resolve(found);
        };
        const observer = new MutationObserver(look);
        observer.observe(document, { childList: true, subtree: true });
        look();
      });
    const started = performance.now();
    document.querySelector<HTMLElement>('.search-link')?.click();
    const input = await appears<HTMLInputElement>('dialog input');
    input.value = term;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await appears('.result-link');
    return performance.now() - started;
  }, query);
  // The fragments of the other results in view.
  await page.waitForLoadState('networkidle');
  await context.close();
  return { time, asked };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** What files weigh, in kB of 1,000 bytes: as they are, and where the server compresses text. */
function weight(paths: readonly string[]): { plain: number; compressed: number } {
  let [plain, compressed] = [0, 0];
  for (const path of paths) {
    const bytes = readFileSync(join(DIST, path));
    plain += bytes.length / 1000;
    compressed += (/\.(?:js|css|json)$/.test(path) ? gzipSync(bytes).length : bytes.length) / 1000;
  }
  return { plain, compressed };
}

const { server, address } = await serveFolder(DIST, 0);
const browser = await chromium.launch(await findChromium());
const ways = { online: address, disk: `${pathToFileURL(DIST).href}/` };
const rows: {
  query: string;
  online: number;
  disk: number;
  asked: Record<keyof typeof ways, readonly string[]>;
}[] = [];
try {
  // Once for nothing: whoever is first pays for reading the files into memory.
  for (const root of Object.values(ways)) await measure(browser, root, QUERIES[0] ?? '');
  for (const query of QUERIES) {
    const readings = { online: [] as Reading[], disk: [] as Reading[] };
    for (let round = 0; round < ROUNDS; round++) {
      for (const way of ['online', 'disk'] as const) {
        readings[way].push(await measure(browser, ways[way], query));
      }
    }
    const time = (way: keyof typeof ways): number => median(readings[way].map((reading) => reading.time));
    const asked = (way: keyof typeof ways): readonly string[] => readings[way][0]?.asked ?? [];
    rows.push({
      query,
      online: time('online'),
      disk: time('disk'),
      asked: { online: asked('online'), disk: asked('disk') },
    });
    console.log(`${query}: measured`);
  }
} finally {
  await browser.close();
  server.close();
  server.closeAllConnections();
}

const kB = (number: number): string => `${number.toFixed(1)} kB`;
const ms = (number: number): string => `${Math.round(number)} ms`;
console.log(`\nFrom opening search to the first result, median of ${ROUNDS}, nothing cached:`);
console.table(
  Object.fromEntries(
    rows.map(({ query, online, disk, asked }) => [
      query,
      {
        'from a server': ms(online),
        'from disk': ms(disk),
        ratio: (disk / online).toFixed(2),
        requests: asked.online.length,
        weight: kB(weight(asked.online).plain),
        'weight, text gzipped': kB(weight(asked.online).compressed),
        'same by scripts': kB(weight(asked.disk).plain),
        'same by scripts, gzipped': kB(weight(asked.disk).compressed),
      },
    ]),
  ),
);
const ratio = median(rows.map(({ online, disk }) => disk / online));
console.log(`Median ratio, disk to server: ${ratio.toFixed(2)}`);

const folder = join(DIST, 'search');
const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
const total = (scripts: boolean): number =>
  files
    .filter(({ name }) => name !== 'search.js' && name.endsWith('.js') === scripts)
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size / 1000, 0);
console.log(
  `search.js: ${kB(weight(['search/search.js']).plain)}, ${kB(weight(['search/search.js']).compressed)} gzipped. ` +
    `On disk: index ${kB(total(false))}, the same as scripts ${kB(total(true))}.`,
);
