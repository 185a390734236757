// The setting of a reader for storing pages in the browser, to read them without a network. On by default.

/** The key in the storage of the browser; its value is `off`, or nothing. */
export const OFFLINE = 'offline';

/** @returns the setting, or undefined if the browser cannot store pages: from disk, over plain HTTP, or if it forbids it */
export function offlineChoice(): boolean | undefined {
  if (location.protocol === 'file:' || !('serviceWorker' in navigator)) return undefined;
  try {
    return localStorage[OFFLINE] !== 'off';
  } catch {
    return undefined;
  }
}

export function setOfflineChoice(on: boolean): void {
  if (on) localStorage.removeItem(OFFLINE);
  else localStorage.setItem(OFFLINE, 'off');
}
