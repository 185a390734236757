// What it takes to read a page: bytes and requests, the first time and the second.
import { gzipSync } from 'node:zlib';
import type { Browser, CDPSession, Page } from '@playwright/test';

export interface Visit {
  readonly requests: number;
  /** Bytes on the wire, heads included. */
  readonly bytes: number;
  /** Of these, fonts. */
  readonly fonts: number;
  /** Of these, files of script. */
  readonly scripts: number;
}

export interface Reading {
  readonly first: Visit;
  readonly second: Visit;
  /** Bytes of script before any interaction, compressed: files, and what stands in the page. */
  readonly script: number;
}

/** Counts what a page asks the network for, from now on. */
async function counted(session: CDPSession): Promise<() => Visit> {
  const kinds = new Map<string, string>();
  const served = new Set<string>();
  let [requests, bytes, fonts, scripts] = [0, 0, 0, 0];
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.startsWith('http')) served.add(requestId);
  });
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    kinds.set(requestId, type);
    if (response.fromDiskCache || response.fromPrefetchCache) served.delete(requestId);
  });
  session.on('Network.requestServedFromCache', ({ requestId }) => served.delete(requestId));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!served.has(requestId)) return;
    requests++;
    bytes += encodedDataLength;
    if (kinds.get(requestId) === 'Font') fonts += encodedDataLength;
    if (kinds.get(requestId) === 'Script') scripts += encodedDataLength;
  });
  return () => ({ requests, bytes, fonts, scripts });
}

async function visit(page: Page, address: string): Promise<Visit> {
  const session = await page.context().newCDPSession(page);
  const count = await counted(session);
  await page.goto(address, { waitUntil: 'networkidle' });
  await session.detach();
  return count();
}

/** Reads a page twice, in a browser that has never seen its site. */
export async function read(browser: Browser, address: string): Promise<Reading> {
  // What a service worker fetches is not seen as the page's, and what it has stored would hide the second visit.
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const first = await visit(page, address);
  const inline = await page.locator('script:not([src])').allTextContents();
  const second = await visit(page, address);
  await context.close();
  const inPage = inline.filter((text) => text.trim() !== '').join('\n');
  return { first, second, script: first.scripts + (inPage === '' ? 0 : gzipSync(inPage).length) };
}
