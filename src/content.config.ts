// The content collections: one for each folder under content/. For `reports`, each row of a ledger is an entry.
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';
import { contentLoader } from './content-loader.ts';
import { SCHEMAS } from './model/collections.ts';
import type { InProse } from './model/entries.ts';
import { reportSchema } from './model/schemas/ledger.ts';

/**
 * The schema of an MDX collection. Adds the links and citations of the prose, which the loader fills in and the JSON
 * schemas for editors omit.
 */
function withProse<Schema extends z.ZodType<object>>(schema: Schema) {
  return schema.transform((data): z.output<Schema> & InProse => ({ ...data, links: [], cites: [] }));
}

export const collections = {
  groups: defineCollection({ loader: contentLoader('groups'), schema: withProse(SCHEMAS.groups) }),
  events: defineCollection({ loader: contentLoader('events'), schema: withProse(SCHEMAS.events) }),
  questions: defineCollection({ loader: contentLoader('questions'), schema: withProse(SCHEMAS.questions) }),
  sources: defineCollection({ loader: contentLoader('sources'), schema: withProse(SCHEMAS.sources) }),
  people: defineCollection({ loader: contentLoader('people'), schema: withProse(SCHEMAS.people) }),
  organisations: defineCollection({
    loader: contentLoader('organisations'),
    schema: withProse(SCHEMAS.organisations),
  }),
  places: defineCollection({ loader: contentLoader('places'), schema: withProse(SCHEMAS.places) }),
  terms: defineCollection({ loader: contentLoader('terms'), schema: withProse(SCHEMAS.terms) }),
  pages: defineCollection({ loader: contentLoader('pages'), schema: withProse(SCHEMAS.pages) }),
  reports: defineCollection({ loader: contentLoader('reports'), schema: reportSchema }),
};
