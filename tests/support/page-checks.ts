// What a page has to be on every screen, on paper, for the keyboard and for readers who want no motion. The functions that
// take no page run in it.
import type { Page } from '@playwright/test';

/**
 * Finds blank bands that cross the column of the text, from the heading of the page to the end of its article. Lines of
 * text, images, boxes with a background or a border, and boxes with text from a style sheet count as filled. Finds the
 * contents too, where they are shown beside the text and reach into it.
 * @param most the most blank height that is allowed, in CSS pixels
 */
export function holes(most: number): string[] {
  const article = document.querySelector('main article');
  const column = (document.querySelector('.prose') ?? article)?.getBoundingClientRect();
  if (!article || !column) return ['no article'];
  const filled: { top: number; bottom: number; what: string }[] = [];
  const add = ({ left, right, top, bottom }: DOMRect, what: string): void => {
    if (bottom > top && right > column.left && left < column.right) filled.push({ top, bottom, what });
  };
  const all = document.createTreeWalker(article, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = all.nextNode(); node; node = all.nextNode()) {
    if (node instanceof Text) {
      if (node.data.trim() === '' || node.parentElement?.closest('.unseen, svg')) continue;
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) add(line, node.data.trim().slice(0, 40));
    } else if (node instanceof Element) {
      const box = node.getBoundingClientRect();
      if (box.height === 0 || box.right <= column.left || box.left >= column.right) continue;
      const { borderTopWidth, borderBottomWidth, backgroundColor } = getComputedStyle(node);
      const generated = !/^(?:none|"")/.test(getComputedStyle(node, '::before').content);
      if (node.matches('svg, img, input, button') || backgroundColor !== 'rgba(0, 0, 0, 0)' || generated)
        add(box, node.tagName);
      if (borderTopWidth !== '0px') add(new DOMRect(box.x, box.top, box.width, 1), node.tagName);
      if (borderBottomWidth !== '0px') add(new DOMRect(box.x, box.bottom - 1, box.width, 1), node.tagName);
    }
  }
  filled.sort((a, b) => a.top - b.top);
  const wrong: string[] = [];
  let last = filled[0];
  for (const next of filled) {
    if (last && next.top - last.bottom > most)
      wrong.push(`${Math.round(next.top - last.bottom)} px between “${last.what}” and “${next.what}”`);
    if (!last || next.bottom > last.bottom) last = next;
  }
  const beside = document.querySelector('.beside')?.getBoundingClientRect();
  const text = [...document.querySelectorAll('.prose > p')].at(-1)?.getBoundingClientRect();
  const shown = document.querySelector('.beside .contents')?.checkVisibility() === true;
  if (shown && beside && text && beside.left < text.right && beside.right > text.left)
    wrong.push(`contents from ${beside.left} to ${beside.right} px`);
  return wrong;
}

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

/**
 * Focuses elements of a page in turn: of those with the same classes, inside the same classes, the first and the last.
 * A note is open only while its mark or one of its elements has the focus: it is opened by its mark first.
 * @returns how many elements can have the focus, and a line for each that does not look different with it
 */
export function withoutRing(page: Page): Promise<{ stops: number; hidden: string[] }> {
  return page.evaluate(() => {
    const noteMark = (element: Element): HTMLElement | null | undefined =>
      element.closest('.sidenote') && element.closest('.cite')?.querySelector<HTMLElement>('sup a');
    /** Takes the focus from an element; where it is in a note, gives the focus to the mark of the note. */
    const rest = (element: Element): void => {
      const mark = noteMark(element);
      if (mark) mark.focus();
      else (document.activeElement as HTMLElement | null)?.blur();
    };
    const stops = [
      ...document.querySelectorAll<HTMLElement | SVGElement>(
        'a[href], button, input, select, summary, [tabindex="0"]',
      ),
    ].filter(
      (element) =>
        (noteMark(element) ?? element).checkVisibility({ visibilityProperty: true }) &&
        !element.matches(':disabled'),
    );
    const place = (element: Element | null): string =>
      element
        ? `${place(element.parentElement)}>${element.tagName}.${element.getAttribute('class') ?? ''}`
        : '';
    const tried = [...Map.groupBy(stops, place).values()].flatMap((alike) => [
      ...new Set([...alike.slice(0, 1), ...alike.slice(-1)]),
    ]);
    // The styles of the element, its descendants and its list item: a chart may ring a whole row.
    const look = (element: Element): string =>
      [element, ...element.querySelectorAll('*'), element.closest('li') ?? element]
        .map((each) => {
          const style = getComputedStyle(each);
          // An outline without width is not visible.
          const drawn = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
          const { stroke, strokeWidth, borderColor, boxShadow } = style;
          return [drawn && style.outlineColor, stroke, strokeWidth, borderColor, boxShadow].join();
        })
        .join(';');
    const hidden = tried.filter((element) => {
      rest(element);
      const before = look(element);
      element.focus();
      return document.activeElement !== element || look(element) === before;
    });
    return {
      stops: stops.length,
      hidden: hidden.map((element) => `${place(element)}: ${element.textContent?.trim().slice(0, 40) ?? ''}`),
    };
  });
}

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
    const visible = (selector: string): Element[] =>
      [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
    const drawn = (frame: Element): boolean =>
      [...frame.querySelectorAll('svg, table.matrix, ul[role="list"]')].some(
        (drawing) => drawing.checkVisibility() && drawing.getBoundingClientRect().height > 40,
      );
    // Paper is too narrow for the days of the events; the list below has the same.
    const charts = document.querySelectorAll('figure.chart:not(.chart-events), .place-map');
    const addresses = visible('a[href^="http"]').map((link) => ({
      href: link.getAttribute('href') ?? '',
      told: getComputedStyle(link, '::after').content,
    }));
    return {
      ground: getComputedStyle(document.documentElement).getPropertyValue('--paper').trim(),
      screenOnly: visible(screenOnly).map(({ className }) => className),
      notes: visible('.footnotes li').length === document.querySelectorAll('.footnotes li').length,
      address: getComputedStyle(document.documentElement, '::before').content.includes(location.pathname),
      unaddressed: addresses.filter(({ href, told }) => !told.includes(href)),
      blankCharts: [...charts].filter((frame) => !drawn(frame)).map(({ className }) => className),
    };
  }, SCREEN_ONLY);
}
