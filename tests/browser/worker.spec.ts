// The service worker: a new build takes the place of the old one at once and wholly, and the reader can turn
// the whole off. That it serves without a network is seen in ways.spec.ts.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { serveFolder } from '../support/static-server.ts';
import { files } from '../../src/output/files.ts';
import { writeServiceWorker } from '../../src/integrations/service-worker.ts';
import { indexSite } from '../../src/search/index-site.ts';
import { browserTest as test, expect, troubles } from '../support/browser.ts';
import { SCREEN } from '../support/journey.ts';
import { DIST } from '../support/project.ts';
import { results } from '../support/search.ts';

const PAGE = 'places/grayvoron.html';

/** A word that no page of the site has. */
const WORD = 'zweitausgabe';

/** Serves one folder after another at one address. */
class Host {
  #server: Server | undefined;
  #port = 0;
  root = '';

  async show(folder: string): Promise<void> {
    this.close();
    const { server, address } = await serveFolder(folder, this.#port, '/a/b/');
    this.#server = server;
    this.#port = Number(new URL(address).port);
    this.root = address;
  }

  /** Also cuts the network. */
  close(): void {
    this.#server?.close();
    this.#server?.closeAllConnections();
    this.#server = undefined;
  }
}

const place = mkdtempSync(join(tmpdir(), 'builds-'));
const next = join(place, 'next');

/** The next build: one page says something else, and search finds it. */
test.beforeAll(async () => {
  cpSync(DIST, next, { recursive: true });
  rmSync(join(next, 'search'), { recursive: true });
  const file = join(next, PAGE);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/<p class="lede">/, `$&${WORD} `));
  await indexSite(next);
  for (const path of files(next)) if (/search-files|service-worker/.test(path)) rmSync(join(next, path));
  await writeServiceWorker(next);
});
test.afterAll(() => rmSync(place, { recursive: true, force: true }));

let host: Host;
let context: BrowserContext;
let page: Page;
let found: string[];

test.beforeEach(async ({ browser }) => {
  host = new Host();
  await host.show(DIST);
  context = await browser.newContext({ viewport: SCREEN, serviceWorkers: 'allow' });
  found = troubles(context, new URL(host.root).origin);
  page = await context.newPage();
  await page.goto(`${host.root}${PAGE}`);
  await page.evaluate(() => navigator.serviceWorker.ready);
});
test.afterEach(async () => {
  host.close();
  await context.close();
});

const caches = (): Promise<string[]> => page.evaluate(() => window.caches.keys());
const status = (): Locator => page.locator('offline-switch').getByRole('status');

/** All addresses that are kept, as seen from the site's root. */
const kept = (): Promise<string[]> =>
  page.evaluate(async (root) => {
    const names = await window.caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await window.caches.open(name)).keys()));
    return requests.flat().map(({ url }) => url.slice(root.length).replace(/\?.*$/, ''));
  }, host.root);

async function search(term: string): Promise<Locator> {
  await page.goto(`${host.root}search.html?q=${term}`);
  return results(page.getByRole('main'));
}

/** Some hundred files are fetched one by one, and machines differ. */
const UNHURRIED = { timeout: 60_000 };

/** The build's hash, as the names of its caches have it. */
const build = async (): Promise<string[]> => [
  ...new Set((await caches()).flatMap((name) => /([\da-f]{12}) (?:pages|files)$/.exec(name)?.[1] ?? [])),
];

test('a new build is shown at the next visit, and nothing is left of the old', async () => {
  // The whole of search is kept after a search, and a page that was not searched for.
  await expect((await search('evacuation')).first()).toBeVisible();
  await expect.poll(kept, UNHURRIED).toContainEqual(expect.stringMatching(/^assets\/search-files/));
  const before = await kept();
  const [old] = await build();
  expect(old).toBeDefined();
  expect(before).toContain(PAGE);
  expect(before).not.toContain('places/kozinka.html');

  await host.show(next);
  await page.goto(`${host.root}${PAGE}`);
  await expect(page.locator('.lede'), 'online, the first visit shows the new page').toContainText(WORD);
  await expect.poll(build, UNHURRIED).not.toContain(old);
  const [fresh, ...others] = await build();
  expect(fresh).toBeDefined();
  expect(others, 'the new build alone has caches').toEqual([]);
  expect((await caches()).length).toBe(3);

  // What the reader had is there again, and no file that the new build does not have.
  const after = await kept();
  expect(after).toContain(PAGE);
  expect(after).toContainEqual(expect.stringMatching(/^assets\/search-files/));
  const present = new Set(files(next));
  expect(after.filter((path) => !present.has(path))).toEqual([]);
  expect(before.filter((path) => !present.has(path)).length).toBeGreaterThan(2);

  host.close();
  await expect((await search(WORD)).first(), 'without a network, search finds the new word').toHaveText(
    /Grayvoron/,
  );
  await results(page.getByRole('main')).first().click();
  await expect(page.locator('.lede'), 'without a network, the page is the new one').toContainText(WORD);
  expect(found.filter((trouble) => !trouble.includes('ERR_'))).toEqual([]);
});

