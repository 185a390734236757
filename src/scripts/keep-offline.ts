// Registers the service worker (src/worker/worker.ts), unless the reader has turned it off (OfflineSwitch.astro).
import { offlineChoice } from './offline-choice.ts';

// `data-keep` is set in built pages only, because the development server has no service worker.
const script = document.querySelector<HTMLScriptElement>('[data-keep]');

// Wait for the load event, so that the installation does not delay the page.
addEventListener('load', () => {
  if (!script || !offlineChoice()) return;
  // The worker lies one folder above the script. Some browsers refuse, for instance in private windows: the site works without.
  navigator.serviceWorker.register(new URL('../service-worker.js', script.src)).catch(() => undefined);
});
