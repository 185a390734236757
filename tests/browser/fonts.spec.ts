// Which fonts a page loads and draws with: the Latin files on every page, the others only for letters they have.
import type { Page } from '@playwright/test';
import { browserTest as test, expect, fontsFetched, hold, open } from '../support/browser.ts';

/** A page without letters of other alphabets. */
const PAGE = 'terms/cross-border-raid.html';

const OURS = /Site Serif(?! Fallback)/;
/** The last font that a page asks for. */
const LAST = /\/sans-latin\.[^/]*\.woff2$/;

/** The font files that a page has asked for, without their hashes. */
function asked(page: Page): Set<string> {
  const names = new Set<string>();
  page.on('request', (request) => {
    const name = /([^/]+)\.[^/.]+\.woff2$/.exec(request.url())?.[1];
    if (name !== undefined) names.add(name);
  });
  return names;
}

/** Whether every glyph of the heading is drawn with a font of the site. */
async function drawnWithOurs(page: Page): Promise<boolean> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { root } = await devtools.send('DOM.getDocument');
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'h1' });
  const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
  await devtools.detach();
  return fonts.length > 0 && fonts.every(({ isCustomFont }) => isCustomFont);
}

/** Opens a page until it is drawn with the fonts, which on a busy machine may come after the first frame of a page. */
const opensWithOurs = (page: Page, address: string): Promise<void> =>
  expect(async () => {
    await open(page, address);
    await page.evaluate(() => document.fonts.ready);
    expect(await drawnWithOurs(page)).toBe(true);
  }).toPass();

/** Waits for the first paint of a page, which is without the fonts of the site. */
async function paintsWithoutOurs(page: Page): Promise<void> {
  const paints = (): Promise<number> =>
    page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length);
  await expect.poll(paints).toBe(1);
  await expect(page.locator('h1')).not.toHaveCSS('font-family', OURS);
}

for (const from of ['a server', 'disk']) {
  test(`from ${from}, a page loads other letters only when it shows them`, async ({ page, site, disk }) => {
    const root = from === 'disk' ? disk : site;
    const fonts = asked(page);
    await open(page, `${root}index.html`);
    if (from !== 'disk') await fontsFetched(page);
    await opensWithOurs(page, root + PAGE);
    expect([...fonts]).toContain('serif-latin');
    expect([...fonts].filter((name) => !name.endsWith('-latin'))).toEqual([]);

    await page.locator('h1').evaluate((heading) => (heading.textContent = 'ЇжакЁлкаЎŁóź'));
    await expect.poll(() => [...fonts].filter((name) => !name.endsWith('-latin'))).toEqual(['serif-extra']);
    await expect.poll(() => drawnWithOurs(page)).toBe(true);
    const refused = await page.evaluate(
      () =>
        // The fallbacks are fonts of the reader's own, which a machine may not have.
        [...document.fonts].filter(({ family, status }) => status === 'error' && !family.includes('Fallback'))
          .length,
    );
    expect(refused).toBe(0);
  });
}

test('the first page paints before its script, which fetches fonts for the next', async ({ page, site }) => {
  const fonts = asked(page);
  const letScriptCome = await hold(page, /\/site\.[^/]*\.js$/);
  await page.goto(site + PAGE);
  await paintsWithoutOurs(page);
  expect([...fonts]).toEqual([]);
  letScriptCome();
  await expect.poll(() => fonts.size).toBe(4);

  await fontsFetched(page);
  await opensWithOurs(page, `${site}terms/partisan.html`);
});

test('a page whose last font comes after its first frame shows none, also later', async ({ page, site }) => {
  await open(page, site);
  await fontsFetched(page);
  const letLastCome = await hold(page, LAST);
  await page.goto(site + PAGE, { waitUntil: 'commit' });
  await paintsWithoutOurs(page);
  letLastCome();
  await page.waitForLoadState();
  await expect(page.locator('h1')).not.toHaveCSS('font-family', OURS);
  expect(await drawnWithOurs(page)).toBe(false);
});

test('a page that opens before all fonts have been fetched shows none of them', async ({ page, site }) => {
  const fonts = asked(page);
  await hold(page, LAST);
  await open(page, site + PAGE);
  await expect.poll(() => fonts.has('sans-latin')).toBe(true);
  await page.goto(`${site}terms/partisan.html`);
  await expect(page.locator('h1')).not.toHaveCSS('font-family', OURS);
});
