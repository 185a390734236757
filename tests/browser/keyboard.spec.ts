// A page by keyboard: the first stop skips to the text, and each stop shows that it has the focus.
import { expect, open, test } from '../support/browser.ts';
import { KINDS } from '../support/kinds.ts';

test('the first stop of every kind of page skips to its text', async ({ page }) => {
  // On the search page the search box has the focus from the start.
  for (const path of KINDS.filter((kind) => kind !== 'search.html')) {
    await open(page, path);
    const skip = page.getByRole('link', { name: 'Skip to the text' });
    await expect(skip).not.toBeInViewport();
    await page.keyboard.press('Tab');
    await expect(skip, path).toBeFocused();
    await expect(skip, path).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main'), path).toBeFocused();
    await page.keyboard.press('Tab');
    const within = await page.evaluate(() => document.activeElement?.closest('main, footer') !== null);
    expect(within, `${path}: the next stop is in the text`).toBe(true);
  }
});

for (const forcedColors of ['none', 'active'] as const) {
  test(`every element that can have the focus shows it, forced colours: ${forcedColors}`, async ({
    page,
  }) => {
    await page.emulateMedia({ forcedColors });
    for (const path of KINDS) {
      await open(page, path);
      // After a key, the browser shows focus rings (:focus-visible).
      await page.keyboard.press('Tab');
      const found = await page.evaluate(() => {
        const stops = [
          ...document.querySelectorAll<HTMLElement | SVGElement>(
            'a[href], button, input, select, summary, [tabindex="0"]',
          ),
        ].filter(
          (element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled'),
        );
        // The styles of the element, its descendants and its list item: a chart may ring a whole row.
        const look = (element: Element): string =>
          [element, ...element.querySelectorAll('*'), element.closest('li') ?? element]
            .map((each) => {
              const style = getComputedStyle(each);
              // An outline without width is not visible.
              const drawn = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
              const { stroke, strokeWidth, borderColor, boxShadow } = style;
              return [drawn && style.outlineColor, stroke, strokeWidth, borderColor, boxShadow].join();
            })
            .join(';');
        const hidden = stops.filter((element) => {
          (document.activeElement as HTMLElement | null)?.blur();
          const before = look(element);
          element.focus();
          return document.activeElement !== element || look(element) === before;
        });
        return {
          stops: stops.length,
          hidden: hidden.map(
            (element) =>
              `${element.tagName} ${element.getAttribute('class') ?? ''} ${element.textContent?.trim().slice(0, 40) ?? ''}`,
          ),
        };
      });
      expect(found.stops, path).toBeGreaterThan(10);
      expect.soft(found.hidden, path).toEqual([]);
    }
  });
}

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
