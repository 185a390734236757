// Adapts a page of Playwright to the journey.
import type { Page } from '@playwright/test';
import { open } from './browser.ts';
import type { Visitor } from './journey.ts';

export function visitor(page: Page): Visitor {
  return {
    open: (address) => open(page, address),
    address: () => page.url(),
    ask: (question, value) => page.evaluate(question as never, value),
    press: (key) => page.keyboard.press(key),
    // At once, as pasting does: searches for the beginnings of a word load other parts of the index.
    enter: (text) => page.keyboard.insertText(text),
    click: (selector) => page.locator(selector).first().click(),
  };
}
