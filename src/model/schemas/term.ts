import { z } from 'astro/zod';
import { reportReference } from '../references.ts';
import { choice, list, pageFields, text } from './fields.ts';

/** A glossary term. Its summary is the definition. */
export const termSchema = z.strictObject({
  ...pageFields,
  kind: choice({
    field: 'a word of the subject',
    site: 'a word of this site',
    loaded: 'a word that belongs to a side',
  }),
  used_in: list(reportReference, 'Reports that use the word.'),
  instead: text
    .optional()
    .describe('For a loaded word: the word that this site uses, or `none` where it uses this one.'),
  explain: z
    .literal('never')
    .optional()
    .describe('`never` for a term that is also an ordinary word: only links of editors lead to it.'),
});
