// The switch on the "Offline copy" page (src/pages/offline.astro): turns the service worker on and off.
import { cachePrefix } from '../worker/addresses.ts';
import { offlineChoice, setOfflineChoice } from './offline-choice.ts';

const root = new URL('.', location.href).href;

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
    if (!button || !status || offlineChoice() === undefined) return;
    // With the manifest, browsers offer to install the site. A page from disk may not load it.
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'manifest', href: 'site.webmanifest' }),
    );
    const show = (): void => {
      const on = offlineChoice();
      status.textContent = on
        ? 'On. This browser stores the pages that you read.'
        : 'Off. This browser stores nothing of the site.';
      button.textContent = on ? 'Turn it off and delete what is stored' : 'Turn it on';
    };
    button.addEventListener('click', () => {
      const on = !offlineChoice();
      setOfflineChoice(on);
      button.disabled = true;
      (on ? addWorker() : removeWorker())
        .then(show, (error: unknown) => (status.textContent = `The browser refused: ${String(error)}`))
        .finally(() => (button.disabled = false));
    });
    show();
    this.hidden = false;
  }
}
customElements.define('offline-switch', OfflineSwitch);
