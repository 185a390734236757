// Light and dark: the page follows the system until the reader chooses. The choice lasts and is applied before the
// first paint.
import { expect, listens, open, test, type Page } from '../support/browser.ts';

const LIGHT = 'rgb(251, 250, 246)';
const DARK = 'rgb(21, 23, 26)';

const ground = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test('without a choice the page follows the system, also when the system changes', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('index.html');
  expect(await ground(page)).toBe(LIGHT);
  await expect(page.locator('theme-switch').getByRole('button')).toHaveAccessibleName('Theme light or dark');
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await ground(page)).toBe(DARK);
});

/** Records the theme of a page at the moment when it first has something to paint. Runs in the page, before its scripts. */
function recordTheme(): void {
  new MutationObserver((_changes, observer) => {
    if (!document.body) return;
    Object.assign(globalThis, { atFirst: document.documentElement.dataset['theme'] ?? 'none' });
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
}

/** @returns the theme of the first paint; `none` where the page follows the system */
const atFirst = (page: Page): Promise<unknown> =>
  page.evaluate(() => (globalThis as unknown as { atFirst?: unknown }).atFirst);

for (const name of ['over HTTP', 'from disk']) {
  /**
   * Switches the theme, then loads a page, whose first paint has to have the theme. From disk each load has a process of
   * its own, and Chromium may end a process before what the page stored has left it: then switches and loads again.
   */
  async function choose(page: Page, theme: 'light' | 'dark', load: () => Promise<unknown>): Promise<void> {
    const button = page.locator('theme-switch').getByRole('button');
    const chosen = { light: LIGHT, dark: DARK }[theme];
    const attempt = async (): Promise<void> => {
      await listens(page);
      if ((await ground(page)) !== chosen) await button.press('Enter');
      expect(await ground(page)).toBe(chosen);
      await load();
      expect(await atFirst(page), 'the theme of the first paint').toBe(theme);
      expect(await ground(page)).toBe(chosen);
    };
    await (name === 'from disk' ? expect(attempt).toPass() : attempt());
  }

  test(`${name} a choice lasts and overrides the system until changed`, async ({ page, site, disk }) => {
    const root = name === 'from disk' ? disk : site;
    await page.addInitScript(recordTheme);
    await page.emulateMedia({ colorScheme: 'light' });
    await open(page, `${root}index.html`);
    expect(await atFirst(page)).toBe('none');
    expect(await ground(page)).toBe(LIGHT);

    await choose(page, 'dark', () => page.reload());
    await choose(page, 'dark', () => page.goto(`${root}people/gladkov.html`));

    // A choice of light, while the system is dark.
    await page.emulateMedia({ colorScheme: 'dark' });
    await choose(page, 'light', () => page.reload());
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, colorScheme: 'dark' });

  test('the system decides, and the switch is hidden', async ({ page }) => {
    await page.goto('index.html');
    expect(await ground(page)).toBe(DARK);
    await expect(page.locator('theme-switch')).toBeHidden();
  });
});
