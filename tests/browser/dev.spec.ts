// `npm run dev`: what an editor sees when a file is edited, broken and mended, in a project of its own.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import getPort from 'get-port';
import { browserTest as test, expect } from '../support/browser.ts';
import { libraryWith } from '../support/library.ts';
import { makeProject, runNode, stop, type Run } from '../support/project.ts';

/** How long an editor may wait: a second or two, on a machine that has other work as well. */
const SOON = { timeout: 5_000 };

const { root, remove } = libraryWith();
const file = join(root, 'content/places/old-bridge.mdx');
const sound = readFileSync(file, 'utf8');
let server: Run;
let address: string;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  makeProject(root);
  const port = await getPort();
  address = `http://localhost:${port}/places/old-bridge.html`;
  server = runNode(root, 'node_modules/astro/bin/astro.mjs', ['dev', '--port', String(port)]);
  await expect.poll(() => server.output(), { timeout: 90_000 }).toContain('watching for file changes');
});
test.afterAll(async () => {
  await stop(server);
  remove();
});

test('an edit shows, a broken file says what is wrong, and mending it recovers', async ({ page }) => {
  test.setTimeout(60_000);
  await page.goto(address);
  const main = page.getByRole('main');
  await expect(main).toContainText('It is closed');

  // The open page follows by itself.
  writeFileSync(file, sound.replace('It is [closed]', 'It is said to be [closed]'));
  await expect(main).toContainText('It is said to be closed', SOON);

  const said = server.output().length;
  writeFileSync(file, sound.replace('kind: building', 'kind: bulding'));
  const overlay = page.locator('vite-error-overlay');
  for (const text of ['old-bridge.mdx', '"bulding"', 'one of country']) {
    await expect(overlay).toContainText(text, SOON);
    await expect.poll(() => server.output().slice(said), SOON).toContain(text);
  }

  writeFileSync(file, sound);
  await expect(main).toContainText('It is closed', SOON);
  await expect(overlay).toHaveCount(0);

  // The front matter too, and on a page that only refers to it.
  writeFileSync(file, sound.replace('title: The old bridge', 'title: The new bridge'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The new bridge', SOON);
  const referring = await page.request.get(new URL('../events/closure.html', address).href);
  expect(await referring.text()).toContain('The new bridge');

  // Nothing is to reload any more: a page that does while its browser is closed can keep it from closing.
  await page.goto('about:blank');

  // A term is explained in other files' prose, until its own says no.
  const boatmen = async (): Promise<string> =>
    (await page.request.get(new URL('../groups/boatmen.html', address).href)).text();
  expect(await boatmen()).toContain('class="term"');
  const term = join(root, 'content/terms/unsafe.mdx');
  writeFileSync(term, readFileSync(term, 'utf8').replace('kind: field', 'kind: field\nexplain: never'));
  await expect.poll(boatmen, SOON).not.toContain('class="term"');
});
