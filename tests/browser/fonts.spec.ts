// Which fonts a page loads and draws with: the Latin files on every page, the others only for letters they have.
import type { Page } from '@playwright/test';
import { browserTest as test, expect, fontsFetched, open, siteAddress } from '../support/browser.ts';
import { onDisk, type Copy } from '../support/disk.ts';

let disk: Copy;
test.beforeAll(() => {
  disk = onDisk();
});
test.afterAll(() => disk.remove());

/** A page without letters of other alphabets. */
const PAGE = 'terms/cross-border-raid.html';

/** The font files that a page has asked for, without their hashes. */
function asked(page: Page): Set<string> {
  const names = new Set<string>();
  page.on('request', (request) => {
    const name = /([^/]+)\.[^/.]+\.woff2$/.exec(request.url())?.[1];
    if (name !== undefined) names.add(name);
  });
  return names;
}

/** Whether every glyph of an element is drawn with a font of the site. */
async function drawnWithOurs(page: Page, selector: string): Promise<boolean> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { root } = await devtools.send('DOM.getDocument');
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
  await devtools.detach();
  return fonts.length > 0 && fonts.every(({ isCustomFont }) => isCustomFont);
}

for (const from of ['a server', 'disk']) {
  test(`from ${from}, a page loads the other letters only when it shows them`, async ({ page }) => {
    const fonts = asked(page);
    await open(page, from === 'disk' ? `${disk.root}index.html` : siteAddress());
    if (from !== 'disk') await fontsFetched(page);
    // On a busy machine the fonts may come after the first frame of a page; a later load has them in time.
    await expect(async () => {
      await open(page, (from === 'disk' ? disk.root : siteAddress()) + PAGE);
      await page.evaluate(() => document.fonts.ready);
      expect(await drawnWithOurs(page, 'h1')).toBe(true);
    }).toPass();
    expect([...fonts]).toContain('serif-latin');
    expect([...fonts].filter((name) => !name.endsWith('-latin'))).toEqual([]);

    await page.locator('h1').evaluate((heading) => (heading.textContent = 'ЇжакЁлкаЎŁóź'));
    await expect.poll(() => [...fonts].filter((name) => !name.endsWith('-latin'))).toEqual(['serif-extra']);
    await expect.poll(() => drawnWithOurs(page, 'h1')).toBe(true);
    const refused = await page.evaluate(
      () =>
        // The fallbacks are fonts of the reader's own, which a machine may not have.
        [...document.fonts].filter(({ family, status }) => status === 'error' && !family.includes('Fallback'))
          .length,
    );
    expect(refused).toBe(0);
  });
}

test('the first page paints before its script comes, which fetches the fonts for the next', async ({
  page,
}) => {
  const fonts = asked(page);
  const script = Promise.withResolvers<undefined>();
  await page.route(/\/site\.[^/]*\.js$/, async (route) => {
    await script.promise;
    await route.continue();
  });
  await page.goto(siteAddress() + PAGE);
  const paints = (): Promise<number> =>
    page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length);
  await expect.poll(paints).toBe(1);
  await expect(page.locator('h1')).not.toHaveCSS('font-family', /Site Serif(?! Fallback)/);
  expect([...fonts]).toEqual([]);
  script.resolve(undefined);
  await expect.poll(() => fonts.size).toBe(4);

  await fontsFetched(page);
  // On a busy machine the fonts may come after the first frame of a page; a later load has them in time.
  await expect(async () => {
    await open(page, `${siteAddress()}terms/partisan.html`);
    await page.evaluate(() => document.fonts.ready);
    expect(await drawnWithOurs(page, 'h1')).toBe(true);
  }).toPass();
});

test('a page whose last font comes after its first frame shows none of them, now and later', async ({
  page,
}) => {
  await open(page, siteAddress());
  await fontsFetched(page);
  const last = Promise.withResolvers<undefined>();
  await page.route(/\/sans-latin\.[^/]*\.woff2$/, async (route) => {
    await last.promise;
    await route.continue();
  });
  await page.goto(siteAddress() + PAGE, { waitUntil: 'commit' });
  const paints = (): Promise<number> =>
    page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length);
  await expect.poll(paints).toBe(1);
  const ours = /Site Serif(?! Fallback)/;
  await expect(page.locator('h1')).not.toHaveCSS('font-family', ours);
  last.resolve(undefined);
  await page.waitForLoadState();
  await expect(page.locator('h1')).not.toHaveCSS('font-family', ours);
  expect(await drawnWithOurs(page, 'h1')).toBe(false);
});

test('a page that opens before the first page has fetched all fonts shows none of them', async ({ page }) => {
  const fonts = asked(page);
  const last = Promise.withResolvers<undefined>();
  await page.route(/\/sans-latin\.[^/]*\.woff2$/, async (route) => {
    await last.promise;
    await route.abort();
  });
  await open(page, siteAddress() + PAGE);
  await expect.poll(() => fonts.has('sans-latin')).toBe(true);
  await page.goto(`${siteAddress()}terms/partisan.html`);
  await expect(page.locator('h1')).not.toHaveCSS('font-family', /Site Serif(?! Fallback)/);
  last.resolve(undefined);
});
