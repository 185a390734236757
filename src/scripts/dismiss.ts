// Notes and previews open by style alone, on hover and focus; this closes them. Without it a note closes when
// the focus leaves it, or by the browser's way back.
const { classList } = document.documentElement;

/** What had the focus before the pointer came down. */
let before: Element | null = null;

/** The mark whose note a tap has opened. */
let tapped: Element | null = null;

function around(target: EventTarget | null, selector: string): Element | null {
  return target instanceof Element ? target.closest(selector) : null;
}

/** The mark that opens a note, seen from anything in or around the two. */
function markOf(element: Element | null | undefined): HTMLAnchorElement | null | undefined {
  return element?.closest('.cite')?.querySelector<HTMLAnchorElement>('sup a');
}

// Escape puts away what is open, and leaves whoever was reading a note at its mark.
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  const target = document.querySelector('.sidenote:target');
  const mark = markOf(target ?? document.activeElement);
  if (target && mark) location.replace(`#${mark.id}`);
  mark?.focus();
  tapped = null;
  classList.add('dismissed');
});

// Reaching for one brings them back.
for (const event of ['pointerover', 'focusin']) {
  document.addEventListener(event, ({ target }) => {
    if (around(target, '.cite, [data-preview]')) classList.remove('dismissed');
  });
}

// A tap beside a note closes it, and so does a second tap on its mark; no tap fills the browser's history.
document.addEventListener('pointerdown', ({ target }) => {
  before = document.activeElement;
  if (!around(target, '.cite')) classList.add('dismissed');
});
document.addEventListener('click', (event) => {
  const link = around(event.target, '.cite sup a');
  const mark = markOf(link);
  const note = mark?.closest('.cite')?.querySelector('.sidenote');
  // Keys and screen readers follow the link; in the margin a note is marked, not opened.
  if (!mark || link !== mark || !note || event.detail === 0 || getComputedStyle(note).position !== 'absolute')
    return;
  event.preventDefault();
  mark.focus();
  tapped = tapped === mark && before === mark ? null : mark;
  classList.toggle('dismissed', tapped === null);
});
