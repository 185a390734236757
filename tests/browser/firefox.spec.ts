// The journey in Firefox, from disk. Playwright drives a Firefox of its own only; Puppeteer drives any, over
// WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/).
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { onDisk } from '../support/disk.ts';
import { launchFirefox } from '../support/firefox.ts';
import { findings, journey, SCREEN, type Visitor } from '../support/journey.ts';

/** A page in the hands of Puppeteer. */
function visitor(page: Page): Visitor {
  return {
    open: (address) => page.goto(address),
    address: () => page.url(),
    ask: (question, value) => page.evaluate(question as never, value),
    press: (key) => page.keyboard.press(key as never),
    type: (text) => page.keyboard.type(text),
    click: (selector) => page.locator(selector).click(),
  };
}

test('the journey in Firefox, from disk, which finds the same as online', async () => {
  // Installing it may take longer than the journey.
  test.setTimeout(300_000);
  const { root, remove } = onDisk();
  const browser = await launchFirefox(SCREEN);
  try {
    const page = await browser.newPage();
    const found: string[] = [];
    page.on('console', (message) => found.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => found.push(`error: ${String(error)}`));
    // Firefox tells of the network, and of what an address itself holds, but not of files.
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) found.push(request.url());
    });
    const offline = await journey(visitor(page), root);
    expect(found, 'words in the console, requests to the network').toEqual([]);
    expect(offline).toEqual(await findings(visitor(page), process.env['SITE_ADDRESS'] ?? ''));
  } finally {
    await browser.close();
    remove();
  }
});
