/// <reference lib="webworker" />
// The service worker: what was read online can be read again without a network, and search goes on.
//
// What keeps its address and may change (pages, the search script) is asked of the network first, and
// revalidated, so that nobody online sees yesterday's page. What changes its name with its content (styles,
// fonts, the search index) is kept. Each build has caches of its own: the next build's worker takes along
// what the reader had, fetched afresh, and throws the old away.
import type { WorkboxPlugin } from 'workbox-core';
import { copyResponse } from 'workbox-core';
import { CacheExpiration, ExpirationPlugin } from 'workbox-expiration';
import { PrecacheController } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { changingFile, isLasting } from './addresses.ts';
import { cacheNames, cachePrefix } from './caches.ts';
import type { Message } from './messages.ts';

declare const self: ServiceWorkerGlobalScope;

const { scope } = self.registration;
const names = cacheNames(scope, SITE.build);

/** How many pages and files are kept; beyond, those that were not used for longest go. */
const MOST_PAGES = 300;
const MOST_FILES = 5000;

/** How many files are fetched at a time while the reader does other things. */
const AT_ONCE = 4;

/** The path of an address below the site's root, if it is there. */
function pathOf(address: string): string | undefined {
  const { origin, pathname } = new URL(address);
  const whole = origin + pathname;
  return whole.startsWith(scope) ? whole.slice(scope.length) : undefined;
}

const absolute = (path: string): string => new URL(path, scope).href;

/** The address of the file that an address shows, if it is one that may change. */
function changingAddress(address: string): string | undefined {
  const path = pathOf(address);
  const file = path === undefined ? undefined : changingFile(path);
  return file === undefined ? undefined : absolute(file);
}

const shell = new PrecacheController({ cacheName: names.shell });
shell.addToCacheList([...SITE.shell]);

/** Not the controller's own way, which would make the cache anew where the reader has thrown it away. */
async function fromShell(address: string): Promise<Response | undefined> {
  const key = shell.getCacheKeyForURL(address);
  return key === undefined ? undefined : caches.match(key, { cacheName: names.shell });
}

/**
 * What of the network's answers is kept. Without a shell the reader has turned storing off, though a page that
 * was open then may still ask this worker.
 */
const cacheWillUpdate: NonNullable<WorkboxPlugin['cacheWillUpdate']> = async ({ response }) => {
  if (response.status !== 200 || !(await caches.has(names.shell))) return null;
  // A browser takes no redirected answer for the address that it asks for.
  return response.redirected ? copyResponse(response) : response;
};

/** What limits a cache. Its types allow for members that are undefined, where a plugin's leave them out. */
const atMost = (maxEntries: number): WorkboxPlugin =>
  new ExpirationPlugin({ maxEntries, purgeOnQuotaError: true }) as WorkboxPlugin;

const changing = new NetworkFirst({
  cacheName: names.changing,
  matchOptions: { ignoreVary: true },
  plugins: [
    {
      requestWillFetch: ({ request }) => Promise.resolve(new Request(request, { cache: 'no-cache' })),
      cacheKeyWillBeUsed: ({ request }) => Promise.resolve(changingAddress(request.url) ?? request),
      cacheWillUpdate,
      handlerDidError: async ({ request }) => {
        const held = await fromShell(changingAddress(request.url) ?? request.url);
        if (held || request.mode !== 'navigate') return held;
        return Response.redirect(absolute('offline.html#not-stored'));
      },
    },
    atMost(MOST_PAGES),
  ],
});

const lasting = new CacheFirst({
  cacheName: names.lasting,
  matchOptions: { ignoreVary: true },
  plugins: [{ cacheWillUpdate }, atMost(MOST_FILES)],
});

