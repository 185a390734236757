// The charts and the marks of voices with forced colours. pages.spec.ts has readers' other settings.
import { expect, test, type Page } from '../support/browser.ts';

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

  test('a voice that was only seen is still told apart, and a side still has its shape', async ({ page }) => {
    await page.goto('questions/who-directs-the-militias.html');
    // Forced colours leave lines of text alone.
    await expect(page.locator('.seen-voice').first()).toHaveCSS('text-decoration-style', 'dashed');
    // A forced background would hide the shape: it keeps its own, in the forced colour of text.
    const shape = await page
      .locator('.side')
      .first()
      .evaluate((side) => {
        const { clipPath, backgroundColor, color } = getComputedStyle(side, '::before');
        return { drawn: clipPath !== 'none', visible: backgroundColor === color };
      });
    expect(shape).toEqual({ drawn: true, visible: true });
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
