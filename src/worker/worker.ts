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

/** How many pages are kept; beyond, those that were not read for longest go. */
const MOST_PAGES = 300;

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
    // Its types allow for members that are undefined, where those of a plugin leave them out.
    new ExpirationPlugin({ maxEntries: MOST_PAGES, purgeOnQuotaError: true }) as WorkboxPlugin,
  ],
});

/** As many as the build has: the next one begins anew. */
const lasting = new CacheFirst({
  cacheName: names.lasting,
  matchOptions: { ignoreVary: true },
  plugins: [{ cacheWillUpdate }],
});

/** Does something for each item, a few at a time. @throws the first error, once all were tried */
async function each<Item>(items: Iterable<Item>, act: (item: Item) => Promise<unknown>): Promise<void> {
  const rest = [...items];
  const errors: unknown[] = [];
  const lane = async (): Promise<void> => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) {
      await act(item).catch((error: unknown) => errors.push(error));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  if (errors.length > 0) throw errors[0];
}

/** Fetches and stores as a strategy does for a page. @throws where the file could not be had */
async function store(
  strategy: CacheFirst | NetworkFirst,
  event: ExtendableEvent,
  address: string,
): Promise<void> {
  const [response, stored] = strategy.handleAll({ event, request: address });
  const { ok, status } = await response;
  await stored;
  if (!ok) throw new Error(`${status} for ${address}`);
}

/** Takes a file that lasts from wherever it is: an older build's caches may have it. */
async function takeFile(event: ExtendableEvent, path: string): Promise<void> {
  const address = absolute(path);
  const held = await caches.match(address, { ignoreVary: true });
  if (held) await (await caches.open(names.lasting)).put(address, held);
  else await store(lasting, event, address);
}

let taking: Promise<void> | undefined;

/**
 * Takes all that search may ask for. The list comes last: where it is kept, nothing is missing.
 * @throws where something could not be had
 */
async function takeSearch(event: ExtendableEvent): Promise<void> {
  const list = absolute(SITE.searchFiles);
  if (await caches.match(list, { cacheName: names.lasting })) return;
  const paths = (await (await fetch(list)).json()) as readonly string[];
  await each(paths, (path) =>
    isLasting(path) ? takeFile(event, path) : store(changing, event, absolute(path)),
  );
  await store(lasting, event, list);
}

const takeSearchOnce = (event: ExtendableEvent): Promise<void> =>
  (taking ??= takeSearch(event).finally(() => (taking = undefined)));

/** The names of the site's caches that this build does not use. */
async function olderCaches(): Promise<string[]> {
  const own: readonly string[] = Object.values(names);
  return (await caches.keys()).filter((name) => name.startsWith(cachePrefix(scope)) && !own.includes(name));
}

/** Fetches the pages that are open, and what the reader had of an older build. */
async function takeAlong(event: ExtendableEvent): Promise<void> {
  const had: string[] = [];
  for (const name of await olderCaches()) {
    had.push(...(await (await caches.open(name)).keys()).map(({ url }) => url));
  }
  const open = await self.clients.matchAll({ includeUncontrolled: true, type: 'window' });
  const pages = new Set([...had, ...open.map(({ url }) => url)].flatMap((url) => changingAddress(url) ?? []));
  // One may have gone with the old build.
  await each(pages, (page) => store(changing, event, page)).catch(() => undefined);
  if (had.some((url) => pathOf(url)?.startsWith('assets/search-files.'))) {
    await takeSearchOnce(event).catch(() => undefined);
  }
}

/** Fetches the shell anew: Workbox does so for a worker that is being installed, and for no other. */
async function restore(event: ExtendableEvent): Promise<void> {
  const cache = await caches.open(names.shell);
  await each(shell.getURLsToCacheKeys(), async ([address, key]) => {
    const response = await fetch(address, { cache: 'no-cache' });
    if (!response.ok) throw new Error(`${response.status} for ${address}`);
    await cache.put(key, response.redirected ? await copyResponse(response) : response);
  });
  await takeAlong(event);
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
    if (SITE.searchIsLight && pathOf(url.href)?.startsWith('search/index/')) {
      event.waitUntil(takeSearchOnce(event).catch(() => undefined));
    }
    return (await fromShell(url.href)) ?? lasting.handle({ event, request });
  },
);

self.addEventListener('install', (event) =>
  event.waitUntil(
    shell
      .install(event)
      .then(() => takeAlong(event))
      .then(() => self.skipWaiting()),
  ),
);

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
    restore: () => restore(event),
    'take search': () => takeSearchOnce(event),
    // The shell first: without it nothing is stored any more.
    forget: async () => forget([names.shell, names.changing, names.lasting, ...(await olderCaches())]),
  };
  const answer = (done: boolean): void => event.ports[0]?.postMessage(done);
  event.waitUntil(
    tasks[event.data as Message]().then(
      () => answer(true),
      () => answer(false),
    ),
  );
});
