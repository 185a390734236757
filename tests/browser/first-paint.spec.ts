// The first 14 KB of a page show the whole first screen, before any font or script, however long the
// page.
import type { Page } from '@playwright/test';
import { browserTest as test, expect } from '../support/browser.ts';
import { serveBeginnings } from '../support/first-paint.ts';
import { KINDS } from '../support/kinds.ts';
import { KB, size } from '../support/weight.ts';

/** What a server may send before it has heard back from the browser: ten packets (RFC 6928). */
const FIRST = 14 * KB;

const SCREENS = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];

/** Lighter pages come whole. */
const heavy = KINDS.filter((path) => size(path) > FIRST);

/** Pictures of the first screen of the open page, on each of the screens. */
async function firstScreens(page: Page): Promise<Buffer[]> {
  const pictures: Buffer[] = [];
  for (const viewport of SCREENS) {
    await page.setViewportSize(viewport);
    pictures.push(await page.screenshot());
  }
  return pictures;
}

test('on a phone and a desk, the first screen of each kind of page needs at most 14 KB', async ({ page }) => {
  expect(heavy.length).toBeGreaterThan(0);
  const [beginnings, whole] = [await serveBeginnings(FIRST), await serveBeginnings(Infinity)];
  for (const path of heavy) {
    await test.step(path, async () => {
      await page.goto(whole.address + path);
      const expected = await firstScreens(page);
      // A page that stops in the middle never loads.
      await page.goto(beginnings.address + path, { waitUntil: 'commit' });
      const same = async (): Promise<boolean> => {
        const pictures = await firstScreens(page);
        return pictures.every((picture, index) => expected[index]?.equals(picture) === true);
      };
      await expect.poll(same, { message: path }).toBe(true);
    });
  }
  beginnings.close();
  whole.close();
});
