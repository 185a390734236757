// The journey in Firefox, from disk. Puppeteer drives an installed Firefox over WebDriver BiDi
// (https://www.w3.org/TR/webdriver-bidi/); Playwright drives only its own build of Firefox.
import { browserTest as test, expect } from '../support/browser.ts';
import { firefoxVisitor, launchFirefox } from '../support/firefox.ts';
import { findings, journey, SCREEN } from '../support/journey.ts';

test('the journey in Firefox, from disk, which finds the same as online', async ({ site, disk }) => {
  // Installing Firefox may take longer than the journey.
  test.setTimeout(600_000);
  const browser = await launchFirefox(SCREEN);
  try {
    const page = await browser.newPage();
    // A ceiling for a machine with other work, as in playwright.config.ts.
    page.setDefaultTimeout(120_000);
    const found: string[] = [];
    page.on('console', (message) => found.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => found.push(`error: ${String(error)}`));
    // Firefox reports requests to the network and for data: addresses, but not for files.
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) found.push(request.url());
    });
    const offline = await journey(firefoxVisitor(page), disk);
    expect(found, 'words in the console, requests to the network').toEqual([]);
    expect(offline).toEqual(await findings(firefoxVisitor(page), site));
  } finally {
    await browser.close();
  }
});
