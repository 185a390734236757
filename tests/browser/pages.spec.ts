// One page of each kind and of each variant of the markup: it is accessible in both themes and on a phone, causes no
// errors and fits a narrow screen. A page of each kind also reads the same without JavaScript, and suits readers' own
// settings, the keyboard, paper and screen readers. Few loads serve many checks, since a load takes longer than most.
// tests/output checks every page from its file.
import type { CDPSession } from '@playwright/test';
import { COLOURS, violations } from '../support/axe.ts';
import { browserTest, expect, open, TROUBLES, troubles, type Page } from '../support/browser.ts';
import { KINDS, variants } from '../support/kinds.ts';
import { WHOLE } from '../support/project.ts';
import { cutOff, holes, moving, onPaper, RIGHT_ON_PAPER, withoutRing } from '../support/page-checks.ts';

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
/** The narrowest screen: a window of 1280 by 1024 pixels at 400 % (WCAG 2.2, 1.4.10). */
const NARROW = { width: 320, height: 256 };
/** The width of A4 between margins of a centimetre, as the browser prints it. */
const PAPER = { width: Math.floor((190 / 25.4) * 96), height: 1000 };

/** The rules whose result depends on the width of the page. */
const NARROW_RULES = [...COLOURS, 'target-size', 'scrollable-region-focusable', 'landmark-unique'];

/** The most blank height in the column of the text, in CSS pixels, at any width. */
const BLANK = 80;
const WIDTHS = [390, 768, 1180, 1440, 1920];

/** The browser's default font size, in CSS pixels. */
const FONT_SIZE = 16;

/** Roles that need an accessible name. */
const NAMED = new Set([
  ...['link', 'button', 'image', 'checkbox', 'combobox', 'searchbox'],
  ...['figure', 'region', 'navigation', 'heading'],
]);

/** A page that all tests of a worker share. */
interface Shown {
  readonly page: Page;
  readonly devtools: CDPSession;
  /** What `troubles` found since the list was last emptied. */
  readonly found: string[];
}

/** The text that the main part shows, without the control of days, which needs scripts (known.spec.ts), and all its text. */
const textOf = (page: Page): Promise<{ shown: string; held: string }> =>
  page.evaluate(() => {
    const main = document.querySelector('main');
    const controls = document.querySelectorAll<HTMLElement>('.as-known');
    for (const control of controls) control.style.display = 'none';
    const shown = main?.innerText.replace(/\s+/g, ' ').trim() ?? '';
    for (const control of controls) control.style.removeProperty('display');
    return { shown, held: main?.textContent ?? '' };
  });

const widthOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

const test = browserTest.extend<object, { shown: Shown; plain: Page }>({
  shown: [
    async ({ browser, site }, use) => {
      const context = await browser.newContext({ baseURL: site, viewport: WIDE });
      const page = await context.newPage();
      const found = troubles(context, new URL(site).origin);
      await use({ page, devtools: await context.newCDPSession(page), found });
      await context.close();
    },
    { scope: 'worker' },
  ],
  plain: [
    async ({ browser, site }, use) => {
      const options = { baseURL: site, javaScriptEnabled: false, viewport: NARROW };
      const context = await browser.newContext(options);
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
});

/** The first stop of a page skips to its text. */
async function skips(page: Page): Promise<void> {
  const skip = page.getByRole('link', { name: 'Skip to the text' });
  await expect(skip).not.toBeInViewport();
  await page.keyboard.press('Tab');
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  const within = await page.evaluate(() => document.activeElement?.closest('main, footer') !== null);
  expect(within, 'the next stop is in the text').toBe(true);
  await page.evaluate(() => {
    location.hash = '';
    (document.activeElement as HTMLElement | null)?.blur();
  });
}

/** Text at 200 %: the browser's font size setting is 32 pixels instead of 16. */
async function enlarged({ page, devtools }: Shown): Promise<void> {
  const size = (): Promise<number> =>
    page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  const before = await size();
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: 2 * FONT_SIZE } });
  await expect.poll(size).toBeCloseTo(2 * before);
  expect.soft(await cutOff(page, true), 'text at 200 %').toEqual([]);
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: FONT_SIZE } });
  await expect.poll(size).toBeCloseTo(before);
}

/** The nodes of the accessibility tree that need a name and have none. */
async function nameless({ devtools }: Shown): Promise<string[]> {
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  const read = nodes.filter(({ ignored }) => !ignored);
  return [
    ...(read.length > 50 ? [] : ['no tree to speak of']),
    ...read
      .filter(({ role, name }) => NAMED.has(String(role?.value)) && String(name?.value ?? '').trim() === '')
      .map(({ role, backendDOMNodeId }) => `${role?.value} ${backendDOMNodeId}`),
  ];
}

