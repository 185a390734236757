import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Collects all garbage now, and gives the memory back to the system. V8 would let its heap grow first. Node hands out `gc` only
 * under a flag of V8, which is set here, so that the command line of a build needs no flag. Without the flavour `last-resort`
 * V8 keeps the emptied pages of its heap (https://nodejs.org/api/globals.html, `gc`).
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as typeof globalThis.gc;
  gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
