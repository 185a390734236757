import { z } from 'astro/zod';
import { reference } from '../references.ts';
import { flag, list, pageFields } from './fields.ts';

/** A page of prose that is no entry: home, method. */
export const pageSchema = z.strictObject({
  ...pageFields,
  disputes: list(
    reference('questions'),
    'The questions that `<Disputes />` sets out as a table of who says what.',
  ),
  map: list(reference('places'), 'The places on the map beside the first paragraph.'),
  uncited_states_no_facts: flag(
    'True where paragraphs without a citation state no facts of the war, so that they need no `[@none]`.',
  ),
});
