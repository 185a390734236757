// What every page's front matter carries.
import { z } from 'astro/zod';
import { edtfDate } from '../dates.ts';
import { text } from '../sourced.ts';

export const pageFields = {
  /** The preferred name, or the question, or the headline: the page's heading. */
  title: text,
  /** One sentence that stands alone. Markdown with citations; it is also the page's first paragraph. */
  summary: text,
  /** Other spellings, abbreviations and forms that readers may search for. Each stands in a source. */
  aliases: z.array(text).default([]),
  /** Public corrections: what changed in substance, when and why. */
  changes: z.array(z.strictObject({ on: edtfDate, what: text, why: text })).default([]),
};
