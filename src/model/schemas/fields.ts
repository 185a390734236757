// The kinds of field that several schemas have. The descriptions reach editors through the JSON schemas that Astro writes.
import { z } from 'astro/zod';
import { FORMER_ID } from '../content-links.ts';
import { edtfDay } from '../dates.ts';
import { parseRef, reportReference, type ReportRef } from '../references.ts';
import { SIDE_MEANS } from '../sides.ts';

/** Words that are not empty. @param error what would be right */
export const words = (error: string) => z.string({ error }).trim().min(1, { error });

/** One line of text, for values that are neither dates nor references. */
export const text = z
  .string({ error: 'text' })
  .trim()
  .min(1, { error: 'some text' })
  .refine((value) => value === '' || /[\p{L}\p{N}]/u.test(value), { error: 'some text' })
  .refine((value) => parseRef(value) === undefined, { error: 'words, not a reference' });

/** A number of a paragraph or a report. */
export const wholeNumber = z.int({ error: 'a whole number' }).min(1, { error: 'a whole number from 1' });

/** True or false. @param about what is so if it is true, as a sentence */
export const flag = (about: string, unlessGiven = false) => z.boolean().default(unlessGiven).describe(about);

/** A list, empty unless given. @param about what is in it, as a sentence */
export const list = <Item extends z.ZodType>(item: Item, about: string) =>
  z.array(item).default([]).describe(about);

/** A list that may not be empty. @param one what one item is, for errors */
export const atLeastOne = <Item extends z.ZodType>(one: string, item: Item, about: string) =>
  z
    .array(item)
    .min(1, { error: `at least one ${one}` })
    .describe(about);

/** A field that takes one of several values. @param means the meaning of each, which editors show beside it */
export function choice<const Value extends string>(means: Readonly<Record<Value, string>>, about = '') {
  const values = Object.keys(means) as [Value, ...Value[]];
  const meanings = values.map((value) => `${value}: ${means[value]}.`).join(' ');
  return z.enum(values).meta({
    description: `${about} ${meanings}`.trim(),
    enumDescriptions: values.map((value) => means[value]),
  });
}

/** What `sourced(schema)` gives: one value with its reports. */
export interface Sourced<Value> {
  readonly value: Value;
  readonly reports: readonly ReportRef[];
  readonly note?: string | undefined;
  readonly inferred?: string | undefined;
}

/**
 * A field with a list of sourced values, because sources may disagree. An empty list means that no source gives a value.
 * `note` qualifies a value; `inferred` says how a value follows from a text that does not state it.
 */
export function sourced<Value extends z.ZodType>(value: Value, about: string) {
  const item = z.strictObject({
    value: value.describe('The value, as the reports give it.'),
    reports: atLeastOne('report', reportReference, 'The reports that the value rests on.'),
    note: z.string().min(1).optional().describe('Qualifies the value.'),
    inferred: z
      .string()
      .min(1)
      .optional()
      .describe('The reason, where the value is not in the text but worked out from it.'),
  });
  return list(item, about);
}

/** The field `side`. */
export const sideSchema = choice(SIDE_MEANS);

/** The fields of every page's front matter. */
export const pageFields = {
  title: text.describe('The preferred name, the question, or the headline: the heading of the page.'),
  summary: text.describe(
    'The first paragraph of the page: Markdown with evidence marks. Its first sentence stands alone, in previews of the page.',
  ),
  aliases: list(text, 'Other spellings, abbreviations and forms that readers may search for.'),
  search: list(
    text,
    'Words that no page prints and that readers may search for: transliterations, abbreviations, other words for it.',
  ),
  changes: list(
    z.strictObject({
      on: edtfDay.describe('The day of the correction.'),
      what: text.describe('What changed.'),
      why: text.describe('Why it changed.'),
    }),
    'Public corrections: changes in substance.',
  ),
  formerly: list(
    z.strictObject({
      id: z
        .string()
        .regex(FORMER_ID, { error: 'the old id, such as old-name, or people/old-name of another kind' })
        .describe('The id that the entry had; with its kind, an entry of another kind that was withdrawn.'),
      on: edtfDay.describe('The day of the change.'),
      why: text.describe('Why it was renamed or withdrawn, as a sentence for readers.'),
    }),
    'Old addresses that lead to this page: of this entry, or of entries that were withdrawn.',
  ),
};
