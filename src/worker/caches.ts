// The names of the caches, which the service worker fills and the switch on the "Offline copy" page counts.
// An origin may hold several sites: a name begins with the site's address.

/** What the names of all caches of a site begin with. @param scope the address of the site's root */
export function cachePrefix(scope: string): string {
  return `claimed-and-denied ${scope} `;
}

/** The caches of one build of a site. @param scope the address of the site's root */
export function cacheNames(
  scope: string,
  build: string,
): { shell: string; changing: string; lasting: string } {
  const prefix = cachePrefix(scope);
  return {
    // What every reader gets, each file under its hash: from build to build only what changed is fetched.
    shell: `${prefix}shell`,
    // Pages that were read: what the network gave last.
    changing: `${prefix}${build} pages`,
    // Files whose names change with their content.
    lasting: `${prefix}${build} files`,
  };
}

/** What a browser keeps of a site. */
export interface Kept {
  readonly pages: number;
  readonly search: 'all' | 'some' | 'none';
  /** The weight of the files, unpacked. */
  readonly bytes: number;
}

/** Counts what is in the caches whose names begin so. */
export async function inCaches(prefix: string): Promise<Kept> {
  const pages = new Set<string>();
  let [bytes, list, index] = [0, false, false];
  for (const name of (await caches.keys()).filter((each) => each.startsWith(prefix))) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const { pathname } = new URL(request.url);
      if (pathname.endsWith('.html')) pages.add(pathname);
      list ||= pathname.includes('/assets/search-files.');
      index ||= pathname.includes('/search/index/');
      const response = await cache.match(request, { ignoreVary: true });
      bytes += (await response?.blob())?.size ?? 0;
    }
  }
  return { pages: pages.size, search: list ? 'all' : index ? 'some' : 'none', bytes };
}
