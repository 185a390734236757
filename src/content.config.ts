// The content collections: one for each folder under content/. For `reports`, each row of a ledger is an entry. Astro
// takes the types of entries and the JSON schemas for editors from the schemas. It does not run them: the loader has
// validated an entry before it stores it.
import type { z } from 'astro/zod';
import { defineCollection } from 'astro:content';
import { contentLoader } from './content-loader.ts';
import { SCHEMAS, type CollectionName } from './model/collections.ts';
import type { InProse } from './model/entries.ts';
import { reportSchema } from './model/schemas/ledger.ts';

/** A collection of MDX files. The transform adds the type of `InProse`, which the loader stores and no editor writes. */
function mdxCollection<Schema extends z.ZodType<object>>(name: CollectionName, fields: Schema) {
  const schema = fields.transform((data): z.output<Schema> & InProse => ({ ...data, links: [], cites: [] }));
  return defineCollection({ loader: contentLoader(name), schema });
}

export const collections = {
  groups: mdxCollection('groups', SCHEMAS.groups),
  events: mdxCollection('events', SCHEMAS.events),
  questions: mdxCollection('questions', SCHEMAS.questions),
  sources: mdxCollection('sources', SCHEMAS.sources),
  people: mdxCollection('people', SCHEMAS.people),
  organisations: mdxCollection('organisations', SCHEMAS.organisations),
  places: mdxCollection('places', SCHEMAS.places),
  terms: mdxCollection('terms', SCHEMAS.terms),
  pages: mdxCollection('pages', SCHEMAS.pages),
  reports: defineCollection({ loader: contentLoader('reports'), schema: reportSchema }),
};
