// The reader's choice whether the browser stores pages for reading without a network. On unless turned off.

const KEY = 'offline';

/** @returns undefined where nothing can be stored: from disk, over plain HTTP, or where the browser forbids it */
export function offlineChoice(): boolean | undefined {
  if (location.protocol === 'file:' || !('serviceWorker' in navigator)) return undefined;
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return undefined;
  }
}

export function setOfflineChoice(on: boolean): void {
  if (on) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, 'off');
}
