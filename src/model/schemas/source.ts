import { z } from 'astro/zod';
import { edtfDate } from '../dates.ts';
import { reference } from '../references.ts';
import { text, wholeNumber } from '../sourced.ts';
import { choice } from './choice.ts';
import { pageFields } from './common.ts';

/** How a fact about a source is known. */
export const HOW_MEANS = {
  printed: 'the captured text gives it',
  located: 'a public page with the same text gives it',
  inferred: 'it follows from other facts, which the note names',
};

/** A public page. Other protocols would run code or be blocked where the site is read. */
const webAddress = z.url({ protocol: /^https$/, error: 'a web address that begins with https://' });

/** A fact about a source, with how it is known. */
const fact = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({
    value: value.describe('The fact.'),
    how: choice(HOW_MEANS, 'How the fact is known.'),
    note: text.optional().describe('The reason or the place.'),
  });

/** A source text: what it is, who published it, how we know, and the fixity of the capture. */
export const sourceSchema = z.strictObject({
  ...pageFields,
  short: text.describe('The name in notes and chains.'),
  publisher: fact(reference('organisations')).optional().describe('Who published the text.'),
  author: fact(text).optional().describe('Who wrote the text.'),
  headline: fact(text).optional().describe('The headline, where the title is not it.'),
  date: fact(edtfDate).optional().describe('When the text was published.'),
  url: fact(webAddress).optional().describe('The public page of the text.'),
  copies: z
    .array(
      z.strictObject({
        url: webAddress.describe('The address of the copy.'),
        note: text.describe('What the page is.'),
      }),
    )
    .default([])
    .describe('Other public copies: the original of a translation, a repost.'),
  translated: z
    .boolean()
    .default(false)
    .describe('True where the text reached us in translation: nothing rests on its exact wording.'),
  sha256: z
    .string({ error: '64 hexadecimal digits in quotation marks' })
    .regex(/^[0-9a-f]{64}$/, { error: '64 hexadecimal digits in lower case' })
    .describe('SHA-256 of the captured file.'),
  paragraphs: wholeNumber.describe('Non-blank lines in the captured file. Paragraphs are numbered from 1.'),
  unused: z
    .array(
      z.strictObject({
        paragraph: wholeNumber.describe('The paragraph of the captured text, counted from 1.'),
        reason: z
          .string({ error: 'a reason' })
          .trim()
          .min(1, { error: 'a reason' })
          .describe('Why the paragraph has no report.'),
      }),
    )
    .default([])
    .describe('Paragraphs without a report, and why.'),
  slips: z
    .array(
      z.strictObject({
        paragraph: wholeNumber.describe('The paragraph of the captured text, counted from 1.'),
        printed: text.describe('The words as printed.'),
        correct: text.describe('What would be right.'),
        basis: text.describe('How we know.'),
      }),
    )
    .default([])
    .describe('Misspellings and plain errors of the text.'),
});
