// On a page with fallback fonts (src/scripts/early.ts), fetches the fonts of the site for the next page.
export const fallback = !document.documentElement.dataset['fonts'];

async function load(): Promise<void> {
  for (const { href } of document.querySelectorAll<HTMLLinkElement>('[as=font]'))
    await (await fetch(href)).blob();
  localStorage['fonts'] = 1;
}

if (fallback) void load();
