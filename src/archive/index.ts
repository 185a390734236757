// The archive that pages and endpoints read: all collections, linked once. In development, Astro evaluates this module
// again after each change of content.
import { getCollection } from 'astro:content';
import { linkArchive } from './archive.ts';

/** All entries and reports of the site, with their relations. */
export const archive = linkArchive({
  groups: await getCollection('groups'),
  events: await getCollection('events'),
  questions: await getCollection('questions'),
  sources: await getCollection('sources'),
  people: await getCollection('people'),
  organisations: await getCollection('organisations'),
  places: await getCollection('places'),
  terms: await getCollection('terms'),
  pages: await getCollection('pages'),
  reports: await getCollection('reports'),
});
