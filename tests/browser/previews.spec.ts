// Previews of entries and terms on links in sentences: they open on hover and focus, without a request, and do not keep
// the keyboard.
import type { Locator } from '@playwright/test';
import { preview } from '../../src/archive/previews.ts';
import { ownArchive } from '../support/archive.ts';
import { expect, fontsFetched, open, test } from '../support/browser.ts';

// One worker reads the archive for all of them.
test.describe.configure({ mode: 'default' });

const PAGE = 'events/belgorod-raid-may-2023.html';

const LINKS = {
  'an entry': '.prose p a[href$="/people/gladkov.html"]',
  'a term': '.prose p a.term[href$="/terms/saboteur.html"]',
} as const;

/** The text of the preview that a link shows now; empty if none. */
const shown = (link: Locator): Promise<string> =>
  link.evaluate((element) => {
    const { content } = getComputedStyle(element, '::before');
    // A CSS string, in which quotation marks are escaped.
    return content === 'none' ? '' : content.replace(/^"|"$/g, '').replaceAll('\\"', '"');
  });

/** The preview that the archive makes for the entry that a link leads to. */
async function told(link: Locator): Promise<string> {
  const address = (await link.getAttribute('href')) ?? '';
  const entry = address.replace(/^\.\.\/|\.html$/g, '');
  return preview(ownArchive(), entry, await link.innerText()) ?? 'no preview';
}

for (const [name, selector] of Object.entries(LINKS)) {
  test(`${name}: shown on hover and on focus, hidden by Escape and on leaving`, async ({ page }) => {
    await open(page, PAGE);
    await fontsFetched(page);
    const link = page.locator(selector).first();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const words = await told(link);
    expect(words).toMatch(/[a-z]\.$/);
    const becomes = (expected: string): Promise<void> => expect.poll(() => shown(link)).toBe(expected);

    await becomes('');
    await link.hover();
    await becomes(words);
    await page.keyboard.press('Escape');
    await becomes('');
    await page.mouse.move(0, 0);
    await link.hover();
    await becomes(words);
    await page.mouse.move(0, 0);
    await becomes('');

    // By keyboard: to the link, on to the next, back, and on again.
    await link.focus();
    await becomes(words);
    await page.keyboard.press('Tab');
    await expect(link).not.toBeFocused();
    await becomes('');
    await page.keyboard.press('Shift+Tab');
    await expect(link).toBeFocused();
    await becomes(words);
    await page.keyboard.press('Escape');
    await becomes('');
    await expect(link).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(link).not.toBeFocused();
    // The browser may request the icon at any time.
    expect(asked.filter((address) => !address.endsWith('/icon.svg'))).toEqual([]);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a preview shows on hover and focus', async ({ page }) => {
    await open(page, PAGE);
    const link = page.locator(LINKS['an entry']).first();
    const words = await told(link);
    await link.hover();
    await expect.poll(() => shown(link)).toBe(words);
    await page.mouse.move(0, 0);
    await page.keyboard.press('Tab');
    await link.focus();
    expect(await shown(link)).toBe(words);
  });
});

test('a preview stays on the screen of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, PAGE);
  await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)));
  // A preview lets the mouse through; here the page is asked where it is.
  await page.evaluate(() =>
    [...document.styleSheets]
      .at(-1)
      ?.insertRule('[data-preview]::before { pointer-events: auto !important; }'),
  );
  await page.keyboard.press('Tab');
  for (const link of await page.locator('.prose p a[data-preview]').all()) {
    await link.focus();
    const placed = (): Promise<object> =>
      link.evaluate((element) => {
        const { content, height, width } = getComputedStyle(element, '::before');
        const rows = [...element.getClientRects()];
        const [top, bottom] = [rows[0]?.top ?? Number.NaN, rows.at(-1)?.bottom ?? Number.NaN];
        const high = Number.parseFloat(height);
        const across = Array.from({ length: Math.floor(innerWidth / 8) }, (_step, index) => 8 * index);
        /** True if the preview is drawn at a height of the window. */
        const drawn = (y: number): boolean =>
          y >= 0 &&
          y <= innerHeight &&
          across.some((x) => document.elementsFromPoint(x, y).includes(element));
        return {
          width: document.documentElement.scrollWidth,
          whole: /[.!?]”?"$/.test(content),
          narrow: Number.parseFloat(width) <= innerWidth - 32,
          // All of the preview is in the window, above the lines of the link or below them.
          beside:
            (drawn(top - 6) && drawn(top - high + 2)) || (drawn(bottom + 6) && drawn(bottom + high - 2)),
        };
      });
    const right = { width: 390, whole: true, narrow: true, beside: true };
    await expect.poll(placed, { message: (await link.textContent()) ?? '' }).toEqual(right);
  }
});
