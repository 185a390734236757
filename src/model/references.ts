// The two kinds of reference in front matter: to an entry ("people/gladkov") and to a report
// ("polskie-radio/11"). Both become `{ collection, id }`, which Astro's `getEntry` takes.
import { z } from 'astro/zod';
import type { PageRef } from './content-links.ts';
import type { FieldPath } from './yaml.ts';

/** The collections whose entries have a page, in the order in which pages list them. */
export const ENTRY_COLLECTIONS = [
  'groups',
  'events',
  'questions',
  'sources',
  'people',
  'organisations',
  'places',
  'terms',
] as const;

/** The collections of MDX files: the collections of entries with a page, and the pages of prose. */
export const MDX_COLLECTIONS = [...ENTRY_COLLECTIONS, 'pages'] as const;

export type EntryCollection = (typeof ENTRY_COLLECTIONS)[number];

/** A reference to an entry that has a page: collection and id, as Astro's own `reference()` gives it. */
export interface EntryRef {
  readonly collection: EntryCollection;
  readonly id: string;
}

/** A reference to a report by its key, such as `polskie-radio/11`. */
export interface ReportRef {
  readonly collection: 'reports';
  readonly id: string;
}

/** A slug: lower-case letters and digits, with single hyphens between words. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** @returns `people/gladkov` or `pages/method`: the reference as content has it, and the key of a page in maps and sets */
export function refKey(ref: PageRef): string {
  return `${ref.collection}/${ref.id}`;
}

function isRef(value: unknown): value is EntryRef | ReportRef {
  return typeof value === 'object' && value !== null && 'collection' in value && 'id' in value;
}

/** True for the object that a `reference()` field becomes. */
export function isEntryRef(value: unknown): value is EntryRef {
  return isRef(value) && value.collection !== 'reports';
}

/** True for the object that a `reportReference` field becomes. */
export function isReportRef(value: unknown): value is ReportRef {
  return isRef(value) && value.collection === 'reports';
}

/** Parses the key of an entry: `people/gladkov`. @returns `undefined` if it is none or has no page */
export function parseRef(text: string): EntryRef | undefined {
  const [name = '', id = '', rest] = text.split('/');
  const collection = ENTRY_COLLECTIONS.find((each) => each === name);
  return rest === undefined && collection && SLUG.test(id) ? { collection, id } : undefined;
}

const REPORT_KEY = /^([a-z0-9]+(?:-[a-z0-9]+)*)\/([1-9]\d*)$/;

/** Parses the key of a report: `polskie-radio/11`. @returns the id of the source and the number in its ledger */
export function parseReportKey(text: string): { source: string; number: number } | undefined {
  const match = REPORT_KEY.exec(text);
  return match ? { source: match[1] as string, number: Number(match[2]) } : undefined;
}

/** A field that is written as a reference. @param among the kinds that it can name. @param example ends an error */
export const parsed = <Value>(
  form: string,
  among: readonly string[],
  parse: (text: string) => Value | undefined,
  example = '',
) =>
  z.string({ error: form }).transform((text, context): Value => {
    const value = parse(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: form + example, params: { among } });
    return z.NEVER;
  });

/**
 * A field that refers to an entry of one of the named collections. Unlike Astro's `reference()` it takes several
 * collections and is written `people/gladkov`. A schema sees one file only: src/rules/ checks that the entry exists.
 */
export function reference(...collections: [EntryCollection, ...EntryCollection[]]) {
  const forms = collections.map((name) => `${name}/…`).join(' or ');
  return parsed(`a reference: ${forms}`, collections, (text) => {
    const ref = parseRef(text);
    return ref && collections.includes(ref.collection) ? ref : undefined;
  }).meta({ pattern: `^(${collections.join('|')})/${SLUG.source.slice(1)}` });
}

/** Walks through a value and everything in it. @yields each value with its path; a reference is one value */
export function* fieldsOf(value: unknown, path: FieldPath = []): Generator<[FieldPath, unknown]> {
  yield [path, value];
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* fieldsOf(item, [...path, index]);
  } else if (typeof value === 'object' && value !== null && !isRef(value)) {
    for (const [key, item] of Object.entries(value)) yield* fieldsOf(item, [...path, key]);
  }
}

/** A field that refers to a report. */
export const reportReference = parsed(
  'a report: source-id/number',
  ['reports'],
  (text): ReportRef | undefined => (REPORT_KEY.test(text) ? { collection: 'reports', id: text } : undefined),
  ', such as polskie-radio/11',
).meta({ pattern: REPORT_KEY.source });
