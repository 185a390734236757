// The vocabulary of the built site: what Pagefind has indexed, for the plan of a query (query.ts) and for the facets.
import { readFragments } from './pagefind-internals.ts';
import type { Vocabulary } from './query.ts';

/** The words of a text as Pagefind indexes them: whole, without punctuation, and the parts of a compound. */
function indexWords(content: string): string[] {
  return content
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/\s+/)
    .flatMap((word) => [word.replace(/[^\p{L}\p{N}]/gu, ''), ...word.split(/[^\p{L}\p{N}]+/u)])
    .filter((word) => word !== '');
}

/** @param folder the folder that Pagefind has written */
export function vocabularyOf(folder: string): Vocabulary {
  const records = readFragments(folder);
  const words = new Set(records.flatMap(({ content }) => indexWords(content)));
  const filters: Record<string, Record<string, number[]>> = {};
  for (const [number, record] of records.entries())
    for (const [filter, values] of Object.entries(record.filters))
      for (const value of values) ((filters[filter] ??= {})[value] ??= []).push(number);
  const titles = records.flatMap(({ filters: { Name: [title = '', ...others] = [] } }) =>
    others.map((name) => [name, title] as const),
  );
  return {
    words: [...words].sort(),
    titles: Object.fromEntries(titles),
    ids: records.map(({ id }) => id),
    filters,
  };
}
