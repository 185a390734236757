// Says in the words of editors what a schema refuses.
import { z } from 'astro/zod';
import { dateAdvice } from './date-mistakes.ts';
import { fieldAt, fieldName, nearest, shown, type Advice, type Problem, type Wrong } from '../problems.ts';
import type { FieldPath, YamlText } from '../yaml.ts';

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

/** @returns the fields that a schema allows at a path */
function fieldsAt(schema: z.core.$ZodType, path: FieldPath, value: unknown): string[] {
  const shapes = schemasAt(schema, path, value).map((each) => definitionOf(each).shape ?? {});
  return [...new Set(shapes.flatMap(Object.keys))];
}

/** @returns true if the field at a path can be left out */
function isOptional(schema: z.core.$ZodType, path: FieldPath, value: unknown): boolean {
  return schemasAt(schema, path.slice(0, -1), value).some(
    (each) => definitionOf(each).shape?.[String(path.at(-1))]?._zod.optin === 'optional',
  );
}

/** The names of all fields of a schema, at any depth. */
export function fieldNames(schema: z.core.$ZodType): string[] {
  const { innerType, in: input, options, shape, element } = definitionOf(schema);
  const parts = [innerType, input, element, ...(options ?? []), ...Object.values(shape ?? {})];
  return [...Object.keys(shape ?? {}), ...parts.flatMap((part) => (part ? fieldNames(part) : []))];
}

const isMap = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The meanings of the values of a choice, in their order. */
const meaningsOf = (schema: z.core.$ZodType | undefined): readonly string[] =>
  ((schema && z.globalRegistry.get(schema))?.['enumDescriptions'] as readonly string[] | undefined) ?? [];

const TRUTH: Readonly<Record<string, string>> = { yes: 'true', on: 'true', no: 'false', off: 'false' };

/** A value that a schema refuses. */
interface Refused {
  readonly issue: z.core.$ZodIssue;
  readonly value: unknown;
  /** The value as it is written, if it is a number or a word. */
  readonly written: string | undefined;
  /** The fields that the schema has there, and those of its items. */
  readonly fields: readonly string[];
  readonly itemFields: readonly string[];
  /** The schema of a list's items. */
  readonly item: z.core.$ZodType | undefined;
  /** The meanings of the values of a choice (src/model/schemas/choice.ts). */
  readonly meanings: readonly string[];
}

/** @returns some fields as they are written: `value: Mayor`, `reports: …`. @param word what stands in place of them */
const example = (fields: readonly string[], word?: string): string =>
  fields
    .slice(0, 4)
    .map((name) => `\`${name}: ${word !== undefined && name === 'value' ? word : '…'}\``)
    .join(', ');

/** @returns what the items of a list have to be, if a word is no such item */
function itemWords(item: z.core.$ZodType | undefined, word: string): string | undefined {
  const issues = item && z.safeParse(item, word).error?.issues;
  return issues?.[0] && `each value is ${issues[0].message}`;
}

/** @returns the value of a choice that a word means: `state body` for "government" */
function valueMeant(
  word: string,
  values: readonly string[],
  meanings: readonly string[],
): string | undefined {
  const stem = word.toLowerCase().slice(0, 6);
  return stem.length < 5
    ? undefined
    : values[meanings.findIndex((words) => words.toLowerCase().includes(stem))];
}

