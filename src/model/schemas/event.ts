import { z } from 'astro/zod';
import { edtfDate } from '../dates.ts';
import { reference } from '../references.ts';
import { sourced, text } from '../sourced.ts';
import { pageFields } from './common.ts';

/** The kinds of event. A statement is a report, not an event. */
export const EVENT_KINDS = ['attack', 'drones', 'evacuation', 'measure', 'background'] as const;

/** An event: something that happened, or is said to have happened, at a time and a place. */
export const eventSchema = z.strictObject({
  ...pageFields,
  kind: z
    .enum(EVENT_KINDS)
    .describe('attack, drones, evacuation, measure (an act of an authority) or background.'),
  date: sourced(edtfDate).describe('When it happened, as each source says.'),
  places: sourced(reference('places')).describe('Where it happened.'),
  actors: sourced(reference('groups', 'organisations', 'people')).describe('Who is said to have done it.'),
  harm: sourced(text).describe('People killed or hurt.'),
  damage: sourced(text).describe('Things damaged or destroyed.'),
  weapons: sourced(text).describe('Weapons and equipment used.'),
  outcome: sourced(text).describe('How it ended.'),
  part_of: reference('events').optional().describe('The wider event that this one is a part of.'),
});
