// After a reload, a page whose anchor was in the upper third of the window shows the anchor there again. A browser would
// restore the distance in pixels, where other text stands if the fonts came too late on the first visit.
const anchor = (): HTMLElement | null => document.getElementById(decodeURIComponent(location.hash.slice(1)));

addEventListener('pagehide', () => {
  const top = anchor()?.getBoundingClientRect().top ?? -1;
  if (top >= 0 && top < innerHeight / 3) history.scrollRestoration = 'manual';
});
if (history.scrollRestoration === 'manual') anchor()?.scrollIntoView({ behavior: 'instant' });
// The setting belongs to the entry of the history: a browser restores steps within the page.
addEventListener('pageshow', () => {
  setTimeout(() => (history.scrollRestoration = 'auto'));
});
