// Links to anchors, in Chromium and in Firefox, from a server and from disk, on a wide and a narrow screen.
import { browserTest as test, expect, open } from '../support/browser.ts';
import { firefoxVisitor, launchFirefox } from '../support/firefox.ts';
import { visitor, type Visitor } from '../support/journey.ts';
import { landings, threeOf, WITH_CONTENTS } from '../support/landing.ts';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

// Each browser has each screen and each way in, and both browsers together have all four pairs. The first walk follows
// every entry of the lists of contents on every kind of page, the second three entries of each; Firefox follows those of
// three kinds on each of its screens.
for (const [name, viewport, fromDisk] of [
  ['a desk, from a server', DESK, false],
  ['a phone, from disk', PHONE, true],
] as const) {
  test.describe(() => {
    test.use({ viewport });

    test(`in Chromium on ${name}, every link lands where it leads`, async ({ context, site, disk }) => {
      const newVisitor = async (): Promise<Visitor> => visitor(await context.newPage());
      const extent = { atOnce: 4, every: !fromDisk, lists: WITH_CONTENTS };
      expect(await landings(newVisitor, fromDisk ? disk : site, extent)).toEqual([]);
    });
  });
}

test('after a reload the anchor is in place, though the fonts came only then', async ({ page, site }) => {
  await page.setViewportSize(DESK);
  await page.route('**/*.woff2', (route) => route.abort());
  const address = `${site}sources/latest-news-world.html#ledger`;
  await open(page, address);
  const top = (): Promise<number> =>
    page.locator('#ledger').evaluate((target) => Math.abs(target.getBoundingClientRect().top));
  await expect.poll(top).toBeLessThan(DESK.height / 3);
  const height = (): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight);
  const before = await height();
  await page.unroute('**/*.woff2');
  // Fonts that come after the first frame are not drawn with until the next load.
  await expect(async () => {
    await page.reload();
    await page.evaluate(() => document.fonts.ready);
    expect(await height(), 'the height with the fonts').not.toBe(before);
  }).toPass();
  // In place to a few pixels: the fonts change the height of the text above by more than a hundred.
  await expect.poll(top).toBeLessThan(40);
});

// One start of the browser for both.
test('in Firefox, on a desk from disk and a phone online, every link lands', async ({ site, disk }) => {
  // Installing Firefox may take longer than the test.
  test.setTimeout(600_000);
  const browser = await launchFirefox(DESK);
  try {
    for (const [part, { viewport, root }] of [
      { viewport: DESK, root: disk },
      { viewport: PHONE, root: site },
    ].entries()) {
      const lists = threeOf(WITH_CONTENTS.filter((_, index) => index % 2 === part));
      const newVisitor = async (): Promise<Visitor> => {
        const page = await browser.newPage();
        await page.setViewport(viewport);
        // A ceiling for a machine with other work, as in playwright.config.ts.
        page.setDefaultTimeout(120_000);
        return firefoxVisitor(page);
      };
      expect(await landings(newVisitor, root, { atOnce: 1, every: false, lists })).toEqual([]);
    }
  } finally {
    await browser.close();
  }
});
