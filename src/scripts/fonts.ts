// On the first page that a reader opens (src/scripts/early.ts), fetches the fonts for the next page. Until all of them are
// there, the next page is a first page too, so that no text mixes fonts of ours with fallback fonts.
export const first = document.querySelector('[data-first]');

async function load(): Promise<void> {
  for (const { href } of document.querySelectorAll<HTMLLinkElement>('[as=font]'))
    await (await fetch(href)).blob();
  localStorage['fonts'] = 1;
}

if (first) void load();
