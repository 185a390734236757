// Boxes that must not touch one another.
import type { Box } from './map-view.ts';

export function overlap(a: Box, b: Box, gap = 0): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  );
}

export function inside(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  );
}

/** The width of the squares of a {@link Crowd}, in units: about half a label. */
const SQUARE = 32;

/** Boxes by the squares they lie in, so that a look at one place need not look at all of them. */
export class Crowd {
  readonly #squares = new Map<number, Box[]>();

  constructor(boxes: readonly Box[]) {
    for (const box of boxes) this.add(box);
  }

  add(box: Box): void {
    this.#near(box, 0, (square) => {
      const held = this.#squares.get(square);
      if (held) held.push(box);
      else this.#squares.set(square, [box]);
      return false;
    });
  }

  /** Whether a box comes closer than a gap to any. */
  touches(box: Box, gap = 0): boolean {
    return this.#near(
      box,
      gap,
      (square) => this.#squares.get(square)?.some((other) => overlap(box, other, gap)) ?? false,
    );
  }

  /** Looks at the squares that a box lies in, until one is what is sought. */
  #near({ x, y, width, height }: Box, gap: number, look: (square: number) => boolean): boolean {
    const right = Math.floor((x + width + gap) / SQUARE);
    const bottom = Math.floor((y + height + gap) / SQUARE);
    for (let column = Math.floor((x - gap) / SQUARE); column <= right; column++)
      for (let row = Math.floor((y - gap) / SQUARE); row <= bottom; row++)
        // Far apart enough for any drawing: no two squares share a number.
        if (look(column * 65_536 + row)) return true;
    return false;
  }
}
