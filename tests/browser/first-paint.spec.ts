// The first 14 KB of a page show the whole first screen, before any font or script, however long the page.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { browserTest as test, expect } from '../support/browser.ts';
import { KINDS } from '../support/kinds.ts';
import { DIST } from '../support/project.ts';
import { KB, size } from '../support/weight.ts';

/** What a server may send before it has heard back from the browser: ten packets (RFC 6928). */
const FIRST = 14 * KB;

const SCREENS = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Serves the built site without its fonts and scripts.
 * @param limit after how many compressed bytes of a page the server stalls
 */
async function serveBeginnings(limit: number): Promise<{ address: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    const type = TYPES[extname(path)];
    if (type === undefined) return void response.writeHead(404).end();
    const body = gzipSync(readFileSync(join(DIST, path)), { level: 9 });
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' });
    if (path.endsWith('.html') && body.length > limit) response.write(body.subarray(0, limit));
    else response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Lighter pages come whole. */
const heavy = KINDS.filter((path) => size(path) > FIRST);

/** Pictures of the first screen of the open page, on each of the screens. */
async function firstScreens(page: Page): Promise<Buffer[]> {
  const pictures: Buffer[] = [];
  for (const viewport of SCREENS) {
    await page.setViewportSize(viewport);
    pictures.push(await page.screenshot());
  }
  return pictures;
}

test('on a phone and a desk, the first screen of each kind of page needs at most 14 KB', async ({ page }) => {
  expect(heavy.length).toBeGreaterThan(0);
  const [beginnings, whole] = [await serveBeginnings(FIRST), await serveBeginnings(Infinity)];
  for (const path of heavy) {
    await test.step(path, async () => {
      await page.goto(whole.address + path);
      const expected = await firstScreens(page);
      // A page that stops in the middle never loads.
      await page.goto(beginnings.address + path, { waitUntil: 'commit' });
      const same = async (): Promise<boolean> => {
        const pictures = await firstScreens(page);
        return pictures.every((picture, index) => expected[index]?.equals(picture) === true);
      };
      await expect.poll(same, { message: path }).toBe(true);
    });
  }
  beginnings.close();
  whole.close();
});
