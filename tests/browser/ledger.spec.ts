// The ledger of a source begins within the first two screens, of a laptop and of a phone.
import { expect, test } from '../support/browser.ts';
import { exported } from '../support/exported.ts';

/** What a source's head is made of. */
interface Source {
  readonly capture: 'held' | 'seen';
  readonly title: string;
  readonly summary: string;
  readonly extent?: string;
  readonly origin?: string;
}

const SCREENS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

test('held sources, and the seen one with the longest head, have rows in two screens', async ({ page }) => {
  const sources = exported<Source>('sources');
  const head = ({ title, summary, extent, origin }: Source): number =>
    [title, summary, extent, origin].join('').length;
  const [seen] = sources.filter(({ capture }) => capture === 'seen').toSorted((a, b) => head(b) - head(a));
  const held = sources.filter(({ capture }) => capture === 'held');
  expect(held.length).toBeGreaterThan(1);
  for (const { address } of [...held, ...(seen ? [seen] : [])]) {
    await page.goto(address);
    for (const screen of SCREENS) {
      await page.setViewportSize(screen);
      const top = await page
        .locator('.ledger > li')
        .first()
        .evaluate((row) => row.getBoundingClientRect().top);
      expect.soft(top, `${address} at ${screen.width} px`).toBeLessThan(2 * screen.height);
    }
  }
});
