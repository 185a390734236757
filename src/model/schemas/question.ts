import { z } from 'astro/zod';
import { reference, SLUG } from '../references.ts';
import { text } from '../sourced.ts';
import { pageFields } from './common.ts';

/** A point on which voices differ, or that a reader would ask and no voice settles. */
export const questionSchema = z.strictObject({
  ...pageFields,
  about: z
    .array(reference('groups', 'events', 'people', 'organisations', 'places'))
    .min(1, { error: 'at least one reference' })
    .describe('The entries that the question concerns.'),
  exclusive: z
    .boolean()
    .default(true)
    .describe(
      'False where several positions can be right at once (several aims of one raid): they are then different answers, not a dispute.',
    ),
  positions: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(SLUG, { error: 'lower-case words with hyphens' })
          .describe('Reports take the position by this id: `answers: [question/id]`.'),
        answer: text.describe('The answer in a short sentence.'),
      }),
    )
    .default([])
    .describe('The possible answers. Empty where no voice answers.'),
  would_settle: z
    .array(text)
    .min(1, { error: 'at least one thing that would settle it' })
    .describe('What would settle the question: documents, counts or pictures that are not in the sources.'),
});
