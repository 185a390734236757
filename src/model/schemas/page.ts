import { z } from 'astro/zod';
import { reference } from '../references.ts';
import { pageFields } from './common.ts';

/** A page of prose that is no entry: home, method. */
export const pageSchema = z.strictObject({
  ...pageFields,
  disputes: z
    .array(reference('questions'))
    .default([])
    .describe('The questions that `<Disputes />` sets out as a table of who says what.'),
  map: z.array(reference('places')).default([]).describe('The places on the map beside the first paragraph.'),
  uncited_states_no_facts: z
    .boolean()
    .default(false)
    .describe(
      'True where paragraphs without a citation state no facts of the war, so that they need no `[@none]`.',
    ),
});
