// Which address is what, for the service worker: everything is known by its path below the site's root.

/** Folders in which a file's name changes with its content. */
const LASTING = /^(?:assets|search\/(?:index|filter|fragment))\//;

/** What is no page, keeps its name, and is wanted without a network. */
const FIXED = /^(?:icon\.svg|search\/[^/]+\.(?:js|css|json|pagefind|pf_meta))$/;

/** True where what stands at an address never changes. @param path the path below the site's root */
export function isLasting(path: string): boolean {
  return LASTING.test(path);
}

/**
 * The file that stands at an address, for those that may change: hosts show a folder's index for the folder,
 * and some leave out `.html`.
 * @param path the path below the site's root, without query and fragment
 * @returns the file's path, or nothing where it is neither a page nor a part of one
 */
export function changingFile(path: string): string | undefined {
  if (path === '' || path.endsWith('/')) return `${path}index.html`;
  if (path.endsWith('.html') || FIXED.test(path)) return path;
  // The names of pages have small letters, digits and hyphens; SHA256SUMS is none.
  return /(?:^|\/)[a-z\d-]+$/.test(path) ? `${path}.html` : undefined;
}
