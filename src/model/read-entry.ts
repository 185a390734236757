// Turns the bytes of one content file into an entry, or into the problems that stop it.
import { z } from 'astro/zod';
import { textProblems } from './advice/plain-text-mistakes.ts';
import { schemaProblems } from './advice/schema-mistakes.ts';
import { badCharacters, visible } from './characters.ts';
import { SCHEMAS, type CollectionName, type DataOf } from './collections.ts';
import type { EntryFile, Writing } from './entries.ts';
import { decode, readFrontMatter, shapeMistake } from './file-text.ts';
import type { Problem, Wrong } from './problems.ts';
import { NO_PROSE, readProse, readSummary } from './prose.ts';
import { SLUG } from './references.ts';
import { readYaml } from './yaml.ts';

export type Reading<Name extends CollectionName> =
  | { readonly entry: EntryFile<Name>; readonly problems: readonly [] }
  | {
      readonly entry: undefined;
      /** The prose; undefined if the file is not UTF-8, or has no front matter. */
      readonly writing: Writing<Name> | undefined;
      readonly problems: readonly Problem[];
    };

/** @returns the id that an editor probably meant, or undefined */
export function slugOf(name: string): string | undefined {
  const words = name
    .toLowerCase()
    .replace(/\.(?:mdx?|ya?ml|txt)$/, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
  return words.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || undefined;
}

/** A file with more kinds of characters that no text has is no text: a document of a word processor, a picture. */
const MOST_BAD = 4;

/** Reads one content file. @param id its name without its extension. @param file its path, for messages */
export function readEntry<Name extends CollectionName>(
  name: Name,
  id: string,
  file: string,
  bytes: Uint8Array,
): Reading<Name> {
  const problems: Problem[] = [];
  const fail = (writing?: Writing<Name>): Reading<Name> => ({ entry: undefined, writing, problems });
  const add = (rule: Problem['rule'], field: string, wrong: Wrong & Partial<Problem>): void => {
    problems.push({ rule, file, line: 0, column: 0, field, ...wrong });
  };
  const refuse = (field: string, wrong: Wrong & Partial<Problem>): Reading<Name> => {
    add('file', field, wrong);
    return fail();
  };
  if (!SLUG.test(id))
    add('file', 'file name', {
      found: id || 'an ending alone',
      expected: 'lower-case words and digits with hyphens between',
      nearest: slugOf(id),
    });
  const decoded = decode(bytes);
  if ('found' in decoded) return refuse('encoding', decoded);
  const bad = badCharacters(decoded.text);
  if (bad.length > MOST_BAD) {
    const expected = 'a text, as an editor for plain text saves it';
    return refuse('content', { found: 'a file that is no text', expected });
  }
  for (const wrong of bad) add('file', 'character', wrong);
  // Read on without these characters, so that one run names the other problems too.
  const content = visible(decoded.text);
  const shape = shapeMistake(content);
  if (shape) return refuse('content', shape);
  const isLedger = name === 'reports';
  if (content.trim() === '') {
    const expected = isLedger ? 'a ledger: source and reports' : 'front matter and prose';
    return refuse('content', { found: 'an empty file', expected });
  }
  const matter = isLedger ? { yaml: content } : readFrontMatter(content);
  if ('found' in matter) {
    add('syntax', 'front matter', matter);
    return fail();
  }
  const yaml = readYaml(matter.yaml, isLedger ? 1 : 2);
  for (const wrong of yaml.errors) add('syntax', 'YAML', wrong);
  const body = 'body' in matter ? matter.body : '';
  const prose = 'body' in matter ? readProse(body, matter.line) : NO_PROSE;
  for (const wrong of prose.errors) add('syntax', 'MDX', wrong);
  const summary = (yaml.value as { readonly summary?: unknown } | null | undefined)?.summary;
  const lede = typeof summary === 'string' ? readSummary(summary, yaml.place(['summary']).line) : NO_PROSE;
  for (const wrong of lede.refused) add('markup', 'summary', wrong);
  for (const wrong of prose.refused) add('markup', 'prose', wrong);
  const writing: Writing<Name> = { collection: name, id, file, prose, lede };
  if (yaml.errors.length > 0) return fail(writing);
  problems.push(...textProblems(yaml, file));

  const schema: z.ZodType = SCHEMAS[name];
  const parsed = schema.safeParse(yaml.value ?? {});
  if (!parsed.success) problems.push(...schemaProblems(parsed.error, file, schema, yaml));
  if (!parsed.success || problems.length > 0)
    return fail({ ...writing, refused: { data: yaml.value, place: yaml.place } });
  // TypeScript cannot infer that SCHEMAS[name] returns DataOf<Name>.
  const data = parsed.data as DataOf<Name>;
  return { entry: { ...writing, data, body, place: yaml.place }, problems: [] };
}
