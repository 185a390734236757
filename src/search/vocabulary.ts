// The vocabulary of the built site: what Pagefind has indexed, for the plan of a query (query.ts) and for the facets.
import { capital } from '../util/capital.ts';
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

/** The words of a text in its own letters, without possessive endings. */
const printedWords = (content: string): Set<string> =>
  new Set(
    content
      .normalize('NFD')
      .replace(/\p{M}|['’]s\b/gu, '')
      .match(/[\p{L}\p{N}]+/gu),
  );

/** Finds the words that are forms of one word to Pagefind, and of which one is the name of a person: “denied” and Denis. */
function namesakes(records: readonly Fragment[]) {
  const texts = records.map(({ content }) => printedWords(content));
  const printed = new Set(texts.flatMap((words) => [...words]));
  const forms = Map.groupBy(new Set([...printed].map((word) => word.toLowerCase())), stem);
  const people = records.filter(({ filters }) => filters['Kind']?.includes('Person'));
  const names = new Set(people.flatMap(({ meta }) => [...printedWords(meta['title'] ?? '')]));
  const known = new Set(people.flatMap(({ filters }) => (filters['Name'] ?? []).flatMap(indexWords)));
  const found: { word: string; namesake: string; only: number[] }[] = [];
  for (const name of names) {
    const word = name.toLowerCase();
    const others = forms.get(stem(word))?.filter((form) => form !== word && !known.has(form)) ?? [];
    // An ordinary word as well, such as “mark”: its other forms are its own.
    const ordinary = printed.has(word);
    const has = (text: Set<string>): boolean =>
      [word, ...others].some((form) => text.has(form)) || others.some((form) => text.has(capital(form)));
    const kept = texts.map((text) => ({ name: text.has(name), other: has(text) }));
    const numbers = (wanted: 'name' | 'other'): number[] =>
      kept.flatMap((each, number) => (each[wanted] && each.name !== each.other ? [number] : []));
    for (const other of others) {
      found.push({ word: other, namesake: word, only: numbers('name') });
      if (!ordinary) found.push({ word, namesake: other, only: numbers('other') });
    }
  }
  const byWord = Map.groupBy(found, ({ word }) => word);
  const table = <Value>(value: (of: (typeof found)[number]) => readonly Value[]): Record<string, Value[]> =>
    Object.fromEntries([...byWord].map(([word, pairs]) => [word, [...new Set(pairs.flatMap(value))]]));
  // For a word, the numbers of the records that have only its namesake, and its namesakes.
  return { records: table(({ only }) => only), words: table(({ namesake }) => [namesake]) };
}

/** @param folder the folder that Pagefind has written */
export function vocabularyOf(folder: string): Vocabulary {
  const records = readFragments(folder);
  const words = new Set(records.flatMap(({ content }) => indexWords(content)));
  const { records: Namesake, words: unlike } = namesakes(records);
  const filters: Record<string, Record<string, number[]>> = { Namesake };
  const titles: Record<string, string[]> = {};
  for (const [number, { meta, filters: of }] of records.entries()) {
    // Reports have no title.
    const printed = meta['title'] ?? '';
    const names = printed ? [...new Set([printed, ...(of['Name'] ?? [])].map(nameKey))] : [];
    for (const name of names.slice(1)) (titles[name] ??= []).push(printed);
    for (const [filter, values] of Object.entries({ ...of, Name: names }))
      for (const value of values) ((filters[filter] ??= {})[value] ??= []).push(number);
  }
  return { words: [...words].sort(), titles, unlike, ids: records.map(({ id }) => id), filters };
}
