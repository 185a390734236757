// The archive of the pages: their collections, linked. Read once; an edit in development reads it anew.
import { getCollection, getEntry } from 'astro:content';
import { linkArchive, type Archive } from './archive.ts';

const problems = await getEntry('problems', 'content');
if (problems?.data.message) throw new Error(problems.data.message);

const reports = (await getCollection('reports')).map(({ data }) => data);

const archive = linkArchive(
  {
    groups: await getCollection('groups'),
    events: await getCollection('events'),
    questions: await getCollection('questions'),
    sources: await getCollection('sources'),
    people: await getCollection('people'),
    organisations: await getCollection('organisations'),
    places: await getCollection('places'),
    terms: await getCollection('terms'),
    pages: await getCollection('pages'),
  },
  reports.toSorted(
    (a, b) =>
      a.source.localeCompare(b.source, 'en') || a.paragraph - b.paragraph || a.number - b.number,
  ),
);

export function currentArchive(): Archive {
  return archive;
}
