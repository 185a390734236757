// What moves by itself on a page.
import type { Page } from '@playwright/test';

/** The elements that are animated, change by a transition or scroll smoothly, and the animations that run. */
export function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const seconds = (list: string): number =>
      Math.max(...list.split(',').map((part) => Number.parseFloat(part)));
    const found = [...document.querySelectorAll('*')]
      .filter((element) => {
        const style = getComputedStyle(element);
        const animated = style.animationName !== 'none' && seconds(style.animationDuration) > 0;
        // A transition of `display` alone has two states with nothing between them.
        const changes = style.transitionProperty !== 'display' && seconds(style.transitionDuration) > 0;
        return changes || animated || style.scrollBehavior === 'smooth';
      })
      .map(({ tagName, className }) => `${tagName} ${String(className)}`);
    return [...found, ...document.getAnimations().map(() => 'a running animation')];
  });
}
