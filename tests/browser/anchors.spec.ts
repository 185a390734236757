// Links to anchors, with the smooth scrolling that readers without reduced motion have: the target ends in the upper
// third of the window.
import { expect, test, type Page } from '../support/browser.ts';

const SCREENS = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

const RAID = 'events/belgorod-raid-may-2023.html';

/** Where the target of the address stands: its distance from the top of the window, as a share of the window. */
const landing = (page: Page): Promise<{ top: number; atEnd: boolean }> =>
  page.evaluate(() => ({
    top: (document.querySelector(':target')?.getBoundingClientRect().top ?? Number.NaN) / innerHeight,
    atEnd: scrollY + innerHeight >= document.documentElement.scrollHeight - 1,
  }));

async function expectLanding(page: Page, name: string): Promise<void> {
  const { top, atEnd } = await landing(page);
  expect.soft(top, name).toBeGreaterThanOrEqual(0);
  // A target on the last screen of a page cannot come up further.
  if (!atEnd) expect.soft(top, name).toBeLessThan(1 / 3);
}

/** Follows an entry of the page's list of its headings. @returns once the scrolling has ended */
async function follow(page: Page, name: string): Promise<void> {
  await page.goto(RAID);
  await page.evaluate(() => document.fonts.ready);
  // A narrow screen has the list folded.
  const fold = page.getByText('On this page', { exact: true });
  if (await fold.isVisible()) await fold.click();
  const link = page.locator('.contents').getByRole('link', { name, exact: true }).locator('visible=true');
  // A click of the mouse would first scroll the link itself into view.
  await link.evaluate(
    (element: HTMLAnchorElement) =>
      new Promise((resolve) => {
        document.addEventListener('scrollend', resolve, { once: true });
        element.click();
      }),
  );
}

for (const [screen, viewport] of Object.entries(SCREENS)) {
  test.describe(`on a ${screen}`, () => {
    test.use({ viewport });

    test('a link to a report lands at its row', async ({ page }) => {
      await page.goto('sources/polskie-radio.html#r21');
      await expect.poll(async () => (await landing(page)).top).toBeLessThan(1 / 3);
      await page.evaluate(() => document.fonts.ready);
      await expectLanding(page, '#r21');
    });

    test('an entry of the list of headings lands at its heading', async ({ page }) => {
      await page.goto(RAID);
      const names = await page.locator('.contents a').locator('visible=true').allTextContents();
      const all = names.length > 0 ? names : await page.locator('.contents.folded a').allTextContents();
      expect(all.length).toBeGreaterThan(5);
      const [, second = ''] = all;
      const middle = all[Math.floor(all.length / 2)] ?? '';
      for (const name of new Set([second, middle, all.at(-1) ?? '', 'Every report about it'])) {
        await follow(page, name);
        await expectLanding(page, name);
      }
    });
  });
}