/** What a page of each kind is checked for besides. */
async function suitsReaders(shown: Shown): Promise<void> {
  const { page } = shown;
  // The first page of a reader has the fallback fonts, as has any whose fonts come after its first frame.
  for (const fonts of [false, true]) {
    await page.evaluate((on) => {
      if (on) document.documentElement.dataset['fonts'] = 'on';
      else delete document.documentElement.dataset['fonts'];
      // Fonts are asked for at layout.
      document.body.getBoundingClientRect();
      return document.fonts.ready.then(() => undefined);
    }, fonts);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const wrong = await page.evaluate(holes, BLANK);
      expect.soft(wrong, `at ${width} px, ${fonts ? 'fonts' : 'fallback fonts'}`).toEqual([]);
    }
  }

  await page.setViewportSize(PAPER);
  await page.emulateMedia({ media: 'print' });
  expect.soft(await cutOff(page, false), 'on paper').toEqual([]);
  expect.soft(await onPaper(page), 'on paper').toEqual(RIGHT_ON_PAPER);
  await page.emulateMedia({ media: 'screen' });

  await page.setViewportSize(WIDE);
  await enlarged(shown);
  // The search page's script makes its controls after the page has loaded.
  await expect.poll(() => nameless(shown), 'without a name').toEqual([]);

  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect.poll(() => moving(page), 'with reduced motion').toEqual([]);
  await page.emulateMedia({ reducedMotion: 'no-preference' });

  for (const forcedColors of ['none', 'active'] as const) {
    await page.emulateMedia({ forcedColors });
    // After a key, the browser shows focus rings (:focus-visible).
    await page.keyboard.press('Tab');
    const { stops, hidden } = await withoutRing(page);
    expect(stops).toBeGreaterThan(10);
    expect.soft(hidden, `the focus, forced colours: ${forcedColors}`).toEqual([]);
  }
  await page.emulateMedia({ forcedColors: 'none' });
}

/** A page without JavaScript fits the narrowest screen and has the text of the page as it is open in `page`. */
async function readsWithoutScripts(plain: Page, page: Page, path: string): Promise<void> {
  await plain.goto(path);
  expect.soft(await widthOf(plain), 'width without JavaScript').toBe(NARROW.width);
  const without = await textOf(plain);
  expect(without.shown.length, 'letters to read without JavaScript').toBeGreaterThan(100);
  // Without JavaScript the search page and the 404 page show other text (search.spec.ts), and the offline page lacks its switch
  // (worker.spec.ts).
  if (!['404.html', 'search.html', 'offline.html'].includes(path))
    expect(without).toEqual(await textOf(page));
}

for (const path of variants()) {
  test(path, async ({ shown, plain }) => {
    const { page, found } = shown;
    found.length = 0;
    await page.setViewportSize(WIDE);
    await page.emulateMedia({ colorScheme: 'light' });
    await open(page, path);
    await page.evaluate(() => document.fonts.ready);
    const kind = KINDS.includes(path);
    // On the search page the search box has the focus from the start.
    if (kind && path !== 'search.html') await skips(page);
    expect.soft(await violations(page), 'axe, 1280 px, light').toEqual([]);
    // The words for the asterisk of an inferred date, on the pages of entries.
    const stars = await page.locator('main .inferred').count();
    const key = page.locator('.kicker .key');
    if ((await key.count()) > 0) expect.soft(await key.isVisible(), 'says what * means').toBe(stars > 0);
    await page.emulateMedia({ colorScheme: 'dark' });
    if (kind) await page.setViewportSize(PHONE);
    const again = kind ? NARROW_RULES : COLOURS;
    expect.soft(await violations(page, again), `axe, dark${kind ? ', 390 px' : ''}`).toEqual([]);
    await page.setViewportSize(NARROW);
    expect.soft(await cutOff(page, true), 'at 320 px').toEqual([]);

    if (kind) {
      await readsWithoutScripts(plain, page, path);
      await suitsReaders(shown);
    }
    expect(found, TROUBLES).toEqual([]);
  });
}

test('no entry makes a narrow screen scroll sideways', async ({ plain }) => {
  // The whole page has the prose, facts and charts of all entries.
  await plain.goto(WHOLE);
  expect(await widthOf(plain)).toBe(NARROW.width);
});

test('the home page is at most 6 screens high, and 9 on a phone', async ({ page, site }) => {
  await page.goto(`${site}index.html`);
  await page.evaluate(() => document.fonts.ready);
  for (const [width, height, screens] of [
    [1440, 900, 6],
    [390, 844, 9],
  ] as const) {
    await page.setViewportSize({ width, height });
    const high = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(high / height, `${width} px`).toBeLessThanOrEqual(screens);
    await expect(page.locator('main .lede')).toBeInViewport();
    await expect(page.locator('main .map-frame')).toBeInViewport();
  }
});
