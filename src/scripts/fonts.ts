// On the first page that a reader opens (src/scripts/early.ts), fetches the fonts for the next page.
if (document.querySelector('[data-first]')) {
  document.querySelectorAll<HTMLLinkElement>('[as=font]').forEach((font) => {
    font.rel = 'prefetch';
    font.media = 'all';
  });
  localStorage['fonts'] = 1;
}
