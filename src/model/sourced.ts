// A sourced value: a value and the reports that give it.
import { z } from 'astro/zod';
import { parseRef, reportReference, type ReportRef } from './references.ts';

/**
 * A field with a list of sourced values, because sources may disagree. An empty list means that no source gives a value.
 * `note` qualifies a value; `inferred` says how a value follows from a text that does not state it.
 */
export function sourced<Value extends z.ZodType>(value: Value) {
  return z
    .array(
      z.strictObject({
        value: value.describe('The value, as the reports give it.'),
        reports: z
          .array(reportReference)
          .min(1, { error: 'at least one report' })
          .describe('The reports that the value rests on.'),
        note: z.string().min(1).optional().describe('Qualifies the value.'),
        inferred: z
          .string()
          .min(1)
          .optional()
          .describe('The reason, where the value is not in the text but worked out from it.'),
      }),
    )
    .default([]);
}

/** What `sourced(schema)` gives: one value with its reports. */
export interface Sourced<Value> {
  readonly value: Value;
  readonly reports: readonly ReportRef[];
  readonly note?: string | undefined;
  readonly inferred?: string | undefined;
}

/** One line of text, for values that are neither dates nor references. */
export const text = z
  .string({ error: 'text' })
  .trim()
  .min(1, { error: 'some text' })
  .refine((words) => words === '' || /[\p{L}\p{N}]/u.test(words), { error: 'some text' })
  .refine((words) => parseRef(words) === undefined, { error: 'words, not a reference' });

/** A number of a paragraph or a report. */
export const wholeNumber = z.int({ error: 'a whole number' }).min(1, { error: 'a whole number from 1' });
