// The setting of a reader for storing pages in the browser, to read them without a network: `offline` in the storage of the
// browser is `off`, or missing.

/** @returns the setting, or undefined if the browser cannot store pages: from disk, over plain HTTP, or if it forbids it */
export function offlineChoice(): boolean | undefined {
  if (location.protocol === 'file:' || !('serviceWorker' in navigator)) return undefined;
  try {
    return localStorage['offline'] !== 'off';
  } catch {
    return undefined;
  }
}

export function setOfflineChoice(on: boolean): void {
  if (on) localStorage.removeItem('offline');
  else localStorage.setItem('offline', 'off');
}