/** Does something for each item, a few at a time. What fails is left: it will be asked for again. */
async function each<Item>(items: Iterable<Item>, act: (item: Item) => Promise<unknown>): Promise<void> {
  const rest = [...items];
  const lane = async (): Promise<void> => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) {
      await act(item).catch(() => undefined);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/** Takes a file that lasts from wherever it is: an older build's caches may have it. */
async function takeFile(event: ExtendableEvent, path: string): Promise<void> {
  const address = absolute(path);
  const held = await caches.match(address, { ignoreVary: true });
  if (held) await (await caches.open(names.lasting)).put(address, held);
  else await lasting.handle({ event, request: address });
}

let taking: Promise<void> | undefined;

/** Takes all that search may ask for. The list comes last: where it is kept, nothing is missing. */
async function takeSearch(event: ExtendableEvent): Promise<void> {
  if (
    SITE.searchFiles === '' ||
    (await caches.match(absolute(SITE.searchFiles), { cacheName: names.lasting }))
  )
    return;
  const answer = await fetch(absolute(SITE.searchFiles));
  if (!answer.ok) return;
  const paths = (await answer.clone().json()) as readonly string[];
  let missing = false;
  await each(paths, async (path) => {
    try {
      await (isLasting(path) ? takeFile(event, path) : changing.handle({ event, request: absolute(path) }));
    } catch {
      missing = true;
    }
  });
  if (!missing && (await caches.has(names.shell))) {
    await (await caches.open(names.lasting)).put(absolute(SITE.searchFiles), answer);
  }
}

const takeSearchOnce = (event: ExtendableEvent): Promise<void> =>
  (taking ??= takeSearch(event).finally(() => (taking = undefined)));

/** The names of the site's caches that this build does not use. */
async function olderCaches(): Promise<string[]> {
  const own: readonly string[] = Object.values(names);
  return (await caches.keys()).filter((name) => name.startsWith(cachePrefix(scope)) && !own.includes(name));
}

/** Fetches the shell, the pages that are open, and what the reader had of an older build. */
async function fill(event: ExtendableEvent): Promise<void> {
  await shell.install(event);
  const had: string[] = [];
  for (const name of await olderCaches()) {
    had.push(...(await (await caches.open(name)).keys()).map(({ url }) => url));
  }
  const open = await self.clients.matchAll({ includeUncontrolled: true, type: 'window' });
  const pages = [...had, ...open.map(({ url }) => url)].map(changingAddress);
  await each(new Set(pages), async (page) => page && changing.handle({ event, request: page }));
  if (had.some((url) => pathOf(url)?.startsWith('search/index/'))) await takeSearchOnce(event);
}

/** Throws caches away, with what is noted of the use of their files. */
async function forget(which: readonly string[]): Promise<void> {
  for (const name of which) {
    await caches.delete(name);
    await new CacheExpiration(name, { maxEntries: 1 }).delete();
  }
}

registerRoute(
  ({ request, url }) => request.method === 'GET' && changingAddress(url.href) !== undefined,
  changing,
);

registerRoute(
  ({ url }) => isLasting(pathOf(url.href) ?? ''),
  async ({ event, request, url }) => {
    // A first search: the next words will be others, and the network may be gone.
    if (pathOf(url.href)?.startsWith('search/index/')) event.waitUntil(takeSearchOnce(event));
    return (await fromShell(url.href)) ?? lasting.handle({ event, request });
  },
);

self.addEventListener('install', (event) => event.waitUntil(fill(event).then(() => self.skipWaiting())));

self.addEventListener('activate', (event) =>
  event.waitUntil(
    shell
      .activate(event)
      .then(async () => forget(await olderCaches()))
      .then(() => self.clients.claim()),
  ),
);

self.addEventListener('message', (event) => {
  const tasks: Record<Message, () => Promise<void>> = {
    fill: () => fill(event),
    'take search': () => takeSearchOnce(event),
    // The shell first: without it nothing is stored any more.
    forget: async () => forget([names.shell, names.changing, names.lasting, ...(await olderCaches())]),
  };
  event.waitUntil(tasks[event.data as Message]().then(() => event.ports[0]?.postMessage('done')));
});
