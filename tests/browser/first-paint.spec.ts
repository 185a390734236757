// The first 14 KB of a page show the whole first screen, before any font or script, however long the
// page. On a desk the column of facts and contents left of the text may come later: its place is kept free.
import type { Page } from '@playwright/test';
import { browserTest as test, expect } from '../support/browser.ts';
import { serveBeginnings } from '../support/first-paint.ts';
import { KINDS } from '../support/kinds.ts';
import { KB, size } from '../support/weight.ts';

/** What a server may send before it has heard back from the browser: ten packets (RFC 6928). */
const FIRST = 14 * KB;

const SCREENS = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } } as const;

/** Lighter pages come whole. */
const heavy = KINDS.filter((path) => size(path) > FIRST);

/**
 * Takes a picture of the first screen, from the left edge of the heading.
 * @param until the event to wait for: a page that stops in the middle never loads
 */
async function firstScreen(page: Page, address: string, until: 'commit' | 'load'): Promise<Buffer> {
  await page.goto(address, { waitUntil: until });
  const { x = 0 } = (await page.locator('h1').boundingBox()) ?? {};
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  return page.screenshot({ clip: { x, y: 0, width: width - x, height } });
}

for (const [name, viewport] of Object.entries(SCREENS)) {
  test(`on a ${name}, the first screen of each kind of page needs at most 14 KB`, async ({ page }) => {
    expect(heavy.length).toBeGreaterThan(0);
    const [beginnings, whole] = [await serveBeginnings(FIRST), await serveBeginnings(Infinity)];
    await page.setViewportSize(viewport);
    for (const path of heavy) {
      await test.step(path, async () => {
        const expected = await firstScreen(page, whole.address + path, 'load');
        await expect
          .poll(async () => (await firstScreen(page, beginnings.address + path, 'commit')).equals(expected), {
            message: path,
          })
          .toBe(true);
      });
    }
    beginnings.close();
    whole.close();
  });
}
