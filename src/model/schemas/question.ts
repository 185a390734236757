import { z } from 'astro/zod';
import { reference, SLUG } from '../references.ts';
import { atLeastOne, flag, list, pageFields, text } from './fields.ts';

/** A point on which voices differ, or that a reader would ask and no voice settles. */
export const questionSchema = z.strictObject({
  ...pageFields,
  title: text
    .regex(/\?$/, { error: 'a question, which ends in ?' })
    .regex(/^[^:]*$/, { error: 'one question, without a statement and a colon before it' })
    .describe('The question, with ? at its end and no colon.'),
  about: atLeastOne(
    'reference',
    reference('groups', 'events', 'people', 'organisations', 'places'),
    'The entries that the question concerns.',
  ),
  exclusive: flag(
    'False where several positions can be right at once (several aims of one raid): they are then different answers, not a dispute.',
    true,
  ),
  scale: flag(
    'True where the positions are degrees of one thing, listed from the least to the most: the page draws them as a scale.',
  ),
  positions: list(
    z.strictObject({
      id: z
        .string()
        .regex(SLUG, { error: 'lower-case words with hyphens' })
        .describe('Reports take the position by this id: `answers: [question/id]`.'),
      answer: text
        .regex(/[^?]$/, { error: 'an answer, with no ? at its end' })
        .describe('The answer in a short sentence.'),
      short: text
        .optional()
        .describe(
          'The answer in a few words: its name where a scale is described, and in the answers by date.',
        ),
      figure: text
        .max(6, { error: 'at most six characters' })
        .optional()
        .describe('The number in the answer, such as 70+, which the page shows in large type.'),
      wordings: list(
        z.strictObject({
          by: reference('groups', 'people', 'organisations', 'sources').describe('The voice.'),
          answer: text.describe('What it says.'),
        }),
        'What voices say that say less than the answer, or something near it.',
      ),
    }),
    'The possible answers. Empty where no voice answers.',
  ),
  would_settle: atLeastOne(
    'thing that would settle it',
    text,
    'What would settle the question: documents, counts or pictures that are not in the sources.',
  ),
});
