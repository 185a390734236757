// The words of standings on pages, also for scripts in the browser. The data has the keys.
import type { Standing } from './standing.ts';

export const STANDING_WORDS = {
  disputed: 'disputed',
  'several answers': 'several answers',
  corroborated: 'several sides agree',
  'one side': 'from one side only',
  'single voice': 'from one voice only',
  open: 'no answer',
} as const satisfies Readonly<Record<Standing, string>>;
