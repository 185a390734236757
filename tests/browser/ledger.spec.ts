// The ledger of a source begins within the first two screens, of a laptop and of a phone.
import { ownArchive } from '../support/archive.ts';
import { expect, test } from '../support/browser.ts';

const SCREENS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

test('each held source, and the seen one with the longest head, shows its ledger within two screens', async ({
  page,
}) => {
  const archive = ownArchive();
  const head = (text: string[]): number => text.join('').length;
  const [seen] = archive
    .list('sources')
    .flatMap(({ id, data }) =>
      data.capture === 'seen'
        ? [{ id, long: head([data.title, data.summary, data.extent, data.origin]) }]
        : [],
    )
    .toSorted((a, b) => b.long - a.long);
  for (const { id } of [...archive.heldSources, ...(seen ? [seen] : [])]) {
    await page.goto(`sources/${id}.html`);
    for (const screen of SCREENS) {
      await page.setViewportSize(screen);
      const top = await page
        .locator('.ledger > li')
        .first()
        .evaluate((row) => row.getBoundingClientRect().top);
      expect.soft(top, `${id} at ${screen.width} px`).toBeLessThan(2 * screen.height);
    }
  }
});
