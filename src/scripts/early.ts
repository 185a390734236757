// Runs inside each page before its first paint (src/layouts/Page.astro), so it is kept short.
const root = document.documentElement.dataset;

// The theme that the reader has chosen (src/scripts/theme.ts stores it).
try {
  const { theme } = localStorage as { theme?: string };
  if (theme) root['theme'] = theme;
} catch {
  // Without storage, the page follows the system.
}

// The address of the page, for paper (src/styles/print.css).
root['at'] = location.href;

// What the reader types from a slash on, until src/scripts/search.ts opens the search with it; src/scripts/anchor.ts then
// replaces this listener. A listener that returns false cancels the key, which in Firefox would open the browser's search.
let keys = '';
onkeydown = ({ key }) => key.length > 1 || (!keys && key !== '/') || !(root['keys'] = keys += key);

// On a page from a server, load the fonts, all four together so that no text mixes them with fallback fonts. A page
// opened from disk gets `data-disk` instead (src/styles/fonts.css).
if (/^file/.test(root['at'])) root['disk'] = '';
else document.querySelectorAll<HTMLLinkElement>('[as=font]').forEach((font) => (font.media = 'all'));
