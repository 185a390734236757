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

/** An institution, an outlet, a platform, or a voice that a text names only as many. */
export const organisationSchema = z.strictObject({
  ...pageFields,
  kind: z.enum(ORGANISATION_KINDS),
  side: sideSchema,
  /** Why the body is filed on that side, where no source says so outright. */
  side_note: text.optional(),
  /** What the sources call it or say it is. */
  role: sourced(text),
  /** The body it belongs to. */
  part_of: sourced(reference('organisations')),
});
