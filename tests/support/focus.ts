// Whether elements show that they have the focus.
import type { Page } from '@playwright/test';

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
