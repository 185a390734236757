// Every page of dist/: it answers, it is accessible, it is quiet, it fits a narrow screen, and it can be
// read without JavaScript. One load serves most of the checks.
import { bringAxe, COLOURS, EACH, layOutAll, violations } from '../support/axe.ts';
import { browserTest, expect, siteAddress, TROUBLES, troubles, type Page } from '../support/browser.ts';
import { KINDS, PAGES } from '../support/kinds.ts';
import { WHOLE } from '../support/project.ts';

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
/** The narrowest screen: a wide one at 400 % (WCAG 2.2, 1.4.10). */
const NARROW = { width: 320, height: 640 };

/** A rule that looks at every element against every other: half a minute on the page of the whole work. */
const SLOW = ['region'];

interface Shown {
  readonly page: Page;
  /** What a reader should never cause, since the list was last emptied. */
  readonly found: string[];
}

/** The text of the page's main part, as shown. */
async function shownText(page: Page): Promise<string> {
  // Asked in the page: a locator brings all of Playwright's own into each page first.
  const text = await page.evaluate(() => document.querySelector('main')?.innerText ?? '');
  return text.replace(/\s+/g, ' ').trim();
}

/** The text of the page's main part, shown or not. */
const heldText = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('main')?.textContent ?? '');

const widthOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

/**
 * What axe finds on a page of a kind that is looked at whole elsewhere: its frame is the same, so that only what it
 * holds is gone through element by element. On the page of the whole work not even that: all its entries have been,
 * on their own pages.
 */
async function ownViolations(page: Page, path: string): Promise<string[]> {
  if (path === WHOLE) return violations(page, { without: [...EACH, ...SLOW] });
  return [
    ...(await violations(page, { without: EACH })),
    ...(await violations(page, { only: EACH, within: 'main' })),
  ];
}

/**
 * Two pages for all addresses, one of them without JavaScript: a new one for each would take most of the
 * time, and nothing here leaves anything behind.
 */
const pageTest = browserTest.extend<object, { shown: Shown; plain: Page }>({
  shown: [
    async ({ browser }, use) => {
      const baseURL = siteAddress();
      const context = await browser.newContext({
        baseURL,
        viewport: WIDE,
        colorScheme: 'light',
        reducedMotion: 'reduce',
      });
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
        viewport: NARROW,
      });
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
});

for (const path of PAGES) {
  pageTest(path, async ({ shown: { page, found }, plain }) => {
    const kind = KINDS.includes(path);
    found.length = 0;
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    expect(await page.evaluate(() => document.querySelectorAll('h1').length), 'main headings').toBe(1);
    const wrong = kind ? await violations(page) : await ownViolations(page, path);
    expect.soft(wrong, 'axe, 1280 px, light').toEqual([]);

    await plain.goto(path);
    await layOutAll(plain);
    expect.soft(await widthOf(plain), 'the width of the page on a screen of 320 px').toBe(NARROW.width);
    expect((await shownText(plain)).length, 'letters to read without JavaScript').toBeGreaterThan(100);
    // The search page says something else to those without (search.spec.ts), and the switch of what the browser
    // keeps is for those with it (worker.spec.ts).
    const same = !['search.html', 'offline.html'].includes(path);
    if (same) expect(await heldText(plain)).toBe(await heldText(page));

    if (kind) {
      await page.setViewportSize(PHONE);
      expect.soft(await violations(page), 'axe, 390 px, light').toEqual([]);
      await page.setViewportSize(NARROW);
      expect.soft(await widthOf(page), 'the width with JavaScript').toBe(NARROW.width);
      if (same) expect(await shownText(plain)).toBe(await shownText(page));
      await page.setViewportSize(WIDE);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect.soft(await violations(page, { only: COLOURS }), 'axe, 1280 px, dark').toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
    }
    expect(found, TROUBLES).toEqual([]);
  });
}
