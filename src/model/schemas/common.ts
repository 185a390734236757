// The fields of every page's front matter. The descriptions reach editors through the JSON schemas that Astro writes.
import { z } from 'astro/zod';
import { edtfDay } from '../dates.ts';
import { FORMER_ID } from '../content-links.ts';
import { text } from '../sourced.ts';

export const pageFields = {
  title: text.describe('The preferred name, the question, or the headline: the heading of the page.'),
  summary: text.describe(
    'The first paragraph of the page: Markdown with evidence marks. Its first sentence stands alone, in previews of the page.',
  ),
  aliases: z
    .array(text)
    .default([])
    .describe('Other spellings, abbreviations and forms that readers may search for.'),
  search: z
    .array(text)
    .default([])
    .describe(
      'Words that no page prints and that readers may search for: transliterations, abbreviations, other words for it.',
    ),
  changes: z
    .array(
      z.strictObject({
        on: edtfDay.describe('The day of the correction.'),
        what: text.describe('What changed.'),
        why: text.describe('Why it changed.'),
      }),
    )
    .default([])
    .describe('Public corrections: changes in substance.'),
  formerly: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(FORMER_ID, { error: 'the old id, such as old-name, or people/old-name of another kind' })
          .describe('The id that the entry had; with its kind, an entry of another kind that was withdrawn.'),
        on: edtfDay.describe('The day of the change.'),
        why: text.describe('Why it was renamed or withdrawn, as a sentence for readers.'),
      }),
    )
    .default([])
    .describe('Old addresses that lead to this page: of this entry, or of entries that were withdrawn.'),
};
