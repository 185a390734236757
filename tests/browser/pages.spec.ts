// One page of each kind and of each variant of the markup: it is accessible in both themes and on a phone, causes no
// errors, fits a narrow screen, and reads the same without JavaScript. tests/output checks every page from its file.
import { COLOURS, violations } from '../support/axe.ts';
import { browserTest, expect, siteAddress, TROUBLES, troubles, type Page } from '../support/browser.ts';
import { variants } from '../support/kinds.ts';
import { WHOLE } from '../support/project.ts';

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
/** The narrowest screen: a wide one at 400 % (WCAG 2.2, 1.4.10). */
const NARROW = { width: 320, height: 640 };

interface Shown {
  readonly page: Page;
  /** What `troubles` found since the list was last emptied. */
  readonly found: string[];
}

/** The rules whose result depends on the width of the page. */
const NARROW_RULES = [...COLOURS, 'target-size', 'scrollable-region-focusable', 'landmark-unique'];

/** The text that the main part shows, without the control of days, which needs scripts (known.spec.ts), and all its text. */
const textOf = (page: Page): Promise<{ shown: string; held: string }> =>
  page.evaluate(() => {
    const main = document.querySelector('main');
    for (const control of document.querySelectorAll<HTMLElement>('.as-known')) control.style.display = 'none';
    return { shown: main?.innerText.replace(/\s+/g, ' ').trim() ?? '', held: main?.textContent ?? '' };
  });

const widthOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

/** Two pages for all addresses, one of them without JavaScript: opening a new page each time takes longer than most checks. */
const test = browserTest.extend<object, { shown: Shown; plain: Page }>({
  shown: [
    async ({ browser }, use) => {
      const baseURL = siteAddress();
      const context = await browser.newContext({ baseURL, viewport: WIDE, colorScheme: 'light' });
      await use({ page: await context.newPage(), found: troubles(context, new URL(baseURL).origin) });
      await context.close();
    },
    { scope: 'worker' },
  ],
  plain: [
    async ({ browser }, use) => {
      const options = { baseURL: siteAddress(), javaScriptEnabled: false, viewport: NARROW };
      const context = await browser.newContext(options);
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
});

for (const path of variants()) {
  test(path, async ({ shown: { page, found }, plain }) => {
    found.length = 0;
    await page.setViewportSize(WIDE);
    await page.emulateMedia({ colorScheme: 'light' });
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    expect.soft(await violations(page), 'axe, 1280 px, light').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect.soft(await violations(page, COLOURS), 'axe, 1280 px, dark').toEqual([]);
    await page.setViewportSize(PHONE);
    expect.soft(await violations(page, NARROW_RULES), 'axe, 390 px, dark').toEqual([]);
    await page.setViewportSize(NARROW);
    expect.soft(await widthOf(page), 'width on a screen of 320 px').toBe(NARROW.width);

    await plain.goto(path);
    expect.soft(await widthOf(plain), 'width without JavaScript').toBe(NARROW.width);
    const without = await textOf(plain);
    expect(without.shown.length, 'letters to read without JavaScript').toBeGreaterThan(100);
    // Without JavaScript the search page and the 404 page show other text (search.spec.ts), and the offline page lacks its switch
    // (worker.spec.ts).
    if (!['404.html', 'search.html', 'offline.html'].includes(path))
      expect(without).toEqual(await textOf(page));
    expect(found, TROUBLES).toEqual([]);
  });
}

test('no entry makes a narrow screen scroll sideways', async ({ plain }) => {
  // The whole page has the prose, facts and charts of all entries.
  await plain.goto(WHOLE);
  expect(await widthOf(plain)).toBe(NARROW.width);
});

test('the home page is at most 6 screens high, and 9 on a phone', async ({ page }) => {
  for (const [width, height, screens] of [
    [1440, 900, 6],
    [390, 844, 9],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto(siteAddress() + 'index.html');
    await page.evaluate(() => document.fonts.ready);
    const high = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(high / height, `${width} px`).toBeLessThanOrEqual(screens);
    await expect(page.locator('main .lede')).toBeInViewport();
    await expect(page.locator('main .map-frame')).toBeInViewport();
  }
});
