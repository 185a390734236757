// A sourced value: a value and the reports that it rests on.
import { z } from 'astro/zod';
import { reportReference, type ReportRef } from './references.ts';

/**
 * A field that holds sourced values: a list, so that a disagreement is visible where it stands.
 * An empty list means that no source gives a value. `note` qualifies one value; `inferred` gives the reason where the
 * value is worked out from the text.
 */
export function sourced<Value extends z.ZodType>(value: Value) {
  return z
    .array(
      z.strictObject({
        value,
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
export const text = z.string({ error: 'text' }).trim().min(1, { error: 'some text' });

/** A number of a paragraph or a report. */
export const wholeNumber = z.int({ error: 'a whole number' }).min(1, { error: 'a whole number from 1' });
