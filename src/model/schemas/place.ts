import { z } from 'astro/zod';
import { reference } from '../references.ts';
import { choice, list, pageFields, sourced, text } from './fields.ts';

const PLACE_KINDS = {
  country: 'a state',
  region: 'a part of a state: a region, a district',
  city: 'a city',
  town: 'a town',
  village: 'a village or a settlement',
  building: 'a building or a site',
  border: 'the border between two states',
  peninsula: 'a peninsula',
};

const LABEL_MEANS = {
  right: 'to the right of the point',
  left: 'to the left of the point',
  above: 'above the point',
  below: 'below the point',
  'above-right': 'above the point, to its right',
  'above-left': 'above the point, to its left',
  'below-right': 'below the point, to its right',
  'below-left': 'below the point, to its left',
};
export type LabelSide = keyof typeof LABEL_MEANS;

/** The sides of its point on which the name of a place can stand on a map. */
export const LABEL_SIDES = Object.keys(LABEL_MEANS) as LabelSide[];

const coordinates = {
  latitude: z.number().min(-90).max(90).describe('WGS 84, in degrees north.'),
  longitude: z.number().min(-180).max(180).describe('WGS 84, in degrees east.'),
};

const distanceSchema = z.strictObject({
  km: z.number().positive().max(20_000).describe('Kilometres.'),
  from: reference('places').describe('The place that the distance is measured from.'),
});
/** A distance from another place, as a source states it. */
export type Distance = z.infer<typeof distanceSchema>;

/** A place. A point carries a precision after ACLED's scale; a region is drawn as an area. */
export const placeSchema = z.strictObject({
  ...pageFields,
  kind: choice(PLACE_KINDS),
  point: z
    .strictObject({
      ...coordinates,
      precision: z.literal([1, 2, 3]).describe('1: the named place. 2: near it. 3: a larger region.'),
      from: text.describe('The record that the coordinates come from.'),
      label: choice(
        LABEL_MEANS,
        'The side of the point on which maps write the name, if there is room: right unless given.',
      ).optional(),
    })
    .optional()
    .describe('The point on the map. Leave it out for an area, or where no record has the position.'),
  area: list(
    z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{2,3})?$/, { error: 'an ISO 3166 code such as RU-BEL' }),
    'ISO 3166 codes of the units that make up the area.',
  ),
  label_at: z
    .strictObject(coordinates)
    .optional()
    .describe('Where maps write the name of an area or of the border: in the middle unless given.'),
  within: reference('places').optional().describe('The place that this one lies in.'),
  population: sourced(text, 'How many people live there.'),
  position: sourced(text, 'Where it lies.'),
  distance: sourced(
    distanceSchema,
    'How far it lies from another place: { km: 35, from: places/border }. Maps draw the line and measure it.',
  ),
  held_by: sourced(text, 'Who is said to hold it.'),
});
