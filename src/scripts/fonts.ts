// On the first page that a reader opens (src/scripts/early.ts), fetches the fonts for the next page.
export const first = document.querySelector('[data-first]');

if (first) {
  document.querySelectorAll<HTMLLinkElement>('[as=font]').forEach((font) => {
    font.rel = 'prefetch';
    font.media = 'all';
  });
  localStorage['fonts'] = 1;
}
