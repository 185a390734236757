// The vocabulary of the built site: what Pagefind has indexed, for the plan of a query (query.ts) and for the facets.
import { readFragments, type Fragment } from './pagefind-internals.ts';
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

/** The stem of a word as the English stemmer of Pagefind has it, for the endings of verbs and plurals. */
const stem = (word: string): string =>
  word.replace(/(?<=.{2})(?:ied|ies|y)$/, 'i').replace(/(?<=.{3})(?:ing|ed|es|s|e)$/, '');

/**
 * To Pagefind, “denied” and Denis are forms of one word. Finds such pairs of a word and the name of a person.
 * @returns for each such word, the numbers of the records that have the name and no form of the word
 */
function namesakes(records: readonly Fragment[]): Record<string, number[]> {
  const texts = records.map(({ content }) => new Set(indexWords(content)));
  const people = records.filter(({ filters }) => filters['Kind']?.includes('Person'));
  const names = new Set(people.flatMap(({ meta }) => indexWords(meta['title'] ?? '')));
  const forms = Map.groupBy(new Set(texts.flatMap((words) => [...words])), stem);
  const found: Record<string, number[]> = {};
  for (const name of names) {
    const others = forms.get(stem(name))?.filter((word) => !names.has(word)) ?? [];
    const only = texts.flatMap((words, number) =>
      words.has(name) && !others.some((word) => words.has(word)) ? [number] : [],
    );
    for (const word of others) found[word] = [...(found[word] ?? []), ...only];
  }
  return found;
}

/** @param folder the folder that Pagefind has written */
export function vocabularyOf(folder: string): Vocabulary {
  const records = readFragments(folder);
  const words = new Set(records.flatMap(({ content }) => indexWords(content)));
  const filters: Record<string, Record<string, number[]>> = { Namesake: namesakes(records) };
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
