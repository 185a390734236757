// The lineage as a Sankey diagram (d3-sankey): voices on the left, chains of carriers in the middle, sources
// on the right; every band is as wide as the number of its reports.
import { sankey, sankeyLinkHorizontal, type SankeyLink, type SankeyNode } from 'd3-sankey';
import { refKey, type EntryRef } from '../model/references.ts';
import type { Side } from '../model/sides.ts';
import { chainKey, type Flow, type LineageSide } from './lineage.ts';
import { fitted, textWidth, wrapped } from './text.ts';

/** The drawing is shown from 0.85 of its size on, so that its words are at least 11 CSS pixels high. */
export const WIDTH = 1000;
export const TEXT_SIZE = 13.5;

/** Left edges of the three columns of bars, and the width of a bar. */
const COLUMNS = [326, 600, 862] as const;
const BAR = 8;
/** Where the names of sides and voices begin, and room between words and bars. */
const SIDES_AT = 0;
const BESIDE = 8;
/** The least from the middle of one bar to the next: a line of words. */
const PITCH = 19;
/** More room between sides. */
const BETWEEN_SIDES = 10;
