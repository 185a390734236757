import { z } from 'astro/zod';
import { reportReference } from '../references.ts';
import { text } from '../sourced.ts';
import { pageFields } from './common.ts';

/** A glossary term. Its summary is the definition. */
export const termSchema = z.strictObject({
  ...pageFields,
  /** Words of the field, words of this site, words that belong to a side. */
  kind: z.enum(['field', 'site', 'loaded']),
  /** Reports that use the word. */
  used_in: z.array(reportReference).default([]),
  /** For a loaded word: what this site says instead. */
  instead: text.optional(),
  /** `never` for a term that is also an ordinary word: it is explained only where an editor links it. */
  explain: z.literal('never').optional(),
});
