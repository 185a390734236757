// The marks of the sides as paths. They are the characters of `src/model/sides.ts`, drawn, so that they
// have one size and one weight whatever fonts a reader has.
import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
  type SymbolType,
} from 'd3-shape';
import type { Side } from '../model/sides.ts';

const TYPES: Readonly<Record<Side, SymbolType>> = {
  militia: symbolTriangle,
  kyiv: symbolSquare,
  moscow: symbolCircle,
  'third-state': symbolDiamond,
  analyst: symbolCross,
  press: symbolDiamond,
  resident: symbolCircle,
  platform: symbolTriangle,
};

/** Sides whose mark is an outline. */
const HOLLOW: ReadonlySet<Side> = new Set(['press', 'resident', 'platform']);

/** True where the side's mark is an outline: a shape that another side has filled. */
export function isHollow(side: Side): boolean {
  return HOLLOW.has(side);
}

/**
 * The mark of a side, centred on 0,0.
 * @param area the area it covers, in square units, as d3-shape measures symbols
 */
export function markPath(side: Side, area: number): string {
  // An outline has half its stroke outside: a little less area makes it look as large as a filled one.
  return symbol(TYPES[side], isHollow(side) ? area * 0.8 : area).digits(1)() ?? '';
}
