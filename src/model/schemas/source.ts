import { z } from 'astro/zod';
import { edtfDate } from '../dates.ts';
import { reference } from '../references.ts';
import { text } from '../sourced.ts';
import { pageFields } from './common.ts';

/**
 * How something about a source is known: it stands in the captured text, a public page was found
 * that carries the same text, or it is reckoned.
 */
export const HOW_KNOWN = ['printed', 'located', 'inferred'] as const;

/** A public page. Other protocols would run code or be blocked where the site is read. */
const webAddress = z.url({ protocol: /^https$/, error: 'a web address that begins with https://' });

const known = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ value, how: z.enum(HOW_KNOWN), note: text.optional() });

/** A source text: what it is, who published it, how we know, and the fixity of the capture. */
export const sourceSchema = z.strictObject({
  ...pageFields,
  /** The name used in notes and chains. */
  short: text,
  publisher: known(reference('organisations')).optional(),
  author: known(text).optional(),
  headline: known(text).optional(),
  date: known(edtfDate).optional(),
  url: known(webAddress).optional(),
  /** Public copies other than `url`: the original of a translation, a repost. */
  copies: z.array(z.strictObject({ url: webAddress, note: text })).default([]),
  /** True where the text reached us in translation: its wording is leaned on for nothing. */
  translated: z.boolean().default(false),
  /** SHA-256 of the captured file. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, { error: '64 hexadecimal digits in lower case' }),
  /** Non-blank lines in the captured file; paragraphs are numbered from 1. */
  paragraphs: z.int().min(1, { error: 'a whole number from 1' }),
  /** Paragraphs that no report covers, and why. */
  unused: z
    .array(
      z.strictObject({
        paragraph: z.int().min(1, { error: 'a whole number from 1' }),
        reason: z.string({ error: 'a reason' }).trim().min(1, { error: 'a reason' }),
      }),
    )
    .default([]),
  /** Misspellings and plain errors of the text: what is printed, what would be right, on what basis. */
  slips: z
    .array(
      z.strictObject({
        paragraph: z.int().min(1, { error: 'a whole number from 1' }),
        printed: text,
        correct: text,
        basis: text,
      }),
    )
    .default([]),
});
