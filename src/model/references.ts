// The two kinds of reference in front matter: to an entry ("people/gladkov") and to a report
// ("polskie-radio/11"). Both become small objects, so that the archive finds them wherever they stand.
import { z } from 'astro/zod';

/** The collections an entry reference may name: everything that has a page of its own, in the order it is read in. */
export const PAGE_COLLECTIONS = [
  'groups',
  'events',
  'questions',
  'sources',
  'people',
  'organisations',
  'places',
  'terms',
] as const;

export type PageCollection = (typeof PAGE_COLLECTIONS)[number];

/** A reference to an entry that has a page: collection and id, as Astro's own `reference()` gives it. */
export interface EntryRef {
  readonly collection: PageCollection;
  readonly id: string;
}

/** A reference to a report: its source's id and its number there. */
export interface ReportRef {
  readonly source: string;
  readonly report: number;
}

/** What a slug may look like: lower-case words and digits, with hyphens between. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** `people/gladkov`, as it is written and as maps are keyed. */
export function refKey(ref: EntryRef): string {
  return `${ref.collection}/${ref.id}`;
}

/** `polskie-radio/11`, as it is written and as maps are keyed. */
export function reportKey(ref: ReportRef): string {
  return `${ref.source}/${ref.report}`;
}

export function isPageCollection(name: string): name is PageCollection {
  return (PAGE_COLLECTIONS as readonly string[]).includes(name);
}

/** True for the object a `reference()` field becomes. */
export function isEntryRef(value: unknown): value is EntryRef {
  return typeof value === 'object' && value !== null && 'collection' in value && 'id' in value;
}

/** True for the object a `reportReference` field becomes. */
export function isReportRef(value: unknown): value is ReportRef {
  return typeof value === 'object' && value !== null && 'source' in value && 'report' in value;
}

/**
 * Splits `people/gladkov`.
 * @returns the reference, or `undefined` where the text has no such form or names no collection with pages
 */
export function parseRef(text: string): EntryRef | undefined {
  const [collection = '', id = '', rest] = text.split('/');
  return rest === undefined && isPageCollection(collection) && SLUG.test(id) ? { collection, id } : undefined;
}

/**
 * Splits `polskie-radio/11`.
 * @returns the reference, or `undefined` where the text has no such form
 */
export function parseReportRef(text: string): ReportRef | undefined {
  const match = /^([a-z0-9]+(?:-[a-z0-9]+)*)\/([1-9]\d*)$/.exec(text);
  return match ? { source: match[1] as string, report: Number(match[2]) } : undefined;
}

/**
 * A field that refers to an entry of one of the named collections.
 * Whether the entry exists is the archive's business: a schema sees one file only.
 */
export function reference(...collections: [PageCollection, ...PageCollection[]]) {
  const forms = collections.map((name) => `${name}/…`).join(' or ');
  return z
    .string({ error: `a reference: ${forms}` })
    .refine(
      (text) => {
        const ref = parseRef(text);
        return ref !== undefined && collections.includes(ref.collection);
      },
      { error: `a reference: ${forms}`, params: { reference: collections } },
    )
    .transform((text) => parseRef(text) as EntryRef);
}

/** The collections that a refused reference could have named; `undefined` for any other issue. */
export function referenceKinds(issue: z.core.$ZodIssue): readonly PageCollection[] | undefined {
  return issue.code === 'custom'
    ? (issue.params?.['reference'] as readonly PageCollection[] | undefined)
    : undefined;
}

/** A field that refers to a report. */
export const reportReference = z
  .string({ error: 'a report: source-id/number' })
  .refine((text) => parseReportRef(text) !== undefined, {
    error: 'a report: source-id/number, such as polskie-radio/11',
  })
  .transform((text) => parseReportRef(text) as ReportRef);
