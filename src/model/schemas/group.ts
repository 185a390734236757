import { z } from 'astro/zod';
import { edtfDate } from '../dates.ts';
import { reference } from '../references.ts';
import { list, pageFields, sideSchema, sourced, text } from './fields.ts';

/** A militia group: a profile of sourced values. The page names the fields that no source fills. */
export const groupSchema = z.strictObject({
  ...pageFields,
  side: sideSchema,
  names: sourced(text, 'Every form of the name. Who uses which follows from the reports.'),
  formed: sourced(edtfDate, 'When the group was formed.'),
  leaders: sourced(reference('people'), 'Who leads it.'),
  members: sourced(reference('people'), 'Who belongs to it.'),
  composition: sourced(text, 'What kind of people belong to it.'),
  ideology: sourced(text, 'Its politics.'),
  aims: sourced(text, 'What it wants to reach.'),
  base: sourced(text, 'Where it is based.'),
  strength: sourced(text, 'How many fighters it has.'),
  equipment: sourced(text, 'Weapons and vehicles.'),
  ukraine: sourced(text, 'Its relation to Ukraine, as each voice describes it.'),
  operations: sourced(reference('events'), 'Events in which it took part.'),
  claims: list(
    reference('questions'),
    'Questions on those events, which the page sets out as a table: what it claims, and what others say.',
  ),
  losses: sourced(text, 'Fighters killed, wounded or captured.'),
  legal: sourced(text, 'Legal status: bans, designations, charges.'),
});
