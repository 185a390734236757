// The vocabulary of the built site: what Pagefind has indexed, for the plan of a query (query.ts).
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
  const values = (filter: string): string[][] => records.map(({ filters }) => filters[filter] ?? []);
  const words = new Set(records.flatMap(({ content }) => indexWords(content)));
  // The first name of an entry is its title. What stands in brackets only tells it from another.
  const names = values('Name').flatMap(([title = '', ...others]) =>
    [title, ...others].map((name) => [name, title] as const),
  );
  return {
    words: [...words].sort(),
    names: Object.fromEntries(names),
    days: [...new Set(values('Day').flat())].sort(),
  };
}