/** What would be right in place of a value of another type. */
function typeAdvice({ issue, value, written, fields, itemFields, item }: Refused): Advice {
  const word = typeof value === 'string' && /^.{1,60}$/.test(value) ? value : undefined;
  switch (issue.code === 'invalid_type' ? issue.expected : undefined) {
    case 'array':
      if (itemFields.length > 0)
        return { expected: `a list: \`- \` before its first field: ${example(itemFields, word)}` };
      if (word === undefined) return { expected: 'a list: `- ` before each value' };
      return { expected: `a list: ${itemWords(item, word) ?? `\`[${word}]\``}` };
    case 'object':
      return { expected: `fields: ${example(fields, word)}` };
    case 'boolean':
      return {
        expected: 'true or false, without quotes',
        nearest: word && (TRUTH[word.toLowerCase()] ?? nearest(word, ['true', 'false'])),
      };
    case 'number':
    case 'int': {
      const number = /^Invalid input/.test(issue.message) ? 'a number such as 50.5' : issue.message;
      return { expected: word === undefined ? number : `${number}, without quotes or words` };
    }
    default: {
      const text = issue.message.replace(/^Invalid input: .*/, 'text');
      if (Array.isArray(value)) return { expected: `${text}, not a list` };
      // YAML reads `- The report: a copy` as a field "The report".
      if (isMap(value) && text.includes('/')) return { expected: `${text}, with / and no colon` };
      if (isMap(value)) return { expected: `${text}: put quotes around a value that has a colon in it` };
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
      const near = nearest(word, options) ?? valueMeant(word, options, refused.meanings);
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
  // YAML reads `{ latitude: 50,5 }` as a field "5".
  if (/^\d+$/.test(key) && value === null)
    return {
      found: `${key} behind a comma`,
      expected: 'a decimal point (50.5), or quotes around the value ("6,000")',
    };
  // Nor may a text in braces have a comma: `{ how: contradicts, why: No, he said }`.
  if (value === null && /[\s\p{Lu}]/u.test(key))
    return {
      found: `${key} behind a comma`,
      expected: 'quotes around the text that has the comma, or one field a line without braces',
    };
  return {
    found: 'a field the schema does not know',
    expected: `one of ${allowed.join(', ')}`,
    nearest: nearest(key, allowed),
  };
}

/**
 * Turns what a schema refuses into problems.
 * @param schema the schema of the whole file
 */
export function schemaProblems(
  { issues }: z.core.$ZodError,
  file: string,
  schema: z.core.$ZodType,
  yaml: YamlText,
): Problem[] {
  /** Fields that are missing, because they are misspelt. */
  const misspelt = new Set<string>();
  const unknown = issues.flatMap((issue): Problem[] => {
    if (issue.code !== 'unrecognized_keys') return [];
    const allowed = fieldsAt(schema, issue.path, yaml.value);
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      const problem = unknownField(key, valueAt(yaml.value, path), allowed);
      misspelt.add(fieldName([...issue.path, problem.nearest ?? '']));
      return { rule: 'schema', ...fieldAt({ file, place: yaml.place }, path), ...problem };
    });
  });
  const refused = issues.flatMap((issue): Problem[] => {
    const found = valueAt(yaml.value, issue.path);
    const field = fieldName(issue.path);
    if (issue.code === 'unrecognized_keys' || (found === undefined && misspelt.has(field))) return [];
    const written = yaml.written(issue.path);
    const { meant, ...advice } = adviceFor({
      issue,
      value: found,
      written,
      fields: fieldsAt(schema, issue.path, yaml.value),
      itemFields: fieldsAt(schema, [...issue.path, 0], yaml.value),
      item: schemasAt(schema, [...issue.path, 0], yaml.value)[0],
      meanings: meaningsOf(schemasAt(schema, issue.path, yaml.value)[0]),
    });
    const empty = found === null;
    const item = typeof issue.path.at(-1) === 'number';
    const leave =
      empty && (item || isOptional(schema, issue.path, yaml.value))
        ? `, or no such ${item ? 'item' : 'field'}`
        : '';
    return [
      {
        rule: meant ? 'reference' : 'schema',
        file,
        ...yaml.place(issue.path),
        field: field || 'all fields',
        found: empty
          ? `nothing behind ${item ? '`-`' : 'the colon'}`
          : typeof found === 'number'
            ? `${written}`
            : shown(found),
        ...advice,
        expected: `${advice.expected}${leave}`,
        meant,
      },
    ];
  });
  return [...refused, ...unknown];
}
