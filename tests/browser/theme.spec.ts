// Light and dark: the page follows the system until the reader chooses. The choice lasts and is applied before the
// first paint.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, open, test, type Page } from '../support/browser.ts';
import { DIST } from '../support/project.ts';

const LIGHT = 'rgb(251, 250, 246)';
const DARK = 'rgb(21, 23, 26)';

const ground = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test('without a choice the page follows the system, also when the system changes', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('index.html');
  const button = page.locator('theme-switch').getByRole('button');
  expect(await ground(page)).toBe(LIGHT);
  await expect(button).toHaveAccessibleName('Colours: Dark');
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await ground(page)).toBe(DARK);
  await expect(button).toHaveAccessibleName('Colours: Light');
});

const ROOTS = {
  'over HTTP': (site: string): string => site,
  'from disk': (): string => pathToFileURL(join(DIST, '/')).href,
} as const;

const stored = (page: Page): Promise<string | null> => page.evaluate(() => localStorage.getItem('theme'));

for (const [name, root] of Object.entries(ROOTS)) {
  /**
   * Switches the theme and reloads the page. From disk each load of a page has a process of its own, and a busy
   * Chromium may end the process before what the page stored has left it: then switches again.
   */
  async function choose(page: Page, theme: 'light' | 'dark'): Promise<void> {
    const button = page.locator('theme-switch').getByRole('button');
    const chosen = { light: LIGHT, dark: DARK }[theme];
    const attempt = async (): Promise<void> => {
      if ((await ground(page)) !== chosen) await button.press('Enter');
      expect(await ground(page)).toBe(chosen);
      await page.reload();
      expect(await stored(page)).toBe(theme);
    };
    await (name === 'from disk' ? expect(attempt).toPass() : attempt());
  }

  test(`${name} the choice lasts over reloads and pages, overrides the system, and can be changed back`, async ({
    page,
    site,
  }) => {
    // Records the theme at the moment when the page first has something to paint.
    await page.addInitScript(() => {
      new MutationObserver((_changes, observer) => {
        if (!document.body) return;
        Object.assign(globalThis, { atFirst: document.documentElement.dataset['theme'] });
        observer.disconnect();
      }).observe(document, { childList: true, subtree: true });
    });
    const atFirst = (): Promise<unknown> =>
      page.evaluate(() => (globalThis as unknown as { atFirst: unknown }).atFirst);
    await page.emulateMedia({ colorScheme: 'light' });
    await open(page, `${root(site)}index.html`);
    expect(await ground(page)).toBe(LIGHT);

    await choose(page, 'dark');
    expect(await atFirst(), 'the theme of the first paint').toBe('dark');
    expect(await ground(page)).toBe(DARK);
    await expect(page.locator('theme-switch').getByRole('button')).toHaveAccessibleName('Colours: Light');
    await page.goto(`${root(site)}people/gladkov.html`);
    expect(await atFirst(), 'the theme of the first paint').toBe('dark');
    expect(await ground(page)).toBe(DARK);

    await choose(page, 'light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.reload();
    expect(await atFirst(), 'the theme of the first paint').toBe('light');
    expect(await ground(page)).toBe(LIGHT);
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
