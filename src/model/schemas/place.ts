import { z } from 'astro/zod';
import { reference } from '../references.ts';
import { sourced, text } from '../sourced.ts';
import { pageFields } from './common.ts';

export const PLACE_KINDS = [
  'country',
  'region',
  'city',
  'town',
  'village',
  'building',
  'border',
  'peninsula',
] as const;

/** The sides of its point on which the name of a place can stand on a map. */
export const LABEL_SIDES = [
  'right',
  'left',
  'above',
  'below',
  'above-right',
  'above-left',
  'below-right',
  'below-left',
] as const;
export type LabelSide = (typeof LABEL_SIDES)[number];

/** WGS 84, in degrees. */
const coordinates = {
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
};

const distanceSchema = z.strictObject({ km: z.number().positive(), from: reference('places') });
/** A distance from another place, as a source states it. */
export type Distance = z.infer<typeof distanceSchema>;

/** A place. A point carries a precision after ACLED's scale; a region is drawn as an area. */
export const placeSchema = z.strictObject({
  ...pageFields,
  kind: z.enum(PLACE_KINDS),
  /** Absent where the place is an area or its position is in no record we hold. */
  point: z
    .strictObject({
      ...coordinates,
      /** 1 the named town, 2 near it, 3 a larger region. */
      precision: z.literal([1, 2, 3]),
      /** The record the coordinates come from. */
      from: text,
      /**
       * The side of the point on which maps write the name: `right` unless given. Maps take another side where the
       * name would leave the frame or cover something.
       */
      label: z.enum(LABEL_SIDES).optional(),
    })
    .optional(),
  /** ISO 3166-2 codes of the units that make up the area. */
  area: z
    .array(z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{2,3})?$/, { error: 'an ISO 3166 code such as RU-BEL' }))
    .default([]),
  /** Where maps write the name of an area or of the border: in the middle of the area unless given. */
  label_at: z.strictObject(coordinates).optional(),
  within: reference('places').optional(),
  population: sourced(text),
  /** Where it lies, as sources tell it. */
  position: sourced(text),
  /**
   * How far it lies from another place: `{ value: { km: 35, from: places/border }, reports: [yahoo-uk/20] }`.
   * Maps draw the line and measure it.
   */
  distance: sourced(distanceSchema),
  /** Who is said to hold it. */
  held_by: sourced(text),
});
