// The built site makes the same journey wherever it is opened, and search finds the same. firefox.spec.ts makes it in
// Firefox.
import { serveFolder } from '../../src/commands/preview.ts';
import { browserTest, expect, open } from '../support/browser.ts';
import { copied, unpacked } from '../support/disk.ts';
import { findings, journey, SCREEN, visit, visitor, type Result } from '../support/journey.ts';
import { DIST } from '../support/project.ts';
import { serveWith, type ServerName } from '../support/web-servers.ts';

/** A site that can be opened. */
interface OpenSite {
  /** The address of its root, with a slash at its end. */
  readonly root: string;
  /** Ends the server, or removes the copy. */
  readonly end: () => unknown;
  /** Cuts the network, after a first journey online. */
  readonly cut?: () => unknown;
}

/** A path for the site below the root of a server. */
const DEEP = '/a/b/c';

async function served(): Promise<OpenSite> {
  const { address, close } = await serveFolder(DIST, 0, `${DEEP}/`);
  return { root: address, end: close };
}

async function hosted(name: ServerName): Promise<OpenSite> {
  const { address, stop } = await serveWith(name, DIST, DEEP);
  return { root: address, end: stop };
}

/**
 * The ways in, and how far the reader goes. The results to compare with are those at the root of a server, where most other
 * tests read the site too; tests/output/hosting.test.ts reads nginx and Caddy at their roots. Addresses are relative, so that
 * a server and its folders show in what is loaded, not in what a click does.
 */
const WAYS: Readonly<Record<string, readonly [() => OpenSite | Promise<OpenSite>, typeof journey]>> = {
  'three folders below it': [served, journey],
  'a folder on a disk': [copied, journey],
  'the unpacked archive': [unpacked, visit],
  'three folders below nginx': [() => hosted('nginx'), visit],
  'three folders below Caddy': [() => hosted('caddy'), visit],
  'a service worker, without a network': [
    async () => {
      const { root, end } = await served();
      return { root, end, cut: end };
    },
    journey,
  ],
};

/**
 * Chromium's remarks on preloaded fonts. Where a service worker starts, fonts already in memory do not count as
 * preloaded, and on a busy machine the page may paint long after its fonts have come. Neither loads anything twice.
 */
const PRELOADED = /^(?:A preload for|The resource) '?\S+\.woff2'? (?:is found|was preloaded)/;

/** The results at the root of a server, found once in each worker. */
const test = browserTest.extend<object, { expected: Record<string, Result[]> }>({
  expected: [
    async ({ browser, site }, use) => {
      const page = await browser.newPage({ viewport: SCREEN });
      await use(await findings(visitor(page), site));
      await page.close();
    },
    { scope: 'worker' },
  ],
});

test.use({ viewport: SCREEN });

for (const [name, [start]] of Object.entries(WAYS).filter(([way]) => /^three folders/.test(way))) {
  test(`the 404 page, ${name}, finds the site from any depth`, async ({ page }) => {
    const { root, end } = await start();
    try {
      for (const missing of ['nothing.html', 'people/nothing.html', 'people/x/y/nothing.html']) {
        await open(page, root + missing);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
        const places = page.getByRole('main').getByRole('link', { name: 'Places' });
        await expect(places, missing).toHaveJSProperty('href', `${root}places/index.html`);
        await expect(page.locator('.skip'), 'the styles are loaded').toHaveCSS('position', 'absolute');
        await page.keyboard.press('/');
        await expect(page.getByRole('dialog'), 'the script is loaded').toBeVisible();
        await page.keyboard.press('Escape');
        await places.click();
        await expect(page).toHaveURL(`${root}places/index.html`);
      }
    } finally {
      await end();
    }
  });
}

test.describe(() => {
  test.use({ serviceWorkers: 'allow' });

  for (const [name, [start, goes]] of Object.entries(WAYS)) {
    test(`the ${goes.name} from ${name} finds the same`, async ({ context, page, expected }) => {
      const { root, end, cut } = await start();
      // Nothing may be written to the console, and nothing asked for outside the site.
      const found: string[] = [];
      context.on('console', (message) => {
        if (!PRELOADED.test(message.text())) found.push(`${message.type()}: ${message.text()}`);
      });
      context.on('weberror', (error) => found.push(`error: ${error.error().message}`));
      context.on('request', (request) => {
        if (!request.url().startsWith(root) && !request.url().startsWith('data:')) found.push(request.url());
      });
      try {
        if (cut) {
          await page.goto(`${root}index.html`);
          await page.evaluate(() => navigator.serviceWorker.ready);
          await journey(visitor(page), root);
          await cut();
        }
        expect(await goes(visitor(page), root)).toEqual(expected);
        expect(found, 'words in the console, requests that leave the site').toEqual([]);
      } finally {
        await end();
      }
    });
  }
});
