// Says in the words of editors what a schema refuses.
import { z } from 'astro/zod';
import { SCHEMAS } from '../collections.ts';
import { fieldAt, fieldName, nearest, shown, type Advice, type Problem, type Wrong } from '../problems.ts';
import type { FieldPath, YamlText } from '../yaml.ts';
import { dateAdvice } from './date-mistakes.ts';

function valueAt(value: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (part, step) => (part as Record<PropertyKey, unknown> | null | undefined)?.[step],
    value,
  );
}

/** The parts of a schema's definition that are needed here. */
interface Definition {
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  /** The field by whose value a union of schemas is divided. */
  readonly discriminator?: string;
}

const definitionOf = (schema: z.core.$ZodType): Definition => schema._zod.def as Definition;

/**
 * @param value the value that the schema is for
 * @returns the schemas that hold at a path: more than one where a schema is a union whose option the value does not name
 */
function schemasAt(schema: z.core.$ZodType, path: FieldPath, value: unknown): z.core.$ZodType[] {
  const { innerType, in: input, options, discriminator = '', shape, element } = definitionOf(schema);
  const inner = innerType ?? input;
  if (inner) return schemasAt(inner, path, value);
  if (options) {
    const kind = valueAt(value, [discriminator]) as z.core.util.Primitive;
    const meant = options.filter((option) => option._zod.propValues?.[discriminator]?.has(kind));
    return (meant.length > 0 ? meant : options).flatMap((option) => schemasAt(option, path, value));
  }
  const [step, ...rest] = path;
  if (step === undefined) return [schema];
  const next = typeof step === 'number' ? element : shape?.[String(step)];
  return next ? schemasAt(next, rest, valueAt(value, [step])) : [];
}

/** @returns the names of the fields of some schemas */
const fieldsOf = (schemas: readonly z.core.$ZodType[]): string[] => [
  ...new Set(schemas.flatMap((schema) => Object.keys(definitionOf(schema).shape ?? {}))),
];

/** @returns true if the field at a path can be left out */
function isOptional(schema: z.core.$ZodType, path: FieldPath, value: unknown): boolean {
  return schemasAt(schema, path.slice(0, -1), value).some(
    (each) => definitionOf(each).shape?.[String(path.at(-1))]?._zod.optin === 'optional',
  );
}

/** @returns the names of all fields of a schema, at any depth */
function allFields(schema: z.core.$ZodType): string[] {
  const { innerType, in: input, options, shape, element } = definitionOf(schema);
  const parts = [innerType, input, element, ...(options ?? []), ...Object.values(shape ?? {})];
  return [...Object.keys(shape ?? {}), ...parts.flatMap((part) => (part ? allFields(part) : []))];
}

/** The names of all fields that content has, to tell a field from the words of a value. */
export const FIELDS: ReadonlySet<string> = new Set(Object.values(SCHEMAS).flatMap(allFields));

const TRUTH: Readonly<Record<string, string>> = { yes: 'true', on: 'true', no: 'false', off: 'false' };

/** A value that a schema refuses. */
interface Refused {
  readonly issue: z.core.$ZodIssue;
  readonly value: unknown;
  /** The value as it is written, if it is a number or a word. */
  readonly written: string | undefined;
  /** The schemas that hold for the value. */
  readonly schemas: readonly z.core.$ZodType[];
}

/** @returns some fields as they are written: `value: Mayor`, `reports: …`. @param word what stands in place of them */
const example = (fields: readonly string[], word?: string): string =>
  fields
    .slice(0, 4)
    .map((name) => `\`${name}: ${word !== undefined && name === 'value' ? word : '…'}\``)
    .join(', ');

/** @returns the value of a choice (src/model/schemas/fields.ts) that a word means: `state body` for "government" */
function valueMeant(
  word: string,
  values: readonly string[],
  [schema]: Refused['schemas'],
): string | undefined {
  const meanings =
    schema && (z.globalRegistry.get(schema)?.['enumDescriptions'] as readonly string[] | undefined);
  const stem = word.toLowerCase().slice(0, 6);
  const index = meanings?.findIndex((words) => words.toLowerCase().includes(stem)) ?? -1;
  return stem.length < 5 ? undefined : values[index];
}

