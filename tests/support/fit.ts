// Checks that everything on a page can be seen as it is now laid out.
import type { Page } from '@playwright/test';

/**
 * Finds elements that stick out of the page or are cut off.
 * @param scrolling true if content that can be scrolled to counts as seen; on paper it does not
 * @returns a line for each element
 */
export function cutOff(page: Page, scrolling: boolean): Promise<string[]> {
  return page.evaluate((mayScroll) => {
    const wide = document.documentElement.clientWidth;
    const told = (element: Element, what: string): string =>
      `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ${what}: ${(element.textContent ?? '').trim().slice(0, 50)}`;
    const found: string[] = [];
    if (document.documentElement.scrollWidth > wide)
      found.push(`the page is ${document.documentElement.scrollWidth} px wide, of ${wide}`);
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      // SVG lays out its shapes without CSS boxes.
      if (element.parentElement?.closest('svg') || element.matches('.skip')) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      // Text only for screen readers is one pixel large.
      if (box.width <= 1 || box.height <= 1) continue;
      const within = mayScroll ? element.parentElement?.closest('.table-scroll, [role="region"]') : null;
      if (!within && (box.right > wide + 1 || box.left < -1))
        found.push(told(element, `from ${box.left} to ${box.right} of ${wide}`));
      const shut = (overflow: string): boolean =>
        /hidden|clip/.test(overflow) || (!mayScroll && /auto|scroll/.test(overflow));
      const cut =
        (shut(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (shut(overflowY) && element.scrollHeight > element.clientHeight + 1);
      if (cut) found.push(told(element, `cut off ${overflowX} ${overflowY}`));
      if (textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth)
        found.push(told(element, 'ends in dots'));
    }
    return found;
  }, scrolling);
}
