// Has the browser keep what is read, unless the reader has turned that off (OfflineSwitch.astro). The server for
// editors has no service worker, and marks no script.

const site = document.currentScript;
const kept = site instanceof HTMLScriptElement && 'keep' in site.dataset;

// Once the page is there: it must not wait for this.
addEventListener('load', () => {
  const home = document.querySelector<HTMLAnchorElement>('.brand');
  // Browsers offer it on secure addresses only, and not always then; pages from disk have no need of it.
  if (!kept || !home || location.protocol === 'file:' || !('serviceWorker' in navigator)) return;
  try {
    if (localStorage.getItem('offline') === 'off') return;
  } catch {
    // Where nothing may be stored, this may not either.
    return;
  }
  navigator.serviceWorker.register(new URL('service-worker.js', home.href)).catch(() => undefined);
});
