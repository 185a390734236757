import { z } from 'astro/zod';
import { edtfDate } from '../dates.ts';
import { reference } from '../references.ts';
import { sideSchema } from '../sides.ts';
import { sourced, text } from '../sourced.ts';
import { pageFields } from './common.ts';

/** A militia group: a profile of sourced values. The page names the fields that no source fills. */
export const groupSchema = z.strictObject({
  ...pageFields,
  side: sideSchema,
  names: sourced(text).describe('Every form of the name. Who uses which follows from the reports.'),
  formed: sourced(edtfDate).describe('When the group was formed.'),
  leaders: sourced(reference('people')).describe('Who leads it.'),
  members: sourced(reference('people')).describe('Who belongs to it.'),
  composition: sourced(text).describe('What kind of people belong to it.'),
  ideology: sourced(text).describe('Its politics.'),
  aims: sourced(text).describe('What it wants to reach.'),
  base: sourced(text).describe('Where it is based.'),
  strength: sourced(text).describe('How many fighters it has.'),
  equipment: sourced(text).describe('Weapons and vehicles.'),
  ukraine: sourced(text).describe('Its relation to Ukraine, as each voice describes it.'),
  operations: sourced(reference('events')).describe('Events in which it took part.'),
  claims: z
    .array(reference('questions'))
    .default([])
    .describe(
      'Questions on those events, which the page sets out as a table: what it claims, and what others say.',
    ),
  losses: sourced(text).describe('Fighters killed, wounded or captured.'),
  legal: sourced(text).describe('Legal status: bans, designations, charges.'),
});
