// Shows the anchor of the address once the fonts are in place, which change the height of the text above it: on arrival,
// and after a reload if the anchor was in the upper third of the window. A browser restores a distance in pixels instead.
import { first } from './fonts.ts';

const anchor = (): HTMLElement | null => document.getElementById(location.hash.slice(1));

// Unfold the section whose heading is the anchor. Browsers do so only for anchors below the heading.
(onhashchange = (): void => {
  const fold = anchor()?.closest<HTMLDetailsElement>('details:not([open])');
  if (!fold) return;
  fold.open = true;
  // Folded, the page may have been too short to bring the heading to the top.
  fold.scrollIntoView();
})();

/** True where nothing is to be corrected: the first page gets no fonts, and the reader may have scrolled already. */
let settled = first !== null;
onwheel = onkeydown = onpointerdown = () => (settled = true);

onpagehide = () => {
  const { top = -1 } = anchor()?.getBoundingClientRect() ?? {};
  sessionStorage['left'] = top < 0 || top > innerHeight / 3 ? location.href : '';
};

void document.fonts.ready.then(() => {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (settled || navigation?.type === 'back_forward' || sessionStorage['left'] === location.href) return;
  requestAnimationFrame(() => anchor()?.scrollIntoView());
});
