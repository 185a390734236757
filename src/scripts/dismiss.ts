// Closes notes and previews, which the style sheet opens on hover and focus. Without this script, a note closes when it
// loses the focus, or by the back button of the browser.
const { classList } = document.documentElement;

/** The element that had the focus before the current tap or click. */
let focusedBefore: Element | null = null;

/** The note mark whose note a tap has opened. */
let tapped: Element | null = null;

/** The element around the target of an event. The document, a target too, has no `closest`. */
function around(target: EventTarget | null, selector: string): Element | null | undefined {
  return (target as Partial<Element> | null)?.closest?.(selector);
}

/** The note mark of the citation that contains an element. */
function markOf(element: Element | null | undefined): HTMLAnchorElement | null | undefined {
  return element?.closest('.cite')?.querySelector<HTMLAnchorElement>('sup a');
}

function dismiss(): void {
  classList.add('dismissed');
  // A fragment without an element ends `:target`, and the page does not scroll.
  if (document.querySelector('sup :target')) location.replace('#-');
}

// Escape closes the menu, or the open note or preview, and moves the focus from a note to its mark.
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  const menu = document.querySelector<HTMLDetailsElement>('.menu[open]');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
    return;
  }
  const mark = markOf(document.querySelector('sup :target') ?? document.activeElement);
  mark?.focus();
  tapped = null;
  dismiss();
});

/** Moves a note in the margin up if it would leave the window below. */
function keepInWindow(mark: Element, note: HTMLElement): void {
  note.style.marginTop = '';
  const { left, top, bottom } = note.getBoundingClientRect();
  const hidden = Math.min(bottom - innerHeight, top);
  if (hidden > 0 && left > mark.getBoundingClientRect().right) note.style.marginTop = `${-hidden}px`;
}

// Hover and focus may open notes and previews again.
for (const event of ['pointerover', 'focusin']) {
  document.addEventListener(event, ({ target }) => {
    const opens = around(target, '.cite, [data-preview]');
    if (opens) classList.remove('dismissed');
    const note = opens?.querySelector<HTMLElement>('.sidenote');
    if (note && around(target, 'sup')) keepInWindow(note.previousElementSibling ?? note, note);
  });
}

// A tap outside a note closes it, and so does a second tap on its mark. Taps add no entries to the browser's history.
document.addEventListener('pointerdown', ({ target }) => {
  focusedBefore = document.activeElement;
  if (!around(target, '.cite')) dismiss();
  classList.toggle('in-note', Boolean(around(target, '.sidenote')));
});
document.addEventListener('click', (event) => {
  const mark = markOf(around(event.target, 'sup a'));
  // On the page of the whole work, the mark leads to the note at the end.
  if (!mark?.closest('.cite')?.querySelector('.sidenote')) return;
  event.preventDefault();
  mark.focus({ preventScroll: true });
  tapped = tapped === mark && focusedBefore === mark ? null : mark;
  classList.toggle('dismissed', tapped === null);
});
