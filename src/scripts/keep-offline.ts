// Registers the service worker (src/worker/worker.ts), unless the reader has turned it off (OfflineSwitch.astro).
import { offlineChoice } from './offline-choice.ts';

// Set in built pages only: the development server has no service worker.
const script = document.currentScript;
const built = script instanceof HTMLScriptElement && 'keep' in script.dataset;

// After the page has loaded, so that installing does not delay the page.
addEventListener('load', () => {
  const home = document.querySelector<HTMLAnchorElement>('.brand');
  if (!built || !home || !offlineChoice()) return;
  // Browsers may refuse, for instance in private windows; the site reads the same without.
  navigator.serviceWorker.register(new URL('service-worker.js', home.href)).catch(() => undefined);
});
