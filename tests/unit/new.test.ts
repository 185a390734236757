// `npm run new`, and the templates in docs/templates/ that it writes from.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { newEntry } from '../../src/commands/new.ts';
import { COLLECTIONS, NEW_KINDS, SCHEMAS, type CollectionName } from '../../src/model/collections.ts';
import { readContent } from '../../src/model/read.ts';
import { MDX_COLLECTIONS } from '../../src/model/references.ts';
import { reportSchema } from '../../src/model/schemas/ledger.ts';
import { sourceSchema } from '../../src/model/schemas/source.ts';
import { readYaml } from '../../src/model/yaml.ts';
import { checkContent } from '../../src/rules/check.ts';
import { CAPTURE, libraryWith, SOUND, type Changes } from '../support/library.ts';
import { PROJECT } from '../support/project.ts';

const TEMPLATES = join(PROJECT, 'docs/templates');
const read = (file: string): string => readFileSync(join(TEMPLATES, file), 'utf8');
const templateOf = (name: CollectionName): string =>
  read(name === 'reports' ? 'ledger.yaml' : `${NEW_KINDS[name]}.mdx`);

/** A library of the templates alone, each under the id that the others refer to. */
function templateLibrary(change: (text: string) => string): Changes {
  const none = Object.fromEntries(Object.keys(SOUND).map((path) => [path, undefined]));
  const text = (name: CollectionName): string => change(templateOf(name));
  const titled = (name: CollectionName, title: string): string =>
    text(name)
      .replace(/^title: .*$/m, `title: ${title}`)
      .replace(/^(?:formerly|part_of|within|distance|label_at): .*\n/gm, '');
  return {
    ...none,
    ...Object.fromEntries(MDX_COLLECTIONS.map((name) => [`${name}/my-${NEW_KINDS[name]}.mdx`, text(name)])),
    'reports/my-source.yaml': text('reports'),
    'sources/my-page.mdx': change(read('seen-source.mdx')),
    'reports/my-page.yaml': change(read('seen-ledger.yaml')),
    'published.txt': 'groups/my-group.html\n',
    'pages/home.mdx': titled('pages', 'Home'),
    'pages/method.mdx': titled('pages', 'Method'),
    'organisations/my-ministry.mdx': titled('organisations', 'My Ministry'),
    'places/my-region.mdx': titled('places', 'My Region'),
    'events/my-wider-event.mdx': titled('events', 'My wider event'),
  };
}

const problemsOf = (root: string) => checkContent(readContent(root)).problems;

