import { z } from 'astro/zod';
import { reference } from '../references.ts';
import { sideSchema } from '../sides.ts';
import { sourced, text } from '../sourced.ts';
import { pageFields } from './common.ts';

/** A person who speaks or acts in a source. */
export const personSchema = z.strictObject({
  ...pageFields,
  side: sideSchema,
  side_note: text.optional().describe('Why the person is filed on that side, where no source says so.'),
  role: sourced(text).describe('Office, rank or profession.'),
  speaks_for: sourced(reference('organisations', 'groups')).describe(
    'The body in whose name the person speaks.',
  ),
});
