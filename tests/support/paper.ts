// What a page shows on paper.
import type { Page } from '@playwright/test';

/** The width of A4 between margins of a centimetre, as the browser prints it, in CSS pixels. */
export const PAPER = { width: Math.floor((190 / 25.4) * 96), height: 1000 };

const SCREEN_ONLY =
  '.skip, .contents, .site-nav, .site-header .tools, .crumbs, .site-footer nav, .neighbours, .prose .sidenote, dialog';

/** What `onPaper` finds on a page that is right. */
export const RIGHT_ON_PAPER = {
  ground: '#fff',
  screenOnly: [],
  notes: true,
  address: true,
  unaddressed: [],
  blankCharts: [],
};

/** Whether a page in print media has its address, notes, charts and the addresses of its links, and no navigation. */
export function onPaper(page: Page): Promise<object> {
  return page.evaluate((screenOnly) => {
    const visible = (element: Element): boolean => element.checkVisibility();
    const shown = (selector: string): number =>
      [...document.querySelectorAll(selector)].filter(visible).length;
    const all = (selector: string): number => document.querySelectorAll(selector).length;
    const outside = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="http"]')].filter(visible);
    const frames = [...document.querySelectorAll('figure.chart, .place-map')];
    return {
      ground: getComputedStyle(document.documentElement).getPropertyValue('--paper').trim(),
      screenOnly: [...document.querySelectorAll(screenOnly)]
        .filter(visible)
        .map(({ className }) => className),
      notes: shown('.footnotes li') === all('.footnotes li'),
      address: getComputedStyle(document.documentElement, '::before').content.includes(location.pathname),
      unaddressed: outside
        .filter(
          (link) => !getComputedStyle(link, '::after').content.includes(link.getAttribute('href') ?? ''),
        )
        .map(({ href }) => href),
      blankCharts: frames
        // Paper is too narrow for the days of the events; the list below has the same.
        .filter((frame) => !frame.matches('.chart-events'))
        .filter((frame) => {
          const drawn = [...frame.querySelectorAll('svg, table.matrix, ul[role="list"]')].filter(visible);
          return !drawn.some((drawing) => drawing.getBoundingClientRect().height > 40);
        })
        .map(({ className }) => className),
    };
  }, SCREEN_ONLY);
}