/** What would be right in place of a value of another type. */
function typeAdvice({ issue, value, written, schemas }: Refused): Advice {
  const word = typeof value === 'string' && /^.{1,60}$/.test(value) ? value : undefined;
  switch (issue.code === 'invalid_type' ? issue.expected : undefined) {
    case 'array': {
      const [item] = schemas.flatMap((schema) => definitionOf(schema).element ?? []);
      const fields = item ? fieldsOf(schemasAt(item, [], undefined)) : [];
      if (fields.length > 0)
        return { expected: `a list: \`- \` before its first field: ${example(fields, word)}` };
      if (word === undefined) return { expected: 'a list: `- ` before each value' };
      const [wrong] = (item && z.safeParse(item, word).error?.issues) ?? [];
      return { expected: `a list: ${wrong ? `each value is ${wrong.message}` : `\`[${word}]\``}` };
    }
    case 'object':
      return { expected: `fields: ${example(fieldsOf(schemas), word)}` };
    case 'boolean': {
      const near = word && (TRUTH[word.toLowerCase()] ?? nearest(word, ['true', 'false']));
      return { expected: 'true or false, without quotes', nearest: near };
    }
    case 'number':
    case 'int': {
      const number = /^Invalid input/.test(issue.message) ? 'a number such as 50.5' : issue.message;
      return { expected: word === undefined ? number : `${number}, without quotes or words` };
    }
    default: {
      const text = issue.message.replace(/^Invalid input: .*/, 'text');
      if (Array.isArray(value)) return { expected: `${text}, not a list` };
      if (typeof value === 'object' && value !== null) {
        // YAML reads `- The report: a copy` as a field "The report".
        const right = text.includes('/')
          ? ', with / and no colon'
          : ': put quotes around a value that has a colon in it';
        return { expected: text + right };
      }
      const quoted = /text|quotes|quotation/.test(text) && typeof value !== 'object' && value !== undefined;
      return { expected: text, nearest: quoted ? `"${written}"` : undefined };
    }
  }
}

/** What would be right in place of a value that a schema refuses. */
function adviceFor(refused: Refused): Advice {
  const { issue, value } = refused;
  const word = typeof value === 'string' ? value : '';
  switch (issue.code) {
    case 'custom': {
      if (issue.params?.['date']) return dateAdvice(word);
      const among = issue.params?.['among'] as readonly string[] | undefined;
      return { expected: issue.message, meant: among && { word, among } };
    }
    case 'invalid_value': {
      const options = issue.values.map(String);
      const near = nearest(word, options) ?? valueMeant(word, options, refused.schemas);
      const list = Array.isArray(value) ? ', not a list' : '';
      return { expected: `one of ${options.join(', ')}${list}`, nearest: near };
    }
    case 'too_small':
    case 'too_big': {
      const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum;
      const words = issue.code === 'too_big' ? 'at most' : issue.inclusive ? 'at least' : 'more than';
      return { expected: /^Too /.test(issue.message) ? `${words} ${limit}` : issue.message };
    }
    case 'invalid_format': {
      const address = /^(?:https?:\/*|\/\/)?((?:[\w-]+\.)+[a-z]{2,}(?:[/?#]\S*)?)$/i.exec(word)?.[1];
      if (issue.format === 'url' && address)
        return { expected: issue.message, nearest: `https://${address}` };
      const form = issue.format === 'regex' && RegExp(issue.pattern?.slice(1, -1) ?? '');
      const joined = word.trim().replace(/[\s_]+/g, '-');
      const near = [joined.toLowerCase(), joined.toUpperCase()].find((each) => form && form.test(each));
      return { expected: issue.message, nearest: near };
    }
    case 'invalid_type':
      return typeAdvice(refused);
    default:
      return { expected: issue.message };
  }
}

/** The problem of a field that a schema does not know. */
function unknownField(key: string, value: unknown, allowed: readonly string[]): Wrong & Advice {
  const found = `${key} behind a comma`;
  // YAML reads `{ latitude: 50,5 }` as a field "5".
  if (value === null && /^\d+$/.test(key))
    return { found, expected: 'a decimal point (50.5), or quotes around the value ("6,000")' };
  // Nor may a text in braces have a comma: `{ how: contradicts, why: No, he said }`.
  if (value === null && /[\s\p{Lu}]/u.test(key)) {
    const expected = 'quotes around the text that has the comma, or one field a line without braces';
    return { found, expected };
  }
  return {
    found: 'a field the schema does not know',
    expected: `one of ${allowed.join(', ')}`,
    nearest: nearest(key, allowed),
  };
}

/** @returns a refused value for messages. @param item true for an item of a list */
function shownValue(value: unknown, written: string | undefined, item: boolean): string {
  if (value === null) return `nothing behind ${item ? '`-`' : 'the colon'}`;
  return typeof value === 'number' ? `${written}` : shown(value);
}

/** Turns what a schema refuses into problems. @param schema the schema of the whole file */
export function schemaProblems(
  { issues }: z.core.$ZodError,
  file: string,
  schema: z.core.$ZodType,
  yaml: YamlText,
): Problem[] {
  const at = { file, place: yaml.place };
  /** Fields that are missing, because they are misspelt. */
  const misspelt = new Set<string>();
  const unknown = issues.flatMap((issue): Problem[] => {
    if (issue.code !== 'unrecognized_keys') return [];
    const allowed = fieldsOf(schemasAt(schema, issue.path, yaml.value));
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      const problem = unknownField(key, valueAt(yaml.value, path), allowed);
      misspelt.add(fieldName([...issue.path, problem.nearest ?? '']));
      return { rule: 'schema', ...fieldAt(at, path), ...problem };
    });
  });
  const refused = issues.flatMap((issue): Problem[] => {
    const { path } = issue;
    const value = valueAt(yaml.value, path);
    const field = fieldName(path);
    if (issue.code === 'unrecognized_keys' || (value === undefined && misspelt.has(field))) return [];
    const written = yaml.written(path);
    const schemas = schemasAt(schema, path, yaml.value);
    const advice = adviceFor({ issue, value, written, schemas });
    const item = typeof path.at(-1) === 'number';
    const canLeave = value === null && (item || isOptional(schema, path, yaml.value));
    return [
      {
        rule: advice.meant ? 'reference' : 'schema',
        ...fieldAt(at, path),
        field: field || 'all fields',
        found: shownValue(value, written, item),
        ...advice,
        expected: `${advice.expected}${canLeave ? `, or no such ${item ? 'item' : 'field'}` : ''}`,
      },
    ];
  });
  return [...refused, ...unknown];
}
