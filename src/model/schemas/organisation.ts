import { z } from 'astro/zod';
import { reference } from '../references.ts';
import { sideSchema } from '../sides.ts';
import { sourced, text } from '../sourced.ts';
import { pageFields } from './common.ts';

export const ORGANISATION_KINDS = [
  'state body',
  'armed force',
  'news outlet',
  'research body',
  'platform',
  'collective voice',
] as const;

/** An institution, an outlet, a platform, or a collective voice (several unnamed people: "residents"). */
export const organisationSchema = z.strictObject({
  ...pageFields,
  kind: z
    .enum(ORGANISATION_KINDS)
    .describe(
      '`collective voice`: several unnamed people whom a text quotes as one, such as residents or commanders.',
    ),
  side: sideSchema,
  side_note: text.optional().describe('Why the body is filed on that side, where no source says so.'),
  role: sourced(text).describe('What the sources call it, or say that it is.'),
  part_of: sourced(reference('organisations')).describe('The body that it belongs to.'),
});
