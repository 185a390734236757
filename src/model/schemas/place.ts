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

/** A place. A point carries a precision after ACLED's scale; a region is drawn as an area. */
export const placeSchema = z.strictObject({
  ...pageFields,
  kind: z.enum(PLACE_KINDS),
  /** WGS 84, in degrees. Absent where the place is an area or its position is in no record we hold. */
  point: z
    .strictObject({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      /** 1 the named town, 2 near it, 3 a larger region. */
      precision: z.literal([1, 2, 3]),
      /** The record the coordinates come from. */
      from: text,
    })
    .optional(),
  /** ISO 3166-2 codes of the units that make up the area. */
  area: z
    .array(z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{2,3})?$/, { error: 'an ISO 3166 code such as RU-BEL' }))
    .default([]),
  within: reference('places').optional(),
  population: sourced(text),
  /** Where it lies, as sources tell it. */
  position: sourced(text),
  /** Who is said to hold it. */
  held_by: sourced(text),
});
