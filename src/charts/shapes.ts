// Draws the marks of the sides as SVG paths. The charts use paths rather than the characters of src/styles/voices.css,
// because the size and weight of a character depend on the reader's fonts.
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

/** @returns true if the mark is an outline, because another side has the same shape filled */
export function isHollow(side: Side): boolean {
  return side === 'press' || side === 'resident' || side === 'platform';
}

/**
 * The path of a side's mark, centred on 0,0.
 * @param area the filled area in square units
 */
export function markPath(side: Side, area: number): string {
  // Half of an outline's stroke lies outside the path: reduce the area so that both kinds look equally large.
  return symbol(TYPES[side], isHollow(side) ? area * 0.8 : area).digits(1)() ?? '';
}
