// Registers the service worker (src/worker/worker.ts), unless the reader has turned it off (OfflineSwitch.astro).
import { offlineChoice } from './offline-choice.ts';

// `data-keep` is set in built pages only, because the development server has no service worker.
const script = document.currentScript;
const built = script instanceof HTMLScriptElement && 'keep' in script.dataset;

// Wait for the load event, so that the installation does not delay the page.
addEventListener('load', () => {
  const home = document.querySelector<HTMLAnchorElement>('.brand');
  if (!built || !home || !offlineChoice()) return;
  // Some browsers refuse, for instance in private windows. The site works without the worker.
  navigator.serviceWorker.register(new URL('service-worker.js', home.href)).catch(() => undefined);
});
