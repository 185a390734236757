import { z } from 'astro/zod';
import { edtfDate } from '../dates.ts';
import { reference } from '../references.ts';
import { sourced, text } from '../sourced.ts';
import { pageFields } from './common.ts';

/** What kinds of event the site tells apart. A statement is a report, not an event. */
export const EVENT_KINDS = ['attack', 'drones', 'evacuation', 'measure', 'background'] as const;

/** An event: something that happened, or is said to have happened, at a time and a place. */
export const eventSchema = z.strictObject({
  ...pageFields,
  kind: z.enum(EVENT_KINDS),
  date: sourced(edtfDate),
  places: sourced(reference('places')),
  /** Who is said to have done it. */
  actors: sourced(reference('groups', 'organisations', 'people')),
  /** People killed or hurt. */
  harm: sourced(text),
  damage: sourced(text),
  weapons: sourced(text),
  outcome: sourced(text),
  /** The wider event this one is told as a part of. */
  part_of: reference('events').optional(),
});
