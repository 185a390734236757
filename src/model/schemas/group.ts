import { z } from 'astro/zod';
import { edtfDate } from '../dates.ts';
import { reference } from '../references.ts';
import { sideSchema } from '../sides.ts';
import { sourced, text } from '../sourced.ts';
import { pageFields } from './common.ts';

/** A militia group: a profile of sourced values. An empty field is shown as "no source tells". */
export const groupSchema = z.strictObject({
  ...pageFields,
  side: sideSchema,
  /** Every form of the name; who uses which follows from the reports. */
  names: sourced(text),
  formed: sourced(edtfDate),
  leaders: sourced(reference('people')),
  members: sourced(reference('people')),
  composition: sourced(text),
  ideology: sourced(text),
  aims: sourced(text),
  base: sourced(text),
  strength: sourced(text),
  equipment: sourced(text),
  /** Its relation to Ukraine, as each voice tells it. */
  ukraine: sourced(text),
  operations: sourced(reference('events')),
  losses: sourced(text),
  /** Legal status: bans, designations, charges. */
  legal: sourced(text),
});
