// Search as a reader meets it: from opening it to the first result.
import type { Browser, Page } from '@playwright/test';
import type { SearchParts } from '../sites.ts';

export interface Searching {
  /** Milliseconds from opening search, nothing of it loaded yet, to the first result. */
  readonly cold: number;
  /** The same for another term, with search open and loaded. */
  readonly warm: number;
  /** Bytes that the server sends from opening to the first results, with those of the results in view; 0 from disk. */
  readonly bytes: number;
}

/** Milliseconds in which the other results in view come in as well. */
const SETTLED = 1_000;

/** Types a term, opening search first where it is shut, and waits for the first result of it. */
function firstResult(page: Page, parts: SearchParts, term: string): Promise<number> {
  return page.evaluate(
    async ({ parts, term }) => {
      const appears = <Found extends Element>(
        selector: string,
        fit: (found: Found) => boolean,
      ): Promise<Found> =>
        new Promise((resolve) => {
          const look = (): void => {
            const found = document.querySelector<Found>(selector);
            if (!found || !fit(found)) return;
            observer.disconnect();
            resolve(found);
          };
          const observer = new MutationObserver(look);
          observer.observe(document, { childList: true, subtree: true, characterData: true });
          look();
        });
      const before = document.querySelector(parts.result);
      const started = performance.now();
      let input = document.querySelector<HTMLInputElement>(parts.input);
      if (!input?.checkVisibility()) document.querySelector<HTMLElement>(parts.open)?.click();
      input = await appears<HTMLInputElement>(parts.input, () => true);
      input.value = term;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await appears(parts.result, (found) => found !== before);
      return performance.now() - started;
    },
    { parts, term },
  );
}

/**
 * Searches for two terms one after the other, in a browser that has never seen the site.
 * @param address a page of the site
 * @param sent the bytes that its server has sent so far: an engine may fetch in a worker, out of the page's sight
 */
export async function searching(
  browser: Browser,
  address: string,
  parts: SearchParts,
  [first, second]: readonly [string, string],
  sent: () => number,
): Promise<Searching> {
  // What a service worker fetches or has stored is not seen as the page's: it is held back.
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  const before = sent();
  const cold = await firstResult(page, parts, first);
  await page.waitForTimeout(SETTLED);
  const bytes = sent() - before;
  const warm = await firstResult(page, parts, second);
  await context.close();
  return { cold, warm, bytes };
}
