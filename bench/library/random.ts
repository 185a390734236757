// Chance that is the same every time: a run of the bench can be repeated anywhere.
import { createHash } from 'node:crypto';

/** Draws from a stream that its seed alone decides. */
export interface Random {
  /** A whole number from 0 up to, not including, `limit`. */
  readonly below: (limit: number) => number;
  /** One of a list that is not empty. */
  readonly pick: <Value>(list: readonly Value[]) => Value;
  /** True about `share` of the times, 0 to 1. */
  readonly chance: (share: number) => boolean;
}

/** @param seed any text */
export function randomFrom(seed: string): Random {
  let block = Buffer.alloc(0);
  let blocks = 0;
  let at = 0;
  const below = (limit: number): number => {
    if (at + 4 > block.length) {
      block = createHash('sha256').update(`${seed}:${blocks++}`).digest();
      at = 0;
    }
    const drawn = block.readUInt32BE(at);
    at += 4;
    return drawn % limit;
  };
  return {
    below,
    pick: (list) => {
      const value = list[below(list.length)];
      if (value === undefined) throw new RangeError('nothing to pick from');
      return value;
    },
    chance: (share) => below(1_000_000) < share * 1_000_000,
  };
}