test('without a network, a page that is not kept leads to one that says so', async () => {
  host.close();
  await page.goto(`${host.root}places/kozinka.html`);
  await expect(page).toHaveURL(`${host.root}offline.html#not-stored`);
  await expect(page.locator('#not-stored')).toBeVisible();
  await page.goto(`${host.root}places/`);
  await expect(page.getByRole('heading', { level: 1 }), 'a folder shows its index').toHaveText('Places');
});

test('what is no page is left to the browser and kept nowhere', async () => {
  for (const file of ['data/reports.csv', 'SHA256SUMS', 'nothing/here.html']) {
    await page.evaluate(async (address) => (await fetch(address)).text(), host.root + file);
  }
  const all = await kept();
  expect(all).not.toContainEqual(expect.stringMatching(/reports\.csv|SHA256SUMS|nothing/));
});

test('the reader sees what is kept, stores all of search, turns it off for good, and on again', async () => {
  const main = page.getByRole('main');
  const off = main.getByRole('button', { name: 'Turn it off' });
  await page.goto(`${host.root}offline.html`);
  await expect(status()).toHaveText(/^On\. This browser keeps \d+ pages and nothing of search: \d\.\d MB\.$/);
  await expect(page.locator('#not-stored')).toBeHidden();
  await main.getByRole('button', { name: 'Store all of search' }).click();
  await expect(status()).toHaveText(/^On\..* and all of search: /, UNHURRIED);
  await expect(main.getByRole('button', { name: 'Store all of search' })).toBeHidden();

  // Another page is open, whose worker lives on for a while.
  const other = await context.newPage();
  await other.goto(`${host.root}events/index.html`);
  await off.click();
  await expect(status()).toHaveText('Off. This browser keeps nothing of the site.');
  expect(await caches()).toEqual([]);
  const used = await page.evaluate(async () => {
    const [database] = await indexedDB.databases();
    if (!database?.name) return 0;
    const open = indexedDB.open(database.name);
    const opened = await new Promise<IDBDatabase>((resolve) => (open.onsuccess = () => resolve(open.result)));
    const name = opened.objectStoreNames[0];
    if (name === undefined) return 0;
    const count = opened.transaction(name).objectStore(name).count();
    const rows = await new Promise<number>((resolve) => (count.onsuccess = () => resolve(count.result)));
    opened.close();
    return rows;
  });
  expect(used, 'notes of which page was read when').toBe(0);
  expect(await other.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await other.evaluate(async (address) => (await fetch(address)).text(), `${host.root}${PAGE}`);
  expect(await caches(), 'what the other page reads is not kept either').toEqual([]);
  await other.close();

  await page.goto(`${host.root}${PAGE}`, { waitUntil: 'networkidle' });
  await page.goto(`${host.root}offline.html`);
  await expect(status(), 'the choice lasts').toHaveText('Off. This browser keeps nothing of the site.');
  expect(await caches()).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);

  await main.getByRole('button', { name: 'Turn it on' }).click();
  await expect(status()).toHaveText(/^On\. This browser keeps \d\d pages/);
  host.close();
  await page.goto(`${host.root}questions/index.html`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Questions');
});

test('turned off and on again at once, with another page open', async () => {
  const other = await context.newPage();
  await other.goto(`${host.root}events/index.html`);
  await page.goto(`${host.root}offline.html`);
  await page.getByRole('button', { name: 'Turn it off' }).click();
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await expect(status()).toHaveText(/^On\. This browser keeps \d\d pages/);
  host.close();
  await page.goto(`${host.root}questions/index.html`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Questions');
});
