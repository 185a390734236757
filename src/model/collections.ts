// The collections: their schemas, formats and names. Each is a folder under content/.
import type { z } from 'astro/zod';
import { MDX_COLLECTIONS } from './references.ts';
import { eventSchema } from './schemas/event.ts';
import { groupSchema } from './schemas/group.ts';
import { ledgerSchema } from './schemas/ledger.ts';
import { organisationSchema } from './schemas/organisation.ts';
import { pageSchema } from './schemas/page.ts';
import { personSchema } from './schemas/person.ts';
import { placeSchema } from './schemas/place.ts';
import { questionSchema } from './schemas/question.ts';
import { sourceSchema } from './schemas/source.ts';
import { termSchema } from './schemas/term.ts';

/** The schema of each collection's files. The name of a collection is its folder under `content/`. */
export const SCHEMAS = {
  groups: groupSchema,
  events: eventSchema,
  questions: questionSchema,
  sources: sourceSchema,
  people: personSchema,
  organisations: organisationSchema,
  places: placeSchema,
  terms: termSchema,
  pages: pageSchema,
  reports: ledgerSchema,
} as const;

export type CollectionName = keyof typeof SCHEMAS;

/** The validated front matter of a collection's files; for `reports`, the ledger. */
export type DataOf<Name extends CollectionName> = z.output<(typeof SCHEMAS)[Name]>;

export const COLLECTIONS = Object.keys(SCHEMAS) as CollectionName[];

/** Collections whose prose need not cite evidence: sources and terms describe texts and words, not the war. */
export const UNCITED: ReadonlySet<CollectionName> = new Set(['sources', 'terms', 'reports']);

/** The singular and plural of each kind of entry, for labels. */
export const KIND_WORDS = {
  groups: ['Group', 'Groups'],
  events: ['Event', 'Events'],
  questions: ['Question', 'Questions'],
  sources: ['Source', 'Sources'],
  people: ['Person', 'People'],
  organisations: ['Organisation', 'Organisations'],
  places: ['Place', 'Places'],
  terms: ['Term', 'Glossary'],
  pages: ['Page', 'Pages'],
  reports: ['Report', 'Reports'],
} as const satisfies Record<CollectionName, readonly [string, string]>;

/** What the command `npm run new` calls an entry of each collection. A ledger is made with its source. */
export const NEW_KINDS = Object.fromEntries(
  MDX_COLLECTIONS.map((name) => [name, KIND_WORDS[name][0].toLowerCase()]),
) as Readonly<Record<(typeof MDX_COLLECTIONS)[number], string>>;
