// Finds Firefox for the tests that need a second browser: an installed one, else Debian's package. Without it the tests
// fail; they are never skipped.
import { existsSync } from 'node:fs';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { open } from './browser.ts';
import { found, install, reason } from './debian.ts';
import type { Visitor } from './journey.ts';

const NAMES = ['firefox', 'firefox-esr'];

/** Where installers put Firefox without adding it to the PATH. */
const PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

const HELP = 'install Firefox (on Debian: apt-get install firefox-esr) or set FIREFOX_PATH to one';

/** Installs Debian's package. @throws if it cannot be installed */
function fromDebian(): string {
  install('firefox-esr');
  return '/usr/bin/firefox-esr';
}

/**
 * Starts Firefox, driven over WebDriver BiDi.
 * @param size the size of its pages, in pixels
 * @throws if there is none, or it does not start: one line that says what to do
 */
export async function launchFirefox(size: { width: number; height: number }): Promise<Browser> {
  const [installed] = [...found(NAMES), ...PLACES.filter((file) => existsSync(file))];
  const named = process.env['FIREFOX_PATH'] || installed;
  try {
    return await launch({
      browser: 'firefox',
      executablePath: named ?? fromDebian(),
      headless: true,
      defaultViewport: size,
      timeout: 300_000,
      protocolTimeout: 300_000,
    });
  } catch (error) {
    const tried = named === undefined ? '' : `${named} does not start: `;
    throw new Error(`No Firefox to test in: ${HELP}. Tried: ${tried}${reason(error)}.`, { cause: error });
  }
}

/** Adapts a page of Puppeteer to the journey. */
export function firefoxVisitor(page: Page): Visitor {
  return {
    open: (address) => open(page, address),
    address: () => page.url(),
    ask: (question, value) => page.evaluate(question as never, value),
    press: (key) => page.keyboard.press(key as never),
    enter: (text) => page.keyboard.type(text),
    click: (selector) => page.locator(selector).click(),
  };
}
