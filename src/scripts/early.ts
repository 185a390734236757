// Runs inside each page before its first paint (src/layouts/Page.astro), so it is kept short.
const root = document.documentElement.dataset;

// What the reader types from a slash on, until src/scripts/search.ts opens the search with it; src/scripts/anchor.ts then
// replaces this listener. A listener that returns false cancels the key, which in Firefox would open the browser's search.
let keys = '';
onkeydown = ({ key }) => key.length > 1 || (!keys && key !== '/') || !(root['keys'] = keys += key);

// Load the script of every page (src/scripts/site.ts) after the first paint. A page in a hidden tab waits until it is shown.
onload = () =>
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const script = document.createElement('script');
      script.src = document.querySelector<HTMLScriptElement>('script[type]')?.src ?? '';
      document.head.append(script);
    }),
  );

try {
  const { theme, fonts } = localStorage as Partial<Record<'theme' | 'fonts', string>>;
  // The theme that the reader has chosen (src/scripts/theme.ts stores it).
  if (theme) root['theme'] = theme;
  // A page uses the fonts of the site (`data-fonts`, src/styles/tokens.css) if all of them come before its first frame. The first
  // page from a server does not ask for them: src/scripts/fonts.ts fetches them for the next page.
  let left = 0;
  // From the first frame on, the count goes below zero, so that late fonts change nothing.
  requestAnimationFrame(() => (left = 0));
  if (fonts)
    document.querySelectorAll<HTMLLinkElement>('[as=font]').forEach((font) => {
      left++;
      font.media = '';
      font.onload = () => --left || (root['fonts'] = 'on');
    });
  // The address of a page from disk has no host.
  else if (!location.host) root['fonts'] = 'disk';
} catch {
  // Without storage, the page follows the system and keeps the fallback fonts.
}
