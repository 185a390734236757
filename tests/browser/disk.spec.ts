// Search from disk loads only what it needs, and search says so where it cannot load its files.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page, Route } from '@playwright/test';
import { files } from '../../src/output/files.ts';
import { expect, open, test } from '../support/browser.ts';
import { copied, onDisk, type Copy } from '../support/disk.ts';
import { SCREEN } from '../support/journey.ts';
import { answered, results, search, searchDialogue } from '../support/search.ts';

let disk: Copy;
test.beforeAll(() => {
  disk = onDisk();
});
test.afterAll(() => disk.remove());

test('from disk, a query loads only the files that it needs', async ({ browser }) => {
  const context = await browser.newContext({ viewport: SCREEN });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().slice(disk.root.length)));
  await open(page, `${disk.root}index.html`);
  expect(asked.filter((path) => path.startsWith('search/'))).toEqual([]);
  await expect(results(await search(page, 'Graivoron')).first()).toBeVisible();
  const parts = (folder: string): string[] => asked.filter((path) => path.startsWith(`search/${folder}/`));
  expect(parts('index')).toHaveLength(1);
  // The facets are in the script.
  expect(parts('filter')).toEqual([]);
  // As many fragments as fit on the screen and a little beyond it.
  expect(parts('fragment').length).toBeLessThan(12);
  expect(asked.filter((path) => path.startsWith('search/') && !/\.(?:js|css)$/.test(path))).toEqual([]);
  await context.close();
});

test('from disk, in a browser without Uint8Array.fromBase64', async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: SCREEN })).newPage();
  await open(page, `${disk.root}index.html`);
  await page.evaluate(() => Reflect.deleteProperty(Uint8Array, 'fromBase64'));
  await expect(results(await search(page, 'Graivoron')).first()).toBeVisible();
  await page.context().close();
});

test.describe('where a file cannot be loaded', () => {
  const apology = 'Search could not load its files';

  /**
   * Opens a page whose console is not watched, since browsers report what they refuse to load.
   * @param blocked files that cannot be loaded. They are blocked before the page opens: a page that is open and busy
   *   may handle a key before it hears of the block.
   */
  async function opened(browser: Browser, root: string, blocked?: RegExp): Promise<Page> {
    const context = await browser.newContext({ viewport: SCREEN });
    const page = await context.newPage();
    if (blocked) await page.route(blocked, (route) => route.abort());
    await open(page, `${root}events/index.html`);
    return page;
  }

  /** Expects that without its script, search leads to the search page, which says so and offers the indexes. */
  async function withoutScript(page: Page, root: string): Promise<void> {
    await page.keyboard.press('/');
    await expect(page).toHaveURL(`${root}search.html`);
    await expect(page.getByRole('alert')).toContainText('Search cannot run here');
    await page.getByRole('main').getByRole('link', { name: 'Places' }).click();
    await expect(page).toHaveURL(`${root}places/index.html`);
    await page.context().close();
  }

  /** Expects that without its engine, the search dialogue says so and offers the indexes. */
  async function withoutEngine(page: Page, root: string): Promise<void> {
    await page.keyboard.press('/');
    const status = searchDialogue(page).getByRole('status').filter({ hasText: apology });
    await expect(status).toBeVisible();
    await status.getByRole('link', { name: 'Places' }).click();
    await expect(page).toHaveURL(`${root}places/index.html`);
    await page.context().close();
  }

  for (const [what, file, look] of [
    ['the script', /\bsearch\/search\.js$/, withoutScript],
    ['the engine', /\bsearch\/wasm/, withoutEngine],
  ] as const) {
    test(`${what}, from a server`, async ({ browser, site }) => {
      await look(await opened(browser, site, file), site);
    });

    test(`${what}, from disk`, async ({ browser }) => {
      const copy = copied();
      try {
        const removed = files(copy.folder).filter((path) => file.test(path));
        expect(removed).not.toEqual([]);
        for (const path of removed) rmSync(join(copy.folder, path));
        await look(await opened(browser, copy.root), copy.root);
      } finally {
        copy.remove();
      }
    });
  }

  test('WebAssembly', async ({ browser }) => {
    const page = await opened(browser, disk.root);
    await page.evaluate(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
    await withoutEngine(page, disk.root);
  });

  test('a part of the index: the reader is told, and search works again once the part can be loaded', async ({
    browser,
    site,
  }) => {
    const page = await opened(browser, site, /\/search\/index\//);
    await page.keyboard.press('/');
    const dialogue = searchDialogue(page);
    await dialogue.getByRole('searchbox').fill('Graivoron');
    await expect(dialogue).toContainText(apology);
    await expect(dialogue).not.toContainText('Nothing found');
    await page.unroute(/\/search\/index\//);
    await dialogue.getByRole('searchbox').fill('Graivoro');
    await expect(dialogue.locator('.result-link').first()).toBeVisible();
    await expect(dialogue).not.toContainText(apology);
    await page.context().close();
  });

  test('a part of the index for a first word: the next word is found', async ({ browser, site }) => {
    const page = await opened(browser, site);
    const dialogue = await search(page, '');
    // Goes on by hand, so that the second search would begin while the first one waits.
    await page.clock.install();
    const { promise: asked, resolve: ask } = Promise.withResolvers<undefined>();
    const { promise: cut, resolve: fail } = Promise.withResolvers<undefined>();
    const hold = async (route: Route): Promise<void> => {
      ask(undefined);
      await cut;
      await route.abort();
    };
    await page.route(/\/search\/index\//, hold, { times: 1 });
    const type = async (word: string): Promise<void> => {
      await dialogue.getByRole('searchbox').fill(word);
      await page.clock.runFor(200);
    };
    await type('evacuation');
    await asked;
    await type('Gladkov');
    fail(undefined);
    await answered(dialogue, 'Gladkov');
    await expect(results(dialogue).first()).toContainText('Gladkov');
    await page.context().close();
  });

  for (const [what, file, answer] of [
    ['a result that a deploy has removed', /\/search\/fragment\//, undefined],
    ['the index of another build', /\/search\/pagefind-entry\.json/, { json: { languages: {} } }],
  ] as const) {
    test(`${what}: the reader can load the page anew and keeps the words`, async ({ browser, site }) => {
      const page = await opened(browser, site);
      await page.route(file, (route) => (answer ? route.fulfill(answer) : route.fulfill({ status: 404 })));
      await page.keyboard.press('/');
      const dialogue = searchDialogue(page);
      await dialogue.getByRole('searchbox').fill('Graivoron');
      await expect(page).toHaveURL(/q=Graivoron/);
      await expect(dialogue.getByRole('status')).toContainText(apology);
      await page.unroute(file);
      await dialogue.getByRole('button', { name: 'Load the page anew' }).click();
      await expect(dialogue.locator('.result-link').first()).toBeVisible();
      await expect(dialogue.getByRole('searchbox')).toHaveValue('Graivoron');
      await page.context().close();
    });
  }
});
