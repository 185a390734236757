// Charts and the menu by keyboard. pages.spec.ts has the stops of each kind of page.
import { expect, open, test } from '../support/browser.ts';

const DRAWINGS = {
  'events/index.html': [
    '.event-days a',
    '.chart-statements .voice-name',
    '.chart-statements .side-shape g a',
  ],
  'sources/index.html': ['.bar-name a'],
  'questions/index.html': ['.matrix td a'],
  'places/index.html': ['.map-names a', '.map-ground a'],
};

for (const [path, links] of Object.entries(DRAWINGS)) {
  test(`in the drawings of ${path} the focus is visible in a screenshot`, async ({ page }) => {
    await page.setViewportSize({ width: 1600, height: 1000 });
    await open(page, path);
    await page.keyboard.press('Tab');
    for (const selector of links) {
      const link = page.locator(selector).locator('visible=true').first();
      await link.scrollIntoViewIfNeeded();
      const box = await link.boundingBox();
      if (!box) throw new Error(`${selector} has no place on the page.`);
      const clip = { x: box.x - 6, y: box.y - 6, width: box.width + 12, height: box.height + 12 };
      const before = await page.screenshot({ clip });
      await link.focus();
      expect.soft(before.equals(await page.screenshot({ clip })), selector).toBe(false);
    }
  });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`on a phone, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ viewport: { width: 390, height: 844 }, javaScriptEnabled });

    test('the menu opens in the header and leads to a section', async ({ page }) => {
      await open(page, 'sources/polskie-radio.html');
      const menu = page.getByText('Menu', { exact: true });
      const sections = page.getByRole('navigation', { name: 'Main' });
      await expect(sections).toBeHidden();
      await menu.focus();
      await page.keyboard.press('Enter');
      await expect(sections).toBeInViewport();
      if (javaScriptEnabled) {
        await page.keyboard.press('Escape');
        await expect(sections).toBeHidden();
        await expect(menu).toBeFocused();
        await page.keyboard.press('Enter');
      }
      await page.keyboard.press('Tab');
      await expect(sections.getByRole('link', { name: 'Groups' })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/groups\/index\.html$/);
    });
  });
}
