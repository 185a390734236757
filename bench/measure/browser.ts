// What a reader's browser fetches: the bytes of a first visit, and of a search.
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Browser, Page, Request } from '@playwright/test';
import type { Site } from '../sites.ts';

/** Scripts inside a page that a browser runs; other values of `type` mark data. */
const INLINE_SCRIPTS = 'script:not([src]):is(:not([type]), [type="module"], [type="text/javascript"])';

/** Milliseconds without bytes from the server after which a search is complete. */
const QUIET_MS = 1_000;

/**
 * Uses a page in a browser profile that has never seen its site.
 * The service worker is blocked: what it stores after the page has loaded is not part of a visit or a search.
 */
async function withNewPage<Result>(browser: Browser, use: (page: Page) => Promise<Result>): Promise<Result> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Opens a page for the first time, waits until the network is idle, and returns kilobytes by quantity. */
export const firstVisit = (browser: Browser, address: string): Promise<Record<string, number>> =>
  withNewPage(browser, async (page) => {
    const finished: Request[] = [];
    page.on('requestfinished', (request) => finished.push(request));
    await page.goto(address, { waitUntil: 'networkidle' });
    const inline = (await page.locator(INLINE_SCRIPTS).allTextContents()).join('\n').trim();
    let [all, fonts, script] = [0, 0, inline === '' ? 0 : gzipSync(inline).length];
    for (const request of finished.filter((each) => each.url().startsWith('http'))) {
      const { responseHeadersSize, responseBodySize } = await request.sizes();
      const bytes = responseHeadersSize + responseBodySize;
      all += bytes;
      // By its name: a font that is fetched for the next page is of no type of its own.
      if (new URL(request.url()).pathname.endsWith('.woff2')) fonts += bytes;
      if (request.resourceType() === 'script') script += bytes;
    }
    return {
      'first visit without fonts, kB': (all - fonts) / 1000,
      'first visit with fonts, kB': all / 1000,
      'script before interaction, kB': script / 1000,
    };
  });

/**
 * Searches for a term, with nothing of the search loaded before.
 * @param address a page of the site
 * @param sent the bytes that the site's server has sent so far; counted there since an engine may fetch in a worker
 * @returns the bytes sent from opening search until the results in view are complete
 */
export const searchBytes = (
  browser: Browser,
  address: string,
  { open, input, result }: Site['search'],
  term: string,
  sent: () => number,
): Promise<number> =>
  withNewPage(browser, async (page) => {
    await page.goto(address, { waitUntil: 'networkidle' });
    const before = sent();
    await page.locator(open).first().click();
    await page.locator(input).first().fill(term);
    await page.locator(result).first().waitFor();
    let last;
    do {
      last = sent();
      await delay(QUIET_MS);
    } while (sent() !== last);
    return last - before;
  });
