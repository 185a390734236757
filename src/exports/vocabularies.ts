// The vocabularies of columns: allowed values with their meanings.
import { MODE_MEANS } from '../model/schemas/ledger.ts';
import { CAPTURE_MEANS, type HOW_KNOWN } from '../model/schemas/source.ts';
import { SIDE_WORDS, SIDES } from '../model/sides.ts';
import { STANDING_RULE } from '../archive/standing.ts';
import type { Vocabulary } from './table.ts';

const HOW_MEANS: Readonly<Record<(typeof HOW_KNOWN)[number], string>> = {
  printed: 'the captured text contains it',
  located: 'a public page with the same text gives it',
  inferred: 'it follows from other facts, which the note names',
};

export const CAPTURE: Vocabulary = { name: 'Capture', values: CAPTURE_MEANS };
export const MODE: Vocabulary = { name: 'Mode', values: MODE_MEANS };
export const SIDE: Vocabulary = {
  name: 'Side',
  values: Object.fromEntries(SIDES.map((side) => [side, SIDE_WORDS[side].means])),
};
export const STANDING: Vocabulary = {
  name: 'Standing',
  values: Object.fromEntries(STANDING_RULE.map(({ standing, rule }) => [standing, rule])),
};
export const HOW: Vocabulary = { name: 'How known', values: HOW_MEANS };
