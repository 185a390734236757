// Every page of dist/: it answers, it is accessible, it is quiet, it fits a narrow screen, and it can be
// read without JavaScript. One load serves most of the checks.
import { WHOLE } from '../../src/integrations/whole-page.ts';
import { bringAxe, COLOURS, layOutAll, violations } from '../support/axe.ts';
import { browserTest, expect, siteAddress, TROUBLES, troubles, type Page } from '../support/browser.ts';
import { KINDS, PAGES } from '../support/kinds.ts';

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

/**
 * Rules that look at every element against every other, or paint each: they take half a minute on the page of the
 * whole work, all of whose entries pass them on their own pages.
 */
const SLOW: Readonly<Record<string, readonly string[]>> = {
  [WHOLE]: ['color-contrast', 'region', 'target-size'],
};

interface Shown {
  readonly page: Page;
  /** What a reader should never cause, since the list was last emptied. */
  readonly found: string[];
}

/** The text of the page's main part, as shown. */
async function mainText(page: Page): Promise<string> {
  await layOutAll(page);
  // Asked in the page: a locator brings all of Playwright's own into each page first.
  const text = await page.evaluate(() => document.querySelector('main')?.innerText ?? '');
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * Two pages for all addresses, one of them without JavaScript: a new one for each would take most of the
 * time, and nothing here leaves anything behind.
 */
const pageTest = browserTest.extend<object, { shown: Shown; plain: Page }>({
  shown: [
    async ({ browser }, use) => {
      const baseURL = siteAddress();
      const context = await browser.newContext({ baseURL, viewport: WIDE, reducedMotion: 'reduce' });
      await bringAxe(context);
      await use({ page: await context.newPage(), found: troubles(context, new URL(baseURL).origin) });
      await context.close();
    },
    { scope: 'worker' },
  ],
  plain: [
    async ({ browser }, use) => {
      const context = await browser.newContext({
        baseURL: siteAddress(),
        javaScriptEnabled: false,
        viewport: WIDE,
      });
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
});

for (const path of PAGES) {
  pageTest(path, async ({ shown: { page, found }, plain }) => {
    found.length = 0;
    await page.setViewportSize(WIDE);
    await page.emulateMedia({ colorScheme: 'light' });
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    expect(await page.evaluate(() => document.querySelectorAll('h1').length), 'main headings').toBe(1);
    expect.soft(await violations(page, { without: SLOW[path] ?? [] }), 'axe, 1280 px, light').toEqual([]);

    if (KINDS.includes(path)) {
      await page.setViewportSize(PHONE);
      expect.soft(await violations(page), 'axe, 390 px, light').toEqual([]);
      await page.setViewportSize(WIDE);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect.soft(await violations(page, { only: COLOURS }), 'axe, 1280 px, dark').toEqual([]);
    }

    const text = await mainText(page);
    await page.setViewportSize({ width: 320, height: 640 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect.soft(width, 'the width of the page on a screen of 320 px').toBe(320);

    await plain.goto(path);
    const plainText = await mainText(plain);
    expect(plainText.length, 'letters to read without JavaScript').toBeGreaterThan(100);
    // The search page says something else to those without (search.spec.ts), and the switch of what the browser
    // keeps is for those with it (worker.spec.ts).
    if (!['search.html', 'offline.html'].includes(path)) expect(plainText).toBe(text);
    expect(found, TROUBLES).toEqual([]);
  });
}
