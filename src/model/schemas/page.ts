import { z } from 'astro/zod';
import { pageFields } from './common.ts';

/** A page of prose that is no entry: home, method. */
export const pageSchema = z.strictObject({
  ...pageFields,
  uncited_states_no_facts: z
    .boolean()
    .default(false)
    .describe(
      'True where paragraphs without a citation state no facts of the war, so that they need no `[@none]`.',
    ),
});
