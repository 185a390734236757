// Content is data in the browser too: reads and searches a site whose content is full of markup and quotation marks, and
// checks that none of the markup runs.
import { join } from 'node:path';
import { serveFolder } from '../../src/commands/preview.ts';
import { htmlFiles } from '../../src/output/files.ts';
import { browserTest as test, expect, open, troubles } from '../support/browser.ts';
import { HOSTILE, HOSTILE_LIBRARY } from '../support/hostile.ts';
import { libraryWith } from '../support/library.ts';
import { makeProject, runNode } from '../support/project.ts';
import { results, search } from '../support/search.ts';

const { root, remove } = libraryWith(HOSTILE_LIBRARY);
const dist = join(root, 'dist');
let server: Awaited<ReturnType<typeof serveFolder>>;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  makeProject(root);
  const run = runNode(root, 'src/commands/build.ts');
  expect(await run.end, run.output()).toBe(0);
  server = await serveFolder(dist);
});
test.afterAll(() => {
  server.close();
  remove();
});

test('reading and searching the site runs no script of its content', async ({ context, page }) => {
  const { address } = server;
  const found = troubles(context, new URL(address).origin);
  page.on('dialog', (dialog) => {
    found.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  for (const path of htmlFiles(dist)) await page.goto(address + path);

  await open(page, `${address}places/old-bridge.html`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`The old bridge${HOSTILE}`);
  const dialogue = await search(page, 'unsafe');
  const report = results(dialogue).filter({ hasText: 'never unsafe.' });
  await expect(report).toContainText(`The bridge was never unsafe.${HOSTILE}`);
  const question = results(dialogue).filter({ hasText: 'Was the bridge' });
  await expect(question).toHaveText(`Was the bridge unsafe${HOSTILE}?`);
  await expect(dialogue.locator('.result-chain').first()).toContainText(HOSTILE);
  await expect(dialogue.locator('.result-excerpt').filter({ hasText: HOSTILE }).first()).toBeVisible();
  await expect(dialogue.locator('.result script')).toHaveCount(0);
  await search(page, `${HOSTILE}zzqx`);
  await expect(dialogue.getByRole('status')).toContainText('zzqx');
  expect(found).toEqual([]);
});
