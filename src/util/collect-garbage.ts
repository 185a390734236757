import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Collects garbage now, and gives the memory back to the system. V8 would let its heap grow first. Node hands out `gc` only
 * under a flag of V8, which is set here, so that the command line of a build needs no flag.
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const gc: unknown = runInNewContext('gc');
  if (typeof gc === 'function') gc();
}
