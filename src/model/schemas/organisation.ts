import { z } from 'astro/zod';
import { reference } from '../references.ts';
import { choice, pageFields, sideSchema, sourced, text } from './fields.ts';

const ORGANISATION_KINDS = {
  'state body': 'a government, a ministry, an authority, a court',
  'armed force': 'an army, a militia, a service in the field',
  'news outlet': 'a newspaper, an agency, a site of news',
  'research body': 'an institute, a think tank, a consultancy',
  platform: 'a channel that carries what others say, such as Telegram; its side is platform too',
  'collective voice': 'several unnamed people whom a text quotes as one, such as residents or commanders',
};

/** An institution, an outlet, a platform, or a collective voice (several unnamed people: "residents"). */
export const organisationSchema = z.strictObject({
  ...pageFields,
  kind: choice(ORGANISATION_KINDS),
  side: sideSchema,
  side_note: text.optional().describe('Why the body is filed on that side, where no source says so.'),
  role: sourced(text, 'What the sources call it, or say that it is.'),
  part_of: sourced(reference('organisations'), 'The body that it belongs to.'),
});
