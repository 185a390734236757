import { z } from 'astro/zod';
import { reference } from '../references.ts';
import { pageFields, sideSchema, sourced, text } from './fields.ts';

/** A person who speaks or acts in a source. */
export const personSchema = z.strictObject({
  ...pageFields,
  side: sideSchema,
  side_note: text.optional().describe('Why the person is filed on that side, where no source says so.'),
  role: sourced(text, 'Office, rank or profession.'),
  speaks_for: sourced(reference('organisations', 'groups'), 'The body in whose name the person speaks.'),
});
