// Readers' own settings on every kind of page: larger text, zoom, reduced motion, forced colours.
import { expect, test, type Page } from '../support/browser.ts';
import { cutOff } from '../support/fit.ts';
import { KINDS } from '../support/kinds.ts';

/** Opens a page of each kind in turn and checks it. */
async function eachKind(page: Page, look: (path: string) => Promise<void>): Promise<void> {
  for (const path of KINDS) {
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready);
    await look(path);
  }
}

test('text at 200 %: nothing is cut off, and nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const size = (): Promise<number> =>
    page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  await page.goto('index.html');
  const before = await size();
  // The browser's font size setting: 32 pixels instead of 16.
  const browser = await page.context().newCDPSession(page);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
  await eachKind(page, async (path) => {
    expect.soft(await size(), path).toBeCloseTo(2 * before);
    expect.soft(await cutOff(page, true), path).toEqual([]);
  });
});

test('zoom at 400 %: nothing is cut off, and nothing scrolls sideways', async ({ page }) => {
  // A window of 1280 by 1024 pixels at 400 %.
  await page.setViewportSize({ width: 320, height: 256 });
  await eachKind(page, async (path) => expect.soft(await cutOff(page, true), path).toEqual([]));
});

test('reduced motion: nothing moves by itself', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await eachKind(page, async (path) => {
    const moving = await page.evaluate(() => {
      const seconds = (list: string): number =>
        Math.max(...list.split(',').map((part) => Number.parseFloat(part)));
      const found = [...document.querySelectorAll('*')]
        .filter((element) => {
          const style = getComputedStyle(element);
          const animated = style.animationName !== 'none' && seconds(style.animationDuration) > 0;
          // A transition of `display` alone has two states with nothing between them.
          const changes = style.transitionProperty !== 'display' && seconds(style.transitionDuration) > 0;
          return changes || animated || style.scrollBehavior === 'smooth';
        })
        .map(({ tagName, className }) => `${tagName} ${String(className)}`);
      return [...found, ...document.getAnimations().map(() => 'a running animation')];
    });
    expect.soft(moving, path).toEqual([]);
  });
});

test.describe('forced colours', () => {
  test.use({ viewport: { width: 1600, height: 1000 } });

  test.beforeEach(({ page }) => page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' }));

  /** True if the page looks different with the element than without it. */
  async function drawn(page: Page, selector: string): Promise<boolean> {
    const element = page.locator(selector).locator('visible=true').first();
    await element.scrollIntoViewIfNeeded();
    const before = await element.screenshot();
    await element.evaluate((shape: HTMLElement | SVGElement) => (shape.style.opacity = '0'));
    const without = await element.screenshot();
    return !before.equals(without);
  }

  test('a voice that was only seen is still told apart, and a side still has its sign', async ({ page }) => {
    await page.goto('questions/who-directs-the-militias.html');
    // Forced colours leave lines of text alone.
    await expect(page.locator('.seen-voice').first()).toHaveCSS('text-decoration-style', 'dashed');
    const sign = await page
      .locator('.side')
      .first()
      .evaluate((side) => getComputedStyle(side, '::before').content);
    expect(sign).toMatch(/[▲■●◆+◊○→]/);
  });

  const CHARTS = {
    'events/index.html': ['.chart-events .when-mark', '.chart-statements .side-shape path'],
    'sources/index.html': ['.chart-lineage .share', '.chart-relations .opposed'],
    'questions/index.html': ['.matrix .glyph'],
    'places/index.html': ['.map-outer', '.map-point', '.map-area'],
  };

  for (const [path, marks] of Object.entries(CHARTS)) {
    test(`the marks of the charts of ${path} can be seen`, async ({ page }) => {
      await page.goto(path);
      for (const mark of marks) expect.soft(await drawn(page, mark), mark).toBe(true);
    });
  }
});
