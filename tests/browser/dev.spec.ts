// `npm run dev`: what an editor sees when a file is edited, gets an error and is corrected. Runs in a copy of the project.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import getPort from 'get-port';
import { browserTest as test, expect, open } from '../support/browser.ts';
import { libraryWith } from '../support/library.ts';
import { makeProject, runNode, stop, type Run } from '../support/project.ts';

const { root, remove } = libraryWith();
const file = join(root, 'content/places/old-bridge.mdx');
const sound = readFileSync(file, 'utf8');
let server: Run;
let site: string;

test.beforeAll(async () => {
  makeProject(root);
  const port = await getPort();
  site = `http://localhost:${port}/`;
  server = runNode(root, 'node_modules/astro/bin/astro.mjs', ['dev', '--port', String(port)]);
  await expect.poll(() => server.output(), { timeout: 240_000 }).toContain('watching for file changes');
});
test.afterAll(async () => {
  await stop(server);
  remove();
});

/**
 * Edits a file until the site shows the edit: the server tells a page of an edit only while the page is connected, which it is
 * some time after each load, and a busy system may report an edit while the file is still empty. Each attempt adds an empty
 * line, so that the file changes again.
 * @param shown expects that the site shows the edit
 */
async function edit(text: string, shown: () => Promise<void>, path = file): Promise<void> {
  let attempt = text;
  await expect(async () => {
    attempt += '\n';
    writeFileSync(path, attempt);
    await shown();
  }).toPass();
}

test('an edit shows, an error in a file is reported, and correcting the file recovers', async ({ page }) => {
  await page.goto(`${site}places/old-bridge.html`);
  const main = page.getByRole('main');
  const soon = expect.configure({ timeout: 30_000 });
  await expect(main).toContainText('It is closed');

  // The open page reloads itself.
  await edit(sound.replace('It is [closed]', 'It is said to be [closed]'), () =>
    soon(main).toContainText('It is said to be closed'),
  );

  const said = server.output().length;
  const overlay = page.locator('vite-error-overlay');
  const words = ['content/places/old-bridge.mdx:4:1', '"bulding"', 'one of country'];
  await edit(sound.replace('kind: building', 'kind: bulding'), async () => {
    for (const text of words) await soon(overlay).toContainText(text);
  });
  for (const text of words) expect(server.output().slice(said)).toContain(text);
  await expect(overlay).toHaveCount(1);
  await expect(overlay).not.toContainText(/node_modules|src\//);

  await edit(sound, () => soon(main).toContainText('It is closed'));
  await expect(overlay).toHaveCount(0);

  // Front matter, also on a page that only refers to the entry.
  await edit(sound.replace('title: The old bridge', 'title: The new bridge'), () =>
    soon(page.getByRole('heading', { level: 1 })).toHaveText('The new bridge'),
  );
  const referring = await page.request.get(`${site}events/closure.html`);
  expect(await referring.text()).toContain('The new bridge');

  // The home page stands at the root too; search says that it comes with the build.
  // Again if the open page reloads itself at that moment.
  await expect(() => open(page, site)).toPass();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Claimed & Denied');
  await page.keyboard.press('/');
  await expect(page).toHaveURL(/search\.html/);
  await expect(page.getByRole('alert')).toContainText('Search comes with the build');

  // A page that reloads while its browser closes can keep the browser from closing.
  await page.goto('about:blank');

  // A term is explained in the prose of other files until its own file opts out.
  const boatmen = async (): Promise<string> => (await page.request.get(`${site}groups/boatmen.html`)).text();
  expect(await boatmen()).toContain('class="term"');
  const term = join(root, 'content/terms/unsafe.mdx');
  await edit(
    readFileSync(term, 'utf8').replace('kind: field', 'kind: field\nexplain: never'),
    () => soon.poll(boatmen).not.toContain('class="term"'),
    term,
  );
});
