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

function dismiss(): void {
  classList.add('dismissed');
  // A fragment without an element ends `:target`, and the page does not scroll.
  if (document.querySelector('sup :target')) location.replace('#-');
}

const menu = document.querySelector<HTMLDetailsElement>('.menu');

// Escape closes the menu, or the open note or preview, and moves the focus from a note to its mark.
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  if (menu?.open) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
    return;
  }
  const mark = markOf(document.querySelector('sup :target') ?? document.activeElement);
  mark?.focus();
  tapped = null;
  dismiss();
  // If the page was still scrolling to the mark, it has stopped.
  mark?.scrollIntoView({ block: 'nearest' });
});

/** Gives a further mark of a note a copy of the note. */
function copyNote(mark: HTMLAnchorElement): void {
  const first = document.getElementById(mark.hash.replace('#fn-', 'fnref-'));
  const note = first?.closest('.cite')?.querySelector('.sidenote');
  if (note) mark.closest('.cite')?.append(note.cloneNode(true));
}

// Hover and focus may open notes and previews again.
for (const event of ['pointerover', 'focusin']) {
  document.addEventListener(event, ({ target }) => {
    const opens = around(target, '.cite, [data-preview]');
    if (opens) classList.remove('dismissed');
    const mark = opens?.querySelector<HTMLAnchorElement>('sup:only-child a');
    if (mark) copyNote(mark);
  });
}

// A tap outside a note closes it, and so does a second tap on its mark. Taps add no entries to the browser's history.
document.addEventListener('pointerdown', ({ target }) => {
  focusedBefore = document.activeElement;
  if (!around(target, '.cite')) dismiss();
  classList.toggle('in-note', around(target, '.sidenote') !== null);
});
document.addEventListener('click', (event) => {
  const link = around(event.target, '.cite sup a, [href^="#fnref-"]');
  const mark = markOf(link) ?? document.getElementById(link?.getAttribute('href')?.slice(1) ?? '');
  const note = mark?.closest('.cite')?.querySelector('.sidenote');
  if (!mark || !note) return;
  // Many notes before it may push a note in the margin out of the window: open it over the others.
  if (link === mark && note.getBoundingClientRect().bottom > innerHeight)
    note.parentElement?.classList.add('again');
  // A note in the margin is visible: its mark lights it up, without scrolling. From the note at the end, the page scrolls.
  if (link !== mark || getComputedStyle(note).position !== 'absolute') {
    mark.style.setProperty('--at', link === mark ? `${mark.getBoundingClientRect().top}px` : '');
    return;
  }
  event.preventDefault();
  mark.focus();
  tapped = tapped === mark && focusedBefore === mark ? null : mark;
  classList.toggle('dismissed', tapped === null);
});
