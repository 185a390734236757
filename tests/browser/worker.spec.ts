// The service worker across deploys and without a network, and the switch that turns it off. ways.spec.ts makes a
// whole journey without a network.
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { files, htmlFiles } from '../../src/output/files.ts';
import { writeServiceWorker } from '../../src/output/service-worker.ts';
import { browserTest as test, expect, open, troubles } from '../support/browser.ts';
import { SCREEN } from '../support/journey.ts';
import { DIST } from '../support/project.ts';
import { results, search } from '../support/search.ts';
import { serveFolder } from '../../src/commands/preview.ts';

const PAGE = 'places/grayvoron.html';
const OTHER_PAGE = 'places/kozinka.html';

/** The path of the site on its host. */
const BASE = '/a/b/';

/** A word that the next build has on PAGE, and the present build nowhere. */
const WORD = 'zweitausgabe';

const place = mkdtempSync(join(tmpdir(), 'builds-'));
const next = join(place, 'next');
const styles = files(DIST).find((path) => /^assets\/print\..*\.css$/.test(path)) ?? '';
const nextStyles = 'assets/print.deployed.css';

/** A file of the next build that no page loads: only its service worker stores it. */
const UNUSED = 'assets/unused.deployed.css';

/** Makes the next build: a page has another text, and the files with a hash in their name have other names. */
test.beforeAll(async () => {
  cpSync(DIST, next, { recursive: true });
  renameSync(join(next, styles), join(next, nextStyles));
  writeFileSync(join(next, UNUSED), '');
  for (const path of htmlFiles(next)) {
    const file = join(next, path);
    const html = readFileSync(file, 'utf8').replaceAll(styles, nextStyles);
    writeFileSync(file, path === PAGE ? html.replace('<p class="lede">', `$&${WORD} `) : html);
  }
  for (const path of files(join(next, 'search'))) {
    if (/\.pf_\w+$/.test(path)) rmSync(join(next, 'search', path));
  }
  await writeServiceWorker(next);
});
test.afterAll(() => rmSync(place, { recursive: true, force: true }));

/** Installing fetches some 50 files, which takes long on a busy machine. */
const INSTALLATION = { timeout: 60_000 };

test.use({ viewport: SCREEN, serviceWorkers: 'allow' });

let root: string;
/** Closes the server. */
let cutNetwork: () => void;
let page: Page;
let found: string[];

/** Serves another folder at the same address. */
async function deploy(folder: string): Promise<void> {
  cutNetwork();
  ({ close: cutNetwork } = await serveFolder(folder, Number(new URL(root).port), BASE));
}

test.beforeEach(async ({ context, page: own }) => {
  ({ address: root, close: cutNetwork } = await serveFolder(DIST, 0, BASE));
  found = troubles(context, new URL(root).origin);
  page = own;
  await open(page, root + PAGE);
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), INSTALLATION)
    .toBe(true);
});
test.afterEach(() => cutNetwork());

/** The paths of the stored files below the site's root, sorted. */
const stored = (): Promise<string[]> =>
  page.evaluate(async (root) => {
    const names = await window.caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await window.caches.open(name)).keys()));
    return requests
      .flat()
      .map(({ url }) => url.slice(root.length))
      .sort();
  }, root);

const lede = (): Locator => page.locator('.lede');
const font = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).fontFamily);
const offlineSwitch = (): Locator => page.locator('offline-switch');
const on = (): Promise<void> => expect(offlineSwitch().getByRole('status')).toHaveText(/^On\./);
const off = (): Promise<void> => expect(offlineSwitch().getByRole('status')).toHaveText(/^Off\./);

/** Waits until no service worker is being installed. */
const installed = (): Promise<void> =>
  expect
    .poll(
      () =>
        page.evaluate(async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          return [registration?.installing, registration?.waiting, registration?.active?.state];
        }),
      INSTALLATION,
    )
    .toEqual([null, null, 'activated']);

/** Waits for the next build to be installed. */
async function deployed(): Promise<void> {
  await expect.poll(stored, INSTALLATION).toContain(UNUSED);
  await installed();
}

