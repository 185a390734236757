// Shows the anchor of the address once the fonts are in place, which change the height of the text above it: on arrival,
// and after a reload if the anchor was in the upper third of the window. A browser restores a distance in pixels instead.
import { fallback } from './fonts.ts';

const anchor = (): HTMLElement | null => document.getElementById(location.hash.slice(1));

// Unfold the section whose heading is the anchor. Browsers do so only for anchors below the heading.
(onhashchange = (): void => {
  const fold = anchor()?.closest<HTMLDetailsElement>('details:not([open])');
  if (!fold) return;
  fold.open = true;
  // Folded, the page may have been too short to bring the heading to the top.
  fold.scrollIntoView();
})();

/** True once the reader has scrolled. */
let scrolled = false;
onwheel = onkeydown = onpointerdown = () => (scrolled = true);

onpagehide = () => {
  const top = anchor()?.getBoundingClientRect().top ?? 0;
  sessionStorage['left'] = top < 0 || top > innerHeight / 3 ? location.href : '';
};

void document.fonts.ready.then(() => {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (scrolled || navigation?.type === 'back_forward' || sessionStorage['left'] === location.href) return;
  // On arrival, fallback fonts change nothing. Before a reload, the page may have had other fonts.
  if (fallback && navigation?.type !== 'reload') return;
  requestAnimationFrame(() => anchor()?.scrollIntoView());
});
