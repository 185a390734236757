// The column of the text has no holes, and nothing reaches into it. The functions run in the page.

/**
 * Finds blank bands that cross the column of the text, from the heading of the page to the end of its article. Lines of
 * text, images, boxes with a background or a border, and boxes with text from a style sheet count as filled.
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
  return wrong;
}

/** The contents, where they are shown beside the text and reach into it. */
export function reachesIn(): string[] {
  const beside = document.querySelector('.beside')?.getBoundingClientRect();
  const text = [...document.querySelectorAll('.prose > p')].at(-1)?.getBoundingClientRect();
  const shown = document.querySelector('.beside .contents')?.checkVisibility() === true;
  return shown && beside && text && beside.left < text.right && beside.right > text.left
    ? [`contents from ${beside.left} to ${beside.right} px`]
    : [];
}
