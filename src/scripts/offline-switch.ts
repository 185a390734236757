// The switch on the "Offline copy" page (src/pages/offline.astro): turns the service worker on and off.
import { cachePrefix } from '../worker/addresses.ts';
import { make } from './make.ts';

const root = new URL('.', location.href).href;

/**
 * The choice of the reader: `offline` in the storage of the browser is `off`, or missing.
 * @returns undefined if the browser cannot store pages: from disk, over plain HTTP, or if it forbids it
 */
function isOn(): boolean | undefined {
  if (location.protocol === 'file:' || !('serviceWorker' in navigator)) return undefined;
  try {
    return localStorage['offline'] !== 'off';
  } catch {
    return undefined;
  }
}

/**
 * Installs the service worker. The query changes its URL: with the same URL, Chromium would revive a removed worker that
 * another tab still uses, without its installation step, which stores files.
 */
async function addWorker(): Promise<void> {
  await navigator.serviceWorker.register(new URL(`service-worker.js?${Date.now()}`, root));
}

/** Unregisters the service worker and deletes what it stored. Other open tabs may use it until they are closed. */
async function removeWorker(): Promise<void> {
  await (await navigator.serviceWorker.getRegistration(root))?.unregister();
  const names = (await caches.keys()).filter((name) => name.startsWith(cachePrefix(root)));
  await Promise.all(names.map((name) => caches.delete(name)));
}

class OfflineSwitch extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const status = this.querySelector('[role="status"]');
    if (!button || !status || isOn() === undefined) return;
    // With the manifest, browsers offer to install the site. A page from disk may not load it.
    document.head.append(make('link', { rel: 'manifest', href: 'site.webmanifest' }));
    const show = (): void => {
      const on = isOn();
      status.textContent = on
        ? 'On. This browser stores the pages that you read.'
        : 'Off. This browser stores nothing of the site.';
      button.textContent = on ? 'Turn it off and delete what is stored' : 'Turn it on';
    };
    button.onclick = () => {
      const on = !isOn();
      if (on) localStorage.removeItem('offline');
      else localStorage['offline'] = 'off';
      button.disabled = true;
      (on ? addWorker() : removeWorker())
        .then(show, (error: unknown) => (status.textContent = `The browser refused: ${String(error)}`))
        .finally(() => (button.disabled = false));
    };
    show();
    this.hidden = false;
  }
}
customElements.define('offline-switch', OfflineSwitch);
