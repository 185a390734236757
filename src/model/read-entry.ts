// Turns the bytes of one content file into an entry, or into the problems that stop it.
import { z } from 'astro/zod';
import { extensionOf, SCHEMAS, type CollectionName, type DataOf } from './collections.ts';
import type { EntryFile, Writing } from './entries.ts';
import { badCharacters, visible } from './characters.ts';
import { decode, readFrontMatter, shapeMistake } from './file-text.ts';
import { textProblems } from './advice/plain-text-mistakes.ts';
import type { Problem } from './problems.ts';
import { readProse, readSummary } from './prose.ts';
import { SLUG } from './references.ts';
import { fieldNames, schemaProblems } from './advice/schema-mistakes.ts';
import { readYaml } from './yaml.ts';

export type Reading<Name extends CollectionName> =
  | { readonly entry: EntryFile<Name>; readonly problems: readonly [] }
  | {
      readonly entry: undefined;
      /** The prose; undefined if the file is not UTF-8, or has no front matter. */
      readonly writing: Writing<Name> | undefined;
      readonly problems: readonly Problem[];
    };

const NO_PROSE = readProse('', 1);

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

/** The names of all fields that content has. */
const FIELDS: ReadonlySet<string> = new Set(Object.values(SCHEMAS).flatMap(fieldNames));

/**
 * Reads one content file.
 * @param name the collection of its folder
 * @param id the file's name without its extension
 * @param file path from the project's root, for messages
 * @param bytes the file as it is on disk
 */
export function readEntry<Name extends CollectionName>(
  name: Name,
  id: string,
  file: string,
  bytes: Uint8Array,
): Reading<Name> {
  const problems: Problem[] = [];
  const fail = (writing?: Writing<Name>): Reading<Name> => ({ entry: undefined, writing, problems });
  const add = (
    rule: Problem['rule'],
    field: string,
    found: string,
    expected: string,
    { line = 0, column = 0, nearest: near }: Partial<Pick<Problem, 'line' | 'column' | 'nearest'>> = {},
  ): void => {
    problems.push({ rule, file, line, column, field, found, expected, nearest: near });
  };
  if (!SLUG.test(id))
    add('file', 'file name', id || 'an ending alone', 'lower-case words and digits with hyphens between', {
      nearest: slugOf(id),
    });
  const decoded = decode(bytes);
  if ('found' in decoded) {
    add('file', 'encoding', decoded.found, 'a file saved as UTF-8', decoded);
    return fail();
  }
  const bad = badCharacters(decoded.text);
  if (bad.length > MOST_BAD) {
    add('file', 'content', 'a file that is no text', 'a text, as an editor for plain text saves it');
    return fail();
  }
  for (const { found, expected, ...at } of bad) add('file', 'character', found, expected, at);
  // Read on without these characters, so that one run names the other problems too.
  const content = visible(decoded.text);
  const shape = shapeMistake(content);
  if (shape) {
    add('file', 'content', shape.found, shape.expected, shape);
    return fail();
  }
  if (content.trim() === '') {
    const expected = name === 'reports' ? 'a ledger: source and reports' : 'front matter and prose';
    add('file', 'content', 'an empty file', expected);
    return fail();
  }
  const mdx = extensionOf(name) === '.mdx';
  const matter = mdx ? readFrontMatter(content, FIELDS) : undefined;
  if (matter && 'found' in matter) {
    add('syntax', 'front matter', matter.found, matter.expected, matter);
    return fail();
  }
  const yaml = readYaml(matter ? matter.yaml : content, matter ? 2 : 1, FIELDS);
  for (const { found, expected, ...at } of yaml.errors) add('syntax', 'YAML', found, expected, at);
  const { body = '', line: bodyLine = 1 } = matter ?? {};
  const prose = mdx ? readProse(body, bodyLine) : NO_PROSE;
  for (const { found, expected, ...at } of prose.errors) add('syntax', 'MDX', found, expected, at);
  const summary = (yaml.value as { readonly summary?: unknown } | null | undefined)?.summary;
  const lede = typeof summary === 'string' ? readSummary(summary, yaml.place(['summary']).line) : NO_PROSE;
  for (const [field, { refused }] of Object.entries({ summary: lede, prose })) {
    for (const { found, expected, ...at } of refused) add('markup', field, found, expected, at);
  }
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
