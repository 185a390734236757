import { z } from 'astro/zod';
import { edtfDate, edtfDay } from '../dates.ts';
import { reference } from '../references.ts';
import { choice, flag, list, pageFields, text, wholeNumber, words } from './fields.ts';

/** How a fact about a source is known. */
export const HOW_MEANS = {
  printed: 'the captured text gives it',
  located: 'a public page with the same text gives it',
  inferred: 'it follows from other facts, which the note names',
};
export type HowKnown = keyof typeof HOW_MEANS;

/** A public page. Other protocols would run code or be blocked where the site is read. */
const webAddress = z
  .url({ protocol: /^https$/, error: 'a web address that begins with https://' })
  .refine((address) => !/\s|^https:\/\/[^./]*(?:[:/]|$)/.test(address), {
    error: 'the address of a public page, with `%20` in place of a space',
  });

/** A fact about a source, with how it is known. */
const fact = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({
    value: value.describe('The fact.'),
    how: choice(HOW_MEANS, 'How the fact is known.'),
    note: text.optional().describe('The reason or the place.'),
  });

/** The ISO 639 codes of the languages in which texts were read. Pages write the words. */
export const LANGUAGES = { en: 'English', uk: 'Ukrainian', ru: 'Russian', de: 'German' };

/** What every source text has: what it is, who published it, and how we know. */
const sourceFields = {
  ...pageFields,
  short: text.describe('The name in notes and chains.'),
  publisher: fact(reference('organisations')).optional().describe('Who published the text.'),
  author: fact(text).optional().describe('Who wrote the text.'),
  headline: fact(text).optional().describe('The headline, where the title is not it.'),
  date: fact(edtfDate).optional().describe('When the text was published.'),
  url: fact(webAddress).optional().describe('The public page of the text.'),
  copies: list(
    z.strictObject({
      url: webAddress.describe('The address of the copy.'),
      note: text.describe('What the page is.'),
    }),
    'Other public copies: the original of a translation, a repost.',
  ),
  translated: flag('True where the text reached us in translation: nothing rests on its exact wording.'),
};

const heldSchema = z.strictObject({
  ...sourceFields,
  capture: z.literal('held').describe('held: the text was captured, and every paragraph is accounted for.'),
  sha256: z
    .string({ error: '64 hexadecimal digits in quotation marks' })
    .regex(/^[0-9a-f]{64}$/, {
      error: ({ input }) => `64 hexadecimal digits in lower case, not ${String(input).length} characters`,
    })
    .describe('SHA-256 of the captured file.'),
  paragraphs: wholeNumber.describe('Non-blank lines in the captured file. Paragraphs are numbered from 1.'),
  unused: list(
    z.strictObject({
      paragraph: wholeNumber.describe('The paragraph of the captured text, counted from 1.'),
      reason: words('a reason').describe('Why the paragraph has no report.'),
    }),
    'Paragraphs without a report, and why.',
  ),
  slips: list(
    z.strictObject({
      paragraph: wholeNumber.describe('The paragraph of the captured text, counted from 1.'),
      printed: text.describe('The words as printed.'),
      correct: text.describe('What would be right.'),
      basis: text.describe('How we know.'),
    }),
    'Misspellings and plain errors of the text.',
  ),
});

const seenSchema = z.strictObject({
  ...sourceFields,
  capture: z
    .literal('seen')
    .describe('seen: the page was read once and not captured, so nothing of it can be checked here.'),
  read: edtfDay.describe('The day on which the page was read.'),
  language: choice(LANGUAGES, 'The language in which it was read.'),
  extent: text.describe('How much of the page was read.'),
  origin: text.describe('Whose page it is: the own report of an outlet, a copy, a digest.'),
  cautions: list(text, 'What to be careful about.'),
});

/**
 * A source text, held or seen. The two have different fields, so that neither can pass for the other: only a held
 * source has the fixity of its capture, and only a seen source says when and how much of it was read.
 */
export const sourceSchema = z.discriminatedUnion('capture', [heldSchema, seenSchema], {
  error: 'held or seen',
});

/** How we have a source: `held` (captured) or `seen` (read once). */
export type Capture = z.output<typeof sourceSchema>['capture'];

/** What each means, for the method page and the codebook. */
export const CAPTURE_MEANS: Readonly<Record<Capture, string>> = {
  held: 'a copy of the whole text is kept: every paragraph is accounted for, and the words behind each report are checked',
  seen: 'a page that was read once and not saved: its reports are in our words, without evidence to check',
};

/** The front matter of a held source. */
export type HeldSource = z.output<typeof heldSchema>;
