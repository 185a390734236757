// Closes notes and previews, which the style sheet opens on hover and focus. Without this script, a note closes when it
// loses the focus, or by the back button of the browser.
const { classList } = document.documentElement;

/** The element that had the focus before the current tap or click. */
let focusedBefore: Element | null = null;

/** The note mark whose note a tap has opened. */
let tapped: Element | null = null;

function around(target: EventTarget | null, selector: string): Element | null {
  return target instanceof Element ? target.closest(selector) : null;
}

/** The note mark of the citation that contains an element. */
function markOf(element: Element | null | undefined): HTMLAnchorElement | null | undefined {
  return element?.closest('.cite')?.querySelector<HTMLAnchorElement>('sup a');
}

// Escape closes the open note or preview, and moves the focus from a note to its mark.
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  const target = document.querySelector('.sidenote:target');
  const mark = markOf(target ?? document.activeElement);
  if (target && mark) location.replace(`#${mark.id}`);
  mark?.focus();
  tapped = null;
  classList.add('dismissed');
});

// Hover and focus may open notes and previews again.
for (const event of ['pointerover', 'focusin']) {
  document.addEventListener(event, ({ target }) => {
    if (around(target, '.cite, [data-preview]')) classList.remove('dismissed');
  });
}

// A tap outside a note closes it, and so does a second tap on its mark. Taps add no entries to the browser's history.
document.addEventListener('pointerdown', ({ target }) => {
  focusedBefore = document.activeElement;
  if (!around(target, '.cite')) classList.add('dismissed');
});
document.addEventListener('click', (event) => {
  const link = around(event.target, '.cite sup a');
  const mark = markOf(link);
  const note = mark?.closest('.cite')?.querySelector('.sidenote');
  // Follow the link for keyboards and screen readers, and if the note is in the margin, where it is visible already.
  if (!mark || link !== mark || !note || event.detail === 0 || getComputedStyle(note).position !== 'absolute')
    return;
  event.preventDefault();
  mark.focus();
  tapped = tapped === mark && focusedBefore === mark ? null : mark;
  classList.toggle('dismissed', tapped === null);
});
