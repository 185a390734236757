// The archive of the pages: the collections, linked once. In development Astro evaluates this module anew when content
// changes.
import { getCollection } from 'astro:content';
import { linkArchive, type Archive } from './archive.ts';

const archive = linkArchive({
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

export function currentArchive(): Archive {
  return archive;
}
