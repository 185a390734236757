// Registers the service worker (src/worker/worker.ts), unless the reader has turned it off (OfflineSwitch.astro). Names the
// manifest with which browsers install the site: only here, because a page from disk may not load it.
import { offlineChoice } from './offline-choice.ts';

// `data-keep` is set in built pages only, because the development server has no service worker.
const script = document.currentScript;
const built = script instanceof HTMLScriptElement && 'keep' in script.dataset;

// Wait for the load event, so that the installation does not delay the page.
addEventListener('load', () => {
  const home = document.querySelector<HTMLAnchorElement>('.brand');
  if (!built || !home || !offlineChoice()) return;
  const manifest = document.createElement('link');
  manifest.rel = 'manifest';
  manifest.href = new URL('site.webmanifest', home.href).href;
  document.head.append(manifest);
  // Some browsers refuse, for instance in private windows. The site works without the worker.
  navigator.serviceWorker.register(new URL('service-worker.js', home.href)).catch(() => undefined);
});
