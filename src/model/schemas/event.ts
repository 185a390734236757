import { z } from 'astro/zod';
import { edtfDate } from '../dates.ts';
import { reference } from '../references.ts';
import { choice, pageFields, sourced, text } from './fields.ts';

/** The kinds of event. A statement is a report, not an event. */
const EVENT_KINDS = {
  attack: 'an attack on the ground',
  drones: 'an attack from the air',
  evacuation: 'people leave, or are brought away',
  measure: 'an act of an authority',
  background: 'what the texts mention beside their subject',
};

/** The kinds in the words of pages. */
export const EVENT_KIND_WORDS = {
  attack: 'ground attack',
  drones: 'air attack',
  evacuation: 'evacuation',
  measure: 'official act',
  background: 'background to the raids',
} as const satisfies Record<keyof typeof EVENT_KINDS, string>;

/** An event: something that happened, or is said to have happened, at a time and a place. */
export const eventSchema = z.strictObject({
  ...pageFields,
  kind: choice(EVENT_KINDS),
  date: sourced(edtfDate, 'When it happened, as each source says.'),
  places: sourced(reference('places'), 'Where it happened.'),
  actors: sourced(
    reference('groups', 'organisations', 'people'),
    'Who is said to have done it. A report of the actor’s own shows as a claim of the event.',
  ),
  harm: sourced(text, 'People killed or hurt.'),
  damage: sourced(text, 'Things damaged or destroyed.'),
  weapons: sourced(text, 'Weapons and equipment used.'),
  outcome: sourced(text, 'How it ended.'),
  part_of: reference('events').optional().describe('The wider event that this one is a part of.'),
});
