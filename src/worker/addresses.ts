// Names the caches of the service worker, and classifies the files of the site by their path below its root.

/** The start of the names of a site's caches: an origin may hold several sites. @param root the site's URL */
export const cachePrefix = (root: string): string => `claimed-and-denied ${root} `;

/** True if the name of a file contains a hash of its content. Pagefind names its `.pf_*` files so. */
export function isHashed(path: string): boolean {
  return /^(?:assets\/|search\/.*\.pf_[a-z]+$)/.test(path);
}

/**
 * Finds the page that a host shows for a path: `index.html` for a folder, and `x.html` for `x`, since some hosts
 * drop `.html`. Page names consist of lower-case letters, digits and hyphens.
 * @returns the path of the page's file; undefined if no page has this path
 * @example pageFile('places/') // 'places/index.html'
 */
export function pageFile(path: string): string | undefined {
  const [, folder = '', name] = /^((?:[a-z\d-]+\/)*)([a-z\d-]*)(?:\.html)?$/.exec(path) ?? [];
  return name === undefined ? undefined : `${folder}${name || 'index'}.html`;
}
