// Search from disk loads only what it needs, and search says so where it cannot load its files.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Route } from '@playwright/test';
import { files } from '../../src/output/files.ts';
import { browserTest as test, expect, open } from '../support/browser.ts';
import { copied } from '../support/disk.ts';
import { SCREEN } from '../support/journey.ts';
import { answered, results, search, searchDialogue } from '../support/search.ts';

test.use({ viewport: SCREEN });

test('from disk, a query loads only the files that it needs', async ({ page, disk }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().slice(disk.length)));
  await open(page, `${disk}index.html`);
  expect(asked.filter((path) => path.startsWith('search/'))).toEqual([]);
  await expect(results(await search(page, 'Graivoron')).first()).toBeVisible();
  const parts = (folder: string): string[] => asked.filter((path) => path.startsWith(`search/${folder}/`));
  expect(parts('index')).toHaveLength(1);
  // The facets are in the script.
  expect(parts('filter')).toEqual([]);
  // As many fragments as fit on the screen and a little beyond it.
  expect(parts('fragment').length).toBeLessThan(12);
  expect(asked.filter((path) => path.startsWith('search/') && !/\.(?:js|css)$/.test(path))).toEqual([]);
});

test('from disk, in a browser without Uint8Array.fromBase64', async ({ page, disk }) => {
  await open(page, `${disk}index.html`);
  await page.evaluate(() => Reflect.deleteProperty(Uint8Array, 'fromBase64'));
  await expect(results(await search(page, 'Graivoron')).first()).toBeVisible();
});

test.describe('where a file cannot be loaded', () => {
  const apology = 'Search could not load its files';
  const PAGE = 'events/index.html';
  // Blocked before the page opens: a page that is open and busy may handle a key before it hears of the block.
  const block = (page: Page, files: RegExp): Promise<unknown> => page.route(files, (route) => route.abort());

  /** Expects that without its script, search leads to the search page, which says so and offers the indexes. */
  async function withoutScript(page: Page, root: string): Promise<void> {
    await page.keyboard.press('/');
    await expect(page).toHaveURL(`${root}search.html`);
    await expect(page.getByRole('alert')).toContainText('Search cannot run here');
    await page.getByRole('main').getByRole('link', { name: 'Places' }).click();
    await expect(page).toHaveURL(`${root}places/index.html`);
  }

  /** Expects that without its engine, the search dialogue says so and offers the indexes. */
  async function withoutEngine(page: Page, root: string): Promise<void> {
    await page.keyboard.press('/');
    const status = searchDialogue(page).getByRole('status').filter({ hasText: apology });
    await expect(status).toBeVisible();
    await status.getByRole('link', { name: 'Places' }).click();
    await expect(page).toHaveURL(`${root}places/index.html`);
  }

  for (const [what, file, look] of [
    ['the script', /\bsearch\/search\.js$/, withoutScript],
    ['the engine', /\bsearch\/wasm/, withoutEngine],
  ] as const) {
    test(`${what}, from a server`, async ({ page, site }) => {
      await block(page, file);
      await open(page, site + PAGE);
      await look(page, site);
    });

    test(`${what}, from disk`, async ({ page }) => {
      const { root, folder, end } = copied();
      try {
        const removed = files(folder).filter((path) => file.test(path));
        expect(removed).not.toEqual([]);
        for (const path of removed) rmSync(join(folder, path));
        await open(page, root + PAGE);
        await look(page, root);
      } finally {
        end();
      }
    });
  }

  test('WebAssembly', async ({ page, disk }) => {
    await open(page, disk + PAGE);
    await page.evaluate(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
    await withoutEngine(page, disk);
  });

  test('a part of the index: the reader is told, and search works once it loads', async ({ page, site }) => {
    await block(page, /\/search\/index\//);
    await open(page, site + PAGE);
    await page.keyboard.press('/');
    const dialogue = searchDialogue(page);
    await dialogue.getByRole('searchbox').fill('Graivoron');
    await expect(dialogue).toContainText(apology);
    await expect(dialogue).not.toContainText('Nothing found');
    await page.unroute(/\/search\/index\//);
    await dialogue.getByRole('searchbox').fill('Graivoro');
    await expect(dialogue.locator('.result-link').first()).toBeVisible();
    await expect(dialogue).not.toContainText(apology);
  });

  test('a part of the index for a first word: the next word is found', async ({ page, site }) => {
    await open(page, site + PAGE);
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
  });

  for (const [what, file, answer] of [
    ['a result that a deploy has removed', /\/search\/fragment\//, undefined],
    ['the index of another build', /\/search\/pagefind-entry\.json/, { json: { languages: {} } }],
  ] as const) {
    test(`${what}: the reader can load the page anew and keeps the words`, async ({ page, site }) => {
      await open(page, site + PAGE);
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
    });
  }
});
