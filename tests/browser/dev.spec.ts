// `npm run dev`: what an editor sees when a file is edited, broken and mended. Runs in a copy of the project.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import getPort from 'get-port';
import { browserTest as test, expect } from '../support/browser.ts';
import { libraryWith } from '../support/library.ts';
import { makeProject, runNode, stop, type Run } from '../support/project.ts';

const { root, remove } = libraryWith();
const file = join(root, 'content/places/old-bridge.mdx');
const sound = readFileSync(file, 'utf8');
let server: Run;
let address: string;

test.beforeAll(async () => {
  makeProject(root);
  const port = await getPort();
  address = `http://localhost:${port}/places/old-bridge.html`;
  server = runNode(root, 'node_modules/astro/bin/astro.mjs', ['dev', '--port', String(port)]);
  await expect.poll(() => server.output(), { timeout: 240_000 }).toContain('watching for file changes');
});
test.afterAll(async () => {
  await stop(server);
  remove();
});

test('an edit shows, a broken file says what is wrong, and mending it recovers', async ({ page }) => {
  // A page hears of edits only while it is connected to the server, which it is again some time after each load.
  let loads = 0;
  let connections = 0;
  page.on('domcontentloaded', () => (loads += 1));
  page.on('console', (message) => {
    if (message.text().startsWith('[vite] connected')) connections += 1;
  });
  const edit = async (text: string): Promise<void> => {
    await expect.poll(() => connections - loads, 'the page is connected').toBeGreaterThanOrEqual(0);
    writeFileSync(file, text);
  };

  await page.goto(address);
  const main = page.getByRole('main');
  await expect(main).toContainText('It is closed');

  // The open page reloads itself.
  await edit(sound.replace('It is [closed]', 'It is said to be [closed]'));
  await expect(main).toContainText('It is said to be closed');

  const said = server.output().length;
  await edit(sound.replace('kind: building', 'kind: bulding'));
  const overlay = page.locator('vite-error-overlay');
  for (const text of ['old-bridge.mdx', '"bulding"', 'one of country']) {
    await expect(overlay).toContainText(text);
    await expect.poll(() => server.output().slice(said)).toContain(text);
  }

  await edit(sound);
  await expect(main).toContainText('It is closed');
  await expect(overlay).toHaveCount(0);

  // Front matter, also on a page that only refers to the entry.
  await edit(sound.replace('title: The old bridge', 'title: The new bridge'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The new bridge');
  const referring = await page.request.get(new URL('../events/closure.html', address).href);
  expect(await referring.text()).toContain('The new bridge');

  // A page that reloads while its browser closes can keep the browser from closing.
  await page.goto('about:blank');

  // A term is explained in the prose of other files until its own file opts out.
  const boatmen = async (): Promise<string> =>
    (await page.request.get(new URL('../groups/boatmen.html', address).href)).text();
  expect(await boatmen()).toContain('class="term"');
  const term = join(root, 'content/terms/unsafe.mdx');
  writeFileSync(term, readFileSync(term, 'utf8').replace('kind: field', 'kind: field\nexplain: never'));
  await expect.poll(boatmen).not.toContain('class="term"');
});
