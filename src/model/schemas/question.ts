import { z } from 'astro/zod';
import { reference, SLUG } from '../references.ts';
import { text } from '../sourced.ts';
import { pageFields } from './common.ts';

/** A point on which voices differ, or that a reader would ask and no voice settles. */
export const questionSchema = z.strictObject({
  ...pageFields,
  /** What the question turns on. */
  about: z
    .array(reference('groups', 'events', 'people', 'organisations', 'places'))
    .min(1, { error: 'at least one reference' }),
  /**
   * False where the positions can hold together (several aims of one raid): then they are
   * different answers, not a dispute.
   */
  exclusive: z.boolean().default(true),
  /** The possible answers. Empty where a reader would ask and no voice answers. */
  positions: z
    .array(
      z.strictObject({
        id: z.string().regex(SLUG, { error: 'lower-case words with hyphens' }),
        answer: text,
      }),
    )
    .default([]),
  /** What would settle it: documents, counts or pictures that are not in the sources. */
  would_settle: z.array(text).min(1, { error: 'at least one thing that would settle it' }),
});
