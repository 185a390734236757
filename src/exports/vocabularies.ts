// The vocabularies of columns: allowed values with their meanings.
import { MODE_MEANS } from '../model/schemas/ledger.ts';
import { CAPTURE_MEANS, HOW_MEANS } from '../model/schemas/source.ts';
import { SIDE_MEANS } from '../model/sides.ts';
import { STANDING_RULES } from '../archive/standing.ts';
import type { Vocabulary } from './table.ts';

export const CAPTURE: Vocabulary = { name: 'Capture', values: CAPTURE_MEANS };
export const MODE: Vocabulary = { name: 'Mode', values: MODE_MEANS };
export const SIDE: Vocabulary = { name: 'Side', values: SIDE_MEANS };
export const STANDING: Vocabulary = { name: 'Standing', values: STANDING_RULES };
export const HOW: Vocabulary = { name: 'How known', values: HOW_MEANS };
