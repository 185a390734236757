// Turns the bytes of one content file into an entry, or into the problems that stop it.
import { z } from 'astro/zod';
import { extensionOf, SCHEMAS, type CollectionName, type DataOf } from './collections.ts';
import type { EntryFile, Writing } from './entries.ts';
import { nearest, shown, type Place, type Problem } from './problems.ts';
import { readProse, readSummary } from './prose.ts';
import { referenceKinds, SLUG } from './references.ts';
import { readYaml, type FieldPath, type YamlText } from './yaml.ts';

export type Reading<Name extends CollectionName> =
  | { readonly entry: EntryFile<Name>; readonly problems: readonly [] }
  | {
      readonly entry: undefined;
      /** The prose; undefined if the file is not UTF-8, or has no front matter. */
      readonly writing: Writing<Name> | undefined;
      readonly problems: readonly Problem[];
    };

const NO_PROSE = readProse('', 1);

/** @returns the name of a field for messages: `reports[3].by` */
export function fieldName(path: FieldPath): string {
  return path.reduce<string>(
    (name, step) =>
      typeof step === 'number' ? `${name}[${step}]` : name ? `${name}.${String(step)}` : String(step),
    '',
  );
}

function valueAt(value: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (part, step) => (part as Record<PropertyKey, unknown> | undefined)?.[step],
    value,
  );
}

/** @returns the option of a discriminated union that a value belongs to; any other schema as it is */
function optionFor(schema: z.core.$ZodType, value: unknown): z.core.$ZodType | undefined {
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return schema;
  const { discriminator, options } = schema.def;
  const kind = valueAt(value, [discriminator]) as z.core.util.Primitive;
  return options.find((option) => option._zod.propValues?.[discriminator]?.has(kind));
}

/** @returns the keys that a schema allows at a path of a value */
function allowedKeys(schema: z.core.$ZodType, path: FieldPath, value: unknown): string[] {
  let current = optionFor(schema, value);
  const unwrap = (): void => {
    while (current && 'innerType' in current._zod.def)
      current = current._zod.def.innerType as z.core.$ZodType;
  };
  for (const step of path) {
    unwrap();
    const def = current?._zod.def as
      { shape?: Record<PropertyKey, z.core.$ZodType>; element?: z.core.$ZodType } | undefined;
    current = typeof step === 'number' ? def?.element : def?.shape?.[step];
  }
  unwrap();
  return Object.keys((current?._zod.def as { shape?: object } | undefined)?.shape ?? {});
}

function schemaProblems(
  issue: z.core.$ZodIssue,
  file: string,
  schema: z.core.$ZodType,
  yaml: YamlText,
): Problem[] {
  const at = (path: FieldPath): { file: string; rule: 'schema' } & Place => ({
    rule: 'schema',
    file,
    ...yaml.place(path),
  });
  if (issue.code === 'unrecognized_keys') {
    const allowed = allowedKeys(schema, issue.path, yaml.value);
    return issue.keys.map((key) => ({
      ...at([...issue.path, key]),
      field: fieldName([...issue.path, key]),
      found: 'a field the schema does not know',
      expected: `one of ${allowed.join(', ')}`,
      nearest: nearest(key, allowed),
    }));
  }
  const found = valueAt(yaml.value, issue.path);
  // YAML reads `- The report: a copy` as a field "The report".
  const colon =
    issue.message === 'text' && typeof found === 'object' && found !== null && !Array.isArray(found);
  const options = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const among = referenceKinds(issue);
  return [
    {
      ...at(issue.path),
      field: fieldName(issue.path) || 'all fields',
      found: shown(found),
      expected:
        options.length > 0
          ? `one of ${options.join(', ')}`
          : colon
            ? 'text: put quotes around a value that has a colon in it'
            : issue.message.replace(/^Invalid input: expected /, ''),
      nearest: typeof found === 'string' ? nearest(found, options) : undefined,
      ...(among ? { rule: 'reference', among } : {}),
    },
  ];
}

/** @returns the text of UTF-8 bytes, or the line of the first byte that is not UTF-8 */
export function decode(bytes: Uint8Array): string | number {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Lenient decoding replaces bad bytes with U+FFFD.
    const lenient = new TextDecoder('utf-8').decode(bytes);
    return lenient.slice(0, lenient.indexOf('\uFFFD')).split('\n').length;
  }
}

/** @returns the id that an editor probably meant, or undefined */
export function slugOf(name: string): string | undefined {
  const words = name.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return words.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || undefined;
}

const FRONT_MATTER = /^---[ \t]*\r?\n((?:[^\n]*\n)*?)---[ \t]*(?:\r?\n|$)/;

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
    add('file', 'file name', id, 'lower-case words and digits with hyphens between', { nearest: slugOf(id) });
  const content = decode(bytes);
  if (typeof content === 'number') {
    add('file', 'encoding', 'bytes that are not UTF-8', 'a file saved as UTF-8', { line: content });
    return fail();
  }
  if (content.trim() === '') {
    const expected = name === 'reports' ? 'a ledger: source and reports' : 'front matter and prose';
    add('file', 'content', 'an empty file', expected);
    return fail();
  }
  const mdx = extensionOf(name) === '.mdx';
  const matter = mdx ? FRONT_MATTER.exec(content) : undefined;
  if (mdx && !matter) {
    const expected = 'a line `---`, the fields, and a line `---`';
    add('syntax', 'front matter', shown(content.split('\n')[0]), expected, { line: 1, column: 1 });
    return fail();
  }
  const yaml = readYaml(matter ? (matter[1] as string) : content, matter ? 2 : 1);
  for (const { message, expected = 'YAML 1.2 that can be read', ...at } of yaml.errors)
    add('syntax', 'YAML', message, expected, at);
  const body = matter ? content.slice(matter[0].length) : '';
  const bodyLine = matter ? matter[0].split('\n').length : 1;
  const prose = mdx ? readProse(body, bodyLine) : NO_PROSE;
  for (const error of prose.errors)
    add('syntax', 'MDX', error.message, 'Markdown without bare < and { (write &lt; or \\{)', error);
  const summary = (yaml.value as { readonly summary?: unknown } | null | undefined)?.summary;
  const lede = typeof summary === 'string' ? readSummary(summary, yaml.place(['summary']).line) : NO_PROSE;
  for (const [field, { refused }] of Object.entries({ summary: lede, prose })) {
    for (const markup of refused)
      add('markup', field, markup.what, 'Markdown: text, links, lists, tables and citations', markup);
  }
  const writing: Writing<Name> = { collection: name, id, file, prose, lede };
  if (yaml.errors.length > 0) return fail(writing);

  const schema: z.ZodType = SCHEMAS[name];
  const parsed = schema.safeParse(yaml.value ?? {});
  if (!parsed.success)
    problems.push(...parsed.error.issues.flatMap((issue) => schemaProblems(issue, file, schema, yaml)));
  if (!parsed.success || problems.length > 0)
    return fail({ ...writing, refused: { data: yaml.value, place: yaml.place } });
  // TypeScript cannot infer that SCHEMAS[name] returns DataOf<Name>.
  const data = parsed.data as DataOf<Name>;
  return { entry: { ...writing, data, body, place: yaml.place }, problems: [] };
}
