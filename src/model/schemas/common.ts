// The fields of every page's front matter. The descriptions reach editors through the JSON schemas that Astro writes.
import { z } from 'astro/zod';
import { edtfDate } from '../dates.ts';
import { text } from '../sourced.ts';

export const pageFields = {
  title: text.describe('The preferred name, the question, or the headline: the heading of the page.'),
  summary: text.describe(
    'One sentence that stands alone: Markdown with citations. It is also the first paragraph of the page.',
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
        on: edtfDate.describe('The day of the correction.'),
        what: text.describe('What changed.'),
        why: text.describe('Why it changed.'),
      }),
    )
    .default([])
    .describe('Public corrections: changes in substance.'),
};
