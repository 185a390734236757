// On the 404 page, which a host shows at an address of any depth: finds the root of the site, the nearest folder above
// that has the icon of the site, and makes the addresses of the page lead there. A site that was built with its public
// address has full paths instead, and does not need this script.
const ADDRESSES = ['href', 'src'] as const;

/** The folders above the address of the page, the nearest first. */
const foldersAbove = ({ pathname }: Location): string[] =>
  Array.from(pathname.matchAll(/\//g), ({ index }) => pathname.slice(0, index + 1)).reverse();

async function findRoot(): Promise<string | undefined> {
  for (const folder of foldersAbove(location)) {
    const { ok } = await fetch(`${folder}icon.svg`, { method: 'HEAD' });
    if (ok) return folder;
  }
  return undefined;
}

async function leadToRoot(): Promise<void> {
  const root = await findRoot();
  // In the folder of the page itself, its relative addresses are right already.
  if (root === undefined || root === location.pathname.replace(/[^/]*$/, '')) return;
  for (const name of ADDRESSES) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      const address = element.getAttribute(name) ?? '';
      if (/^(?:[a-z]+:|\/|#)/i.test(address)) continue;
      element.setAttribute(name, root + address);
    }
  }
  // If src/scripts/early.ts has tried the wrong address already, load the script of the page from the right one.
  if (document.readyState === 'complete') window.onload?.(new Event('load'));
}

if (location.protocol !== 'file:') void leadToRoot();