test.each([
  ['as printed', (text: string) => text],
  [
    'with every optional field',
    // `instead` is for loaded words alone.
    (text: string) => text.replace(/^( *)#(?=\w+: )/gm, '$1').replace('kind: field', 'kind: loaded'),
  ],
])('the templates pass the check, %s', (_what, change) => {
  const { root, remove } = libraryWith(templateLibrary(change));
  try {
    expect(problemsOf(root)).toEqual([]);
  } finally {
    remove();
  }
});

interface JsonSchema {
  readonly description?: string;
  readonly enum?: readonly (string | number)[];
  readonly const?: string | number | boolean;
  readonly enumDescriptions?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
}

/** The fields of a schema and of the objects in it, each with its path. */
function* fieldsIn({ properties, items, oneOf }: JsonSchema, path = ''): Generator<[string, JsonSchema]> {
  for (const [name, field] of Object.entries(properties ?? {})) {
    yield [path + name, field];
    yield* fieldsIn(field, `${path}${name}.`);
  }
  for (const part of [items, ...(oneOf ?? [])]) if (part) yield* fieldsIn(part, path);
}

describe.each(COLLECTIONS)('%s', (name) => {
  const schema = z.toJSONSchema(SCHEMAS[name], { io: 'input' }) as JsonSchema;
  const fields = [...fieldsIn(schema)];
  const template = templateOf(name) + (name === 'sources' ? read('seen-source.mdx') : '');

  test('every field of the schema is explained to editors, and every value', () => {
    for (const [path, field] of fields) {
      const words = field.description ?? '';
      expect(words, path).not.toBe('');
      for (const [index, value] of (field.enum ?? []).entries()) {
        const means = field.enumDescriptions?.[index] ?? (words.includes(String(value)) ? words : '');
        expect(means, `${path}: ${value}`).not.toBe('');
      }
    }
  });

  test('the template has every field and every value', () => {
    for (const [path, field] of fields) {
      expect(template, path).toMatch(new RegExp(`\\b${path.split('.').at(-1)}\\b`));
      for (const value of field.enum ?? []) expect(template).toMatch(new RegExp(`\\b${value}\\b`));
    }
  });
});

test('the examples of docs/content-model.md are fields that a schema accepts', () => {
  const doc = readFileSync(join(PROJECT, 'docs/content-model.md'), 'utf8');
  const examples = [...doc.matchAll(/```yaml\n([^]*?)```/g)].map(([, text = '']) => text);
  expect(examples.length).toBeGreaterThan(0);
  for (const text of examples) {
    const { value, errors } = readYaml(text, 1);
    expect(errors, text).toEqual([]);
    for (const [field, example] of Object.entries(value as object)) {
      const shapes = [...Object.values(SCHEMAS), ...sourceSchema.options, reportSchema].flatMap(
        (schema): Readonly<Record<string, z.ZodType>>[] => ('shape' in schema ? [schema.shape] : []),
      );
      expect(
        shapes.some((shape) => shape[field]?.safeParse(example).success),
        field,
      ).toBe(true);
    }
  }
});

describe('npm run new', () => {
  /** Runs the command in the sound library. */
  function run(words: readonly string[], look: (root: string, write: () => string[]) => void): void {
    const { root, remove } = libraryWith();
    const written = words.map((word) => word.replace('ROOT', root));
    try {
      writeFileSync(join(root, 'text.txt'), CAPTURE);
      look(root, () => newEntry(root, written));
    } finally {
      remove();
    }
  }

  test.each(MDX_COLLECTIONS.filter((name) => name !== 'sources'))(
    'writes an entry of %s whose only problems are the fields without a value',
    (name) =>
      run([NEW_KINDS[name], 'one-more'], (root, write) => {
        const path = `content/${name}/one-more.mdx`;
        expect(write()).toEqual([path]);
        const problems = problemsOf(root);
        const empty = readFileSync(join(root, path), 'utf8').match(/^\w+:$/gm) ?? [];
        expect(problems.map(({ file, field, found }) => [file, field, found])).toEqual(
          empty.map((field) => [path, field.slice(0, -1), 'nothing behind the colon']),
        );
        expect(empty).toContain('title:');
      }),
  );

  test('writes a source with the hash and the paragraphs of its text, and an empty report for each', () =>
    run(['source', 'one-more', 'ROOT/text.txt'], (root, write) => {
      const paths = write();
      expect(paths).toEqual(['content/sources/one-more.mdx', 'content/reports/one-more.yaml']);
      const [source, ledger] = paths.map((path) => readFileSync(join(root, path), 'utf8'));
      const sha256 = /sha256: (\w+)/.exec(SOUND['sources/gazette.mdx'] ?? '')?.[1];
      expect(source).toMatch(new RegExp(`^sha256: '${sha256}'\\n[^]*^paragraphs: 4$`, 'm'));
      expect(ledger?.match(/^ {2}# Paragraph .*$/gm)).toEqual([
        '  # Paragraph 1: The old bridge is closed',
        '  # Paragraph 2: The mayor said on Monday that …',
        '  # Paragraph 3: Boatmen say it was never unsafe.',
        '  # Paragraph 4: Read more: ten soups for winter',
      ]);
      expect(new Set(problemsOf(root).map(({ found }) => found))).toEqual(
        new Set(['nothing behind the colon']),
      );
      const filled = ledger
        ?.replace(/says:$/gm, 'says: Something is said.')
        .replace(/evidence:$/gm, 'evidence: a')
        .replace(/by:$/gm, 'by: self')
        .replace(/mode:$/gm, 'mode: said')
        .replace(/about:$/gm, 'about: [places/old-bridge]');
      rmSync(join(root, 'content/sources/gazette.mdx'));
      writeFileSync(join(root, paths[1] ?? ''), filled ?? '');
      writeFileSync(
        join(root, paths[0] ?? ''),
        source?.replace(/^(title|short):$/gm, '$1: One more').replace(/^summary:$/m, 'summary: One more.') ??
          '',
      );
      expect(problemsOf(root).filter(({ file }) => file.includes('one-more'))).toEqual([]);
    }));

  test('writes a seen source and a ledger with one empty report', () =>
    run(['source', 'one-more', '--seen'], (root, write) => {
      expect(write()).toEqual(['content/sources/one-more.mdx', 'content/reports/one-more.yaml']);
      expect(new Set(problemsOf(root).map(({ found }) => found))).toEqual(
        new Set(['nothing behind the colon']),
      );
    }));

  test.each([
    ['no words', [], 'Usage: npm run new'],
    ['a misspelt kind', ['persn', 'eve'], 'persn: no kind of file (nearest: person).'],
    ['an id with capitals', ['person', 'Ève Smith'], 'Ève Smith: no id (nearest: eve-smith).'],
    [
      'an entry that is there',
      ['person', 'ada'],
      'content/people/ada.mdx is there already. Nothing was written.',
    ],
    ['a source without its text', ['source', 'one-more'], 'A source needs the captured text.'],
    ['a text that is not there', ['source', 'one-more', 'ROOT/none.txt'], 'none.txt: no such file.'],
    ['a folder as a text', ['source', 'one-more', 'ROOT/content'], 'content: no such file.'],
    ['a text in the project', ['source', 'one-more', 'package.json'], 'package.json is in the project.'],
  ])('refuses %s, and writes nothing', (_what, words, message) =>
    run(words, (root, write) => {
      expect(write).toThrow(message);
      expect(existsSync(join(root, 'content/sources/one-more.mdx'))).toBe(false);
      expect(readdirSync(join(root, 'content/people'))).toEqual(['ada.mdx']);
    }),
  );
});
