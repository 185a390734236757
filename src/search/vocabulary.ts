// The vocabulary of the built site: what Pagefind has indexed, for the plan of a query (query.ts) and for the facets.
import { readFragments } from './pagefind-internals.ts';
import type { Vocabulary } from './query.ts';
import { nameKey } from './words.ts';

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
  const titles: Record<string, string> = {};
  for (const [number, record] of records.entries()) {
    // Reports have no title.
    const [title = '', ...others] = [record.meta['title'] ?? '', ...(record.filters['Name'] ?? [])].map(
      nameKey,
    );
    const names = title ? [...new Set([title, ...others])] : [];
    for (const name of names.slice(1)) titles[name] = title;
    for (const [filter, values] of Object.entries({ ...record.filters, Name: names }))
      for (const value of values) ((filters[filter] ??= {})[value] ??= []).push(number);
  }
  return { words: [...words].sort(), titles, ids: records.map(({ id }) => id), filters };
}
