// Registers the service worker (src/worker/worker.ts), unless the reader has turned it off (offline-switch.ts).

// `data-keep` is set in built pages only, because the development server has no service worker.
const script = document.querySelector<HTMLScriptElement>('[data-keep]');

try {
  if (script && localStorage['offline'] !== 'off')
    // The worker lies one folder above the script.
    navigator.serviceWorker.register(new URL('../service-worker.js', script.src)).catch(() => undefined);
} catch {
  // No storage or no service workers, for instance in a private window or over plain HTTP: the site works without.
}
