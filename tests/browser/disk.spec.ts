// One folder, opened anywhere: the same journey from a server's root, from deep below it, and from disk, with
// the same results; and what search says where its files cannot be had.
import { rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { serveFolder } from '../../src/commands/serve.ts';
import { expect, test, troubles } from '../support/browser.ts';
import { onDisk } from '../support/disk.ts';
import { findings, journey, SCREEN, type Result, type Visitor } from '../support/journey.ts';
import { DIST } from '../support/project.ts';
import { searchDialogue, searchLink } from '../support/search.ts';

const disk = onDisk();
let server: Server;
let below: string;

test.beforeAll(async () => {
  ({ server, address: below } = await serveFolder(DIST, 0, '/a/b/c/'));
});
test.afterAll(() => {
  server.closeAllConnections();
  server.close();
  disk.remove();
});

/** A page in the hands of Playwright. */
function visitor(page: Page): Visitor {
  return {
    open: (address) => page.goto(address),
    address: () => page.url(),
    ask: (question, value) => page.evaluate(question as never, value),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    click: (selector) => page.locator(selector).first().click(),
  };
}

/** Goes the way in a context of its own, in which nothing may be said or asked for that should not be. */
async function quietJourney(browser: Browser, root: string): Promise<Record<string, Result[]>> {
  const context = await browser.newContext({ viewport: SCREEN });
  const found = troubles(context, new URL(root).origin);
  context.on('console', (message) => found.push(`${message.type()}: ${message.text()}`));
  context.on('request', (request) => {
    if (!request.url().startsWith(root) && !request.url().startsWith('data:')) found.push(request.url());
  });
  const results = await journey(visitor(await context.newPage()), root);
  await context.close();
  expect(found, 'words in the console, requests that leave the site').toEqual([]);
  return results;
}

for (const way of ['the root of a server', 'three folders below it', 'disk'] as const) {
  test(`the journey from ${way}, which finds the same everywhere`, async ({ browser, page, site }) => {
    test.setTimeout(120_000);
    const root = { 'the root of a server': site, 'three folders below it': below, disk: disk.root }[way];
    const found = await quietJourney(browser, root);
    await page.setViewportSize(SCREEN);
    expect(found).toEqual(await findings(visitor(page), site));
  });
}

test('from disk, a query loads what it needs and no more', async ({ browser }) => {
  const context = await browser.newContext({ viewport: SCREEN });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().slice(disk.root.length)));
  await page.goto(`${disk.root}index.html`);
  expect(asked.filter((path) => path.startsWith('search/'))).toEqual([]);
  await searchLink(page).click();
  await searchDialogue(page).getByRole('searchbox').fill('Graivoron');
  await expect(searchDialogue(page).locator('.result-link').first()).toBeVisible();
  const parts = (folder: string): string[] => asked.filter((path) => path.startsWith(`search/${folder}/`));
  expect(parts('index')).toHaveLength(1);
  // As many fragments as fit on the screen and a little beyond it.
  expect(parts('fragment').length).toBeLessThan(12);
  expect(asked.filter((path) => path.startsWith('search/') && !/\.(?:js|css)$/.test(path))).toEqual([]);
  await context.close();
});

test('from disk, where the browser does not decode base64 by itself', async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: SCREEN })).newPage();
  await page.goto(`${disk.root}index.html`);
  await page.evaluate(() => Reflect.deleteProperty(Uint8Array, 'fromBase64'));
  await page.keyboard.press('/');
  await searchDialogue(page).getByRole('searchbox').fill('Graivoron');
  await expect(searchDialogue(page).locator('.result-link').first()).toBeVisible();
  await page.context().close();
});

test.describe('where something is refused', () => {
  const apology = 'Search could not load its files';

  /** A page in a context whose console is not watched: browsers speak of what they refuse. */
  async function opened(browser: Browser, root: string): Promise<Page> {
    const context = await browser.newContext({ viewport: SCREEN });
    const page = await context.newPage();
    await page.goto(`${root}events/index.html`);
    return page;
  }

  /** Search cannot have its script: the search page says so and offers the indexes. */
  async function withoutScript(page: Page, root: string): Promise<void> {
    await page.keyboard.press('/');
    await expect(page).toHaveURL(`${root}search.html`);
    await expect(page.getByRole('alert')).toContainText('Search cannot run here');
    await page.getByRole('main').getByRole('link', { name: 'Places' }).click();
    await expect(page).toHaveURL(`${root}places/index.html`);
    await page.context().close();
  }

  /** Search cannot start its engine: the dialogue says so and offers the indexes. */
  async function withoutEngine(page: Page, root: string): Promise<void> {
    await page.keyboard.press('/');
    const status = searchDialogue(page).getByRole('status').filter({ hasText: apology });
    await expect(status).toBeVisible();
    await status.getByRole('link', { name: 'Places' }).click();
    await expect(page).toHaveURL(`${root}places/index.html`);
    await page.context().close();
  }

  test('the script, from a server', async ({ browser, site }) => {
    const page = await opened(browser, site);
    await page.route(/\/search\/search\.js$/, (route) => route.abort());
    await withoutScript(page, site);
  });

  test('the script, from disk', async ({ browser }) => {
    const { root, folder, remove } = onDisk();
    rmSync(join(folder, 'search/search.js'));
    await withoutScript(await opened(browser, root), root);
    remove();
  });

  test('the engine, from a server', async ({ browser, site }) => {
    const page = await opened(browser, site);
    await page.route(/\/search\/wasm/, (route) => route.abort());
    await withoutEngine(page, site);
  });

  test('the engine, from disk', async ({ browser }) => {
    const { root, folder, remove } = onDisk();
    rmSync(join(folder, 'search/wasm.en-gb.pagefind.js'));
    await withoutEngine(await opened(browser, root), root);
    remove();
  });

  test('WebAssembly', async ({ browser }) => {
    const page = await opened(browser, disk.root);
    await page.evaluate(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
    await withoutEngine(page, disk.root);
  });

  test('a part of the index: it is not said to be nothing, and is found when it is back', async ({
    browser,
    site,
  }) => {
    const page = await opened(browser, site);
    await page.route(/\/search\/index\//, (route) => route.abort());
    await page.keyboard.press('/');
    const dialogue = searchDialogue(page);
    await dialogue.getByRole('searchbox').fill('Graivoron');
    await expect(dialogue).toContainText(apology);
    await expect(dialogue).not.toContainText('Nothing found');
    await expect(dialogue.locator('pagefind-summary')).toBeHidden();
    await page.unroute(/\/search\/index\//);
    await dialogue.getByRole('searchbox').fill('Graivoro');
    await expect(dialogue.locator('.result-link').first()).toBeVisible();
    await expect(dialogue).not.toContainText(apology);
    await page.context().close();
  });
});