async function readsWithoutNetwork(): Promise<void> {
  await expect
    .poll(stored, INSTALLATION)
    .toEqual(expect.arrayContaining(['offline.html', 'questions/index.html', styles]));
  await installed();
  cutNetwork();
  await page.goto(`${root}questions/index.html`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Questions');
}

/** Troubles other than requests that fail because the network is cut or a file is gone. */
const unexpected = (): string[] => found.filter((trouble) => !/ERR_|404/.test(trouble));

test('a visited page opens without a network, with its styles, also after a deploy', async () => {
  await page.goto(root + OTHER_PAGE);
  await expect.poll(stored, INSTALLATION).toEqual(expect.arrayContaining([PAGE, OTHER_PAGE, styles]));

  await deploy(next);
  await page.goto(root + PAGE);
  await expect(lede(), 'with a network, the page is the new one').toContainText(WORD);
  await deployed();

  cutNetwork();
  await page.goto(`${root}index.html`);
  await page.goto(root + PAGE);
  await expect(lede(), 'without a network, the page is the one read last').toContainText(WORD);
  expect(await font()).toContain('Site Serif');
  await page.goto(root + OTHER_PAGE);
  await expect(page.locator(`link[href$="${styles}"]`), 'this page is of the older build').toHaveCount(1);
  expect(await font(), 'and has its styles').toContain('Site Serif');
  expect(unexpected()).toEqual([]);
});

test('a tab that is open across a deploy keeps working', async ({ context }) => {
  const dialogue = await search(page, 'evacuation');
  const result = results(dialogue).filter({ hasText: 'Evacuation of civilians from Shebekino' });
  await expect(result).toBeVisible();
  await page.keyboard.press('Escape');
  const other = await context.newPage();

  await deploy(next);
  await other.goto(`${root}index.html`);
  await deployed();
  await other.close();
  const status = await page.evaluate(async (url) => (await fetch(url)).status, root + styles);
  expect(status, 'styles that the host no longer has').toBe(200);
  await search(page, 'evacuation');
  await expect(result, 'search goes on').toBeVisible();

  await result.click();
  await expect(page.locator(`link[href$="${nextStyles}"]`), 'links lead to the new build').toHaveCount(1);
  // The link is there before its styles are.
  await expect.poll(font).toContain('Site Serif');
  expect(unexpected()).toEqual([]);
});

test('without a network, a page that is not stored leads to the page that explains it', async () => {
  cutNetwork();
  await page.goto(root + OTHER_PAGE);
  await expect(page).toHaveURL(`${root}offline.html#not-stored`);
  await expect(page.locator('#not-stored')).toBeVisible();
  await page.goto(`${root}places/`);
  await expect(page.getByRole('heading', { level: 1 }), 'a folder shows its index').toHaveText('Places');
});

test('only pages and what they load are stored', async () => {
  const before = await stored();
  for (const file of ['data/reports.csv', 'SHA256SUMS', 'nothing/here.html']) {
    await page.evaluate(async (url) => (await fetch(url)).text(), root + file);
  }
  // Storing follows the answer: by the time the next page is stored, these would be.
  await page.goto(root + OTHER_PAGE);
  await expect.poll(stored, INSTALLATION).toEqual([...before, OTHER_PAGE].sort());
});

test('the switch deletes what is stored and stops storing, until turned on again', async ({ context }) => {
  // Its worker goes on serving this tab.
  const other = await context.newPage();
  await other.goto(`${root}events/index.html`);
  expect(await other.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);

  await open(page, `${root}offline.html`);
  await on();
  await expect(page.locator('#not-stored')).toBeHidden();
  await offlineSwitch().getByRole('button', { name: 'Turn it off' }).click();
  await off();
  expect(await stored()).toEqual([]);
  await other.evaluate(async (url) => (await fetch(url)).text(), root + PAGE);
  await other.close();
  await page.goto(root + PAGE);
  await open(page, `${root}offline.html`);
  await off();
  expect(await page.evaluate(() => window.caches.keys())).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);

  await offlineSwitch().getByRole('button', { name: 'Turn it on' }).click();
  await on();
  await readsWithoutNetwork();
});

test('turned off and on again at once, with another tab open, it stores again', async ({ context }) => {
  const other = await context.newPage();
  await other.goto(`${root}events/index.html`);
  await open(page, `${root}offline.html`);
  await offlineSwitch().getByRole('button', { name: 'Turn it off' }).click();
  await offlineSwitch().getByRole('button', { name: 'Turn it on' }).click();
  await on();
  await readsWithoutNetwork();
});
