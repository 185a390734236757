// Playwright's `test` with the browser that was found, the served site, and a watch over the console and requests.
import { expect, test as base, type BrowserContext, type LaunchOptions, type Page } from '@playwright/test';
import { findChromium } from './chromium.ts';
import { onDisk } from './disk.ts';

export { expect, type Page } from '@playwright/test';

/**
 * Watches all pages of a context for errors.
 * @param origin the only origin that pages may send requests to
 * @returns a list that grows: console errors, uncaught errors, requests to other origins
 */
export function troubles(context: BrowserContext, origin: string): string[] {
  const found: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') found.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => found.push(`error: ${error.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(?:https?|wss?):$/.test(url.protocol) && url.origin !== origin)
      found.push(`another origin: ${url.href}`);
  });
  return found;
}

/** A page that Playwright or Puppeteer drives. */
interface Driven {
  goto(address: string): Promise<unknown>;
  evaluate(question: () => boolean): Promise<boolean>;
}

/**
 * Waits until the page listens to keys and clicks. Chromium drops both before the first paint, after which the page's
 * script is loaded.
 */
export async function listens(page: Pick<Driven, 'evaluate'>): Promise<void> {
  const ready = (): boolean =>
    matchMedia('(scripting: none)').matches
      ? performance.getEntriesByName('first-contentful-paint').length > 0
      : customElements.get('theme-switch') !== undefined;
  await expect.poll(() => page.evaluate(ready), 'the page listens').toBe(true);
}

/** Holds back what a page asks for from now on. @returns a function that lets it through */
export async function hold(page: Page, address: RegExp): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  await page.route(address, async (route) => {
    await promise;
    await route.continue();
  });
  return () => resolve(undefined);
}

/**
 * Opens a page and waits until it listens to keys and clicks. Use this wherever a key or a click follows.
 * @param address a URL, or a path from the site's root
 */
export async function open(page: Driven, address: string): Promise<void> {
  await page.goto(address);
  await listens(page);
}

/** Waits until the first page of a reader has fetched the fonts, which the next page then shows (src/scripts/fonts.ts). */
export async function fontsFetched(page: Pick<Driven, 'evaluate'>): Promise<void> {
  await expect.poll(() => page.evaluate(() => localStorage['fonts'] === '1'), 'the fonts').toBe(true);
}

/** Names what `troubles` finds, for messages. */
export const TROUBLES = 'console errors and requests to other origins';

interface WorkerFixtures {
  launchOptions: LaunchOptions;
  /** The address at which browser-setup.ts serves the site. */
  site: string;
  /** The address of the site on a disk. */
  disk: string;
}

/** Playwright's `test`, in the browser that was found. */
export const browserTest = base.extend<object, WorkerFixtures>({
  launchOptions: [async ({}, use) => use(await findChromium()), { scope: 'worker' }],
  site: [async ({}, use) => use(process.env['SITE_ADDRESS'] ?? ''), { scope: 'worker' }],
  disk: [
    async ({}, use) => {
      const { root, end } = onDisk();
      await use(root);
      end();
    },
    { scope: 'worker' },
  ],
});

/** `browserTest` with the site as base address. A test fails if its pages cause what `troubles` finds. */
export const test = browserTest.extend<{ quiet: undefined }>({
  baseURL: async ({ site }, use) => use(site),
  quiet: [
    async ({ context, site }, use) => {
      const found = troubles(context, new URL(site).origin);
      await use(undefined);
      expect(found, TROUBLES).toEqual([]);
    },
    { auto: true },
  ],
});
