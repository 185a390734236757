/// <reference lib="webworker" />
// The service worker: stores each page that is read, and what the page loads, to show it without a network. It has two
// caches:
//
// - "current", network first: files that keep their name when they change, such as pages and search.js. Each is
//   revalidated, so that a reader with a network never sees an old page.
// - "hashed", cache first: files with a content hash in their name, such as styles, fonts and the search index.
//
// Both caches outlive a deploy: a stored page of an older build still finds its styles.
import { clientsClaim, copyResponse, type WorkboxPlugin } from 'workbox-core';
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { cachePrefix, isHashed, pageFile } from './addresses.ts';

declare const self: ServiceWorkerGlobalScope;

/** The paths of the files to store at installation, defined by src/output/service-worker.ts. */
declare const PRECACHE: readonly string[];

const { scope } = self.registration;
const CURRENT = `${cachePrefix(scope)}current`;
const HASHED = `${cachePrefix(scope)}hashed`;

/** The number of hashed files kept after a deploy, newest first. A build has some 600; most readers use 100. */
const MAX_HASHED = 1500;

const OFFLINE_PAGE = new URL('offline.html#not-stored', scope).href;

/** The path of a URL below the site's root, without query and fragment; `//` outside the site. */
function sitePath(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`.startsWith(scope) ? `${origin}${pathname}`.slice(scope.length) : '//';
}

/** Stores complete answers. After the switch has deleted the caches, this worker may still serve open tabs: it then stores nothing. */
const cacheWillUpdate: WorkboxPlugin['cacheWillUpdate'] = async ({ response }) => {
  if (response.status !== 200 || !(await caches.has(CURRENT))) return null;
  // Browsers refuse a redirected answer to a navigation.
  return response.redirected ? copyResponse(response) : response;
};

const hashed = new CacheFirst({
  cacheName: HASHED,
  matchOptions: { ignoreVary: true },
  plugins: [{ cacheWillUpdate }],
});

const current = new NetworkFirst({
  cacheName: CURRENT,
  matchOptions: { ignoreVary: true },
  plugins: [
    {
      cacheWillUpdate,
      requestWillFetch: async ({ request }) => new Request(request, { cache: 'no-cache' }),
      cacheKeyWillBeUsed: async ({ request }) => {
        const path = sitePath(request.url);
        return new URL(pageFile(path) ?? path, scope).href;
      },
      // Redirects, since relative links of the offline page would break at the address of another page.
      handlerDidError: async ({ request }) => {
        const explained = request.mode === 'navigate' && (await caches.match(OFFLINE_PAGE));
        return explained ? Response.redirect(OFFLINE_PAGE) : undefined;
      },
    },
  ],
});

registerRoute(({ url }) => isHashed(sitePath(url.href)), hashed);
registerRoute(({ url }) => {
  const path = sitePath(url.href);
  return pageFile(path) !== undefined || path.startsWith('search/');
}, current);

/** Fetches a file and stores it. @throws if it cannot be fetched or stored */
async function store(event: ExtendableEvent, url: string): Promise<void> {
  const [response, stored] = (isHashed(sitePath(url)) ? hashed : current).handleAll({ event, request: url });
  const { ok, status } = await response;
  if (!ok) throw new Error(`${status} for ${url}`);
  await stored;
}

/** Stores the listed files and the pages that are open. @throws if a listed file cannot be stored */
async function install(event: ExtendableEvent): Promise<void> {
  await caches.open(CURRENT);
  const cache = await caches.open(HASHED);
  const old = (await cache.keys()).slice(0, -MAX_HASHED);
  await Promise.all(old.map((request) => cache.delete(request)));
  await Promise.all(PRECACHE.map((path) => store(event, new URL(path, scope).href)));
  const pages = await self.clients.matchAll({ includeUncontrolled: true, type: 'window' });
  // Ignore pages that cannot be stored, such as the 404 page.
  await Promise.allSettled(pages.map(({ url }) => store(event, url)));
}

/** Deletes the caches of earlier versions of this worker. */
async function activate(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(cachePrefix(scope)));
  await Promise.all(
    names.filter((name) => ![CURRENT, HASHED].includes(name)).map((name) => caches.delete(name)),
  );
}

self.addEventListener('install', (event) => event.waitUntil(install(event)));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
void self.skipWaiting();
clientsClaim();
