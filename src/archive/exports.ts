// The archive as tables and records to take away. One list of columns gives a table its cells, the codebook
// on the data page and the schema in the data package, so that none of them can drift from the others.
import { splitCitations, withoutCitations } from '../model/citations.ts';
import type { Entry } from '../model/entries.ts';
import {
  isEntryRef,
  isReportRef,
  PAGE_COLLECTIONS,
  parseReportRef,
  refKey,
  reportKey,
  type EntryRef,
  type PageCollection,
} from '../model/references.ts';
import { MODE_MEANS } from '../model/schemas/ledger.ts';
import type { HOW_KNOWN } from '../model/schemas/source.ts';
import { SIDE_WORDS, SIDES } from '../model/sides.ts';
import { pageAddress, positionAddress, reportAddress } from './addresses.ts';
import type { Archive, Question } from './archive.ts';
import { entryName } from './names.ts';
import type { Report } from './reports.ts';
import { STANDING_RULE, type Position } from './standing.ts';

/** A value of a table; `undefined` where nothing is told. The items of a list are ids: they hold no blank. */
export type Cell = string | number | boolean | readonly string[] | undefined;

/** The only values that some columns can have, with their meaning. */
export interface Vocabulary {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
}

/** A column as the codebook gives it. */
export interface Column {
  readonly name: string;
  readonly means: string;
  readonly type: 'string' | 'integer' | 'list';
  readonly vocabulary?: Vocabulary;
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

/** A column, and how its cell follows from an item. */
type Filled<Item> = Column & { readonly of: (item: Item) => Cell };

function table<Item>(items: readonly Item[], filled: readonly Filled<Item>[]): Table {
  return {
    columns: filled.map(({ of: _of, ...column }) => column),
    rows: items.map((item) => Object.fromEntries(filled.map(({ name, of }) => [name, of(item)]))),
  };
}

const HOW_MEANS: Readonly<Record<(typeof HOW_KNOWN)[number], string>> = {
  printed: 'it stands in the captured text',
  located: 'a public page was found that carries the same text',
  inferred: 'it was reckoned; the note says from what',
};

const MODE: Vocabulary = { name: 'Mode', values: MODE_MEANS };
const SIDE: Vocabulary = {
  name: 'Side',
  values: Object.fromEntries(SIDES.map((side) => [side, SIDE_WORDS[side].means])),
};
const STANDING: Vocabulary = {
  name: 'Standing',
  values: Object.fromEntries(STANDING_RULE.map(({ standing, rule }) => [standing, rule])),
};
const HOW: Vocabulary = { name: 'How known', values: HOW_MEANS };

/** An address as exports give it: a path inside the folder of the site. */
function path(address: string): string {
  return address.slice(1);
}

function sourceRef(report: Report): EntryRef {
  return { collection: 'sources', id: report.source };
}

function positionKey(question: string, position: string): string {
  return `${question}/${position}`;
}

/** Every report, source by source in paragraph order, with all its fields resolved. */
export function reportTable(archive: Archive): Table {
  const standings = new Map(
    archive.questions.flatMap(({ entry, positions }) =>
      positions.map(({ id, standing }) => [positionKey(entry.id, id), standing] as const),
    ),
  );
  const answers = (report: Report): string[] => [
    ...new Set(report.answers.map(({ question, position }) => positionKey(question, position))),
  ];
  return table(archive.reports, [
    {
      name: 'report',
      means: 'The key of the report: its source and its number there. It never changes once published.',
      type: 'string',
      of: ({ key }) => key,
    },
    {
      name: 'source',
      means: 'The text in which the report stands.',
      type: 'string',
      of: (report) => refKey(sourceRef(report)),
    },
    {
      name: 'source_name',
      means: 'The short name of that text.',
      type: 'string',
      of: (report) => entryName(archive, sourceRef(report)),
    },
    {
      name: 'paragraph',
      means: 'The paragraph of the captured text, counted from 1.',
      type: 'integer',
      of: ({ paragraph }) => paragraph,
    },
    {
      name: 'says',
      means: 'What is stated, in our own words, attributed to nobody: the next columns do that.',
      type: 'string',
      of: ({ says }) => says,
    },
    {
      name: 'evidence',
      means: 'The words of that paragraph that carry it, letter for letter, ten at most.',
      type: 'string',
      of: ({ evidence }) => evidence,
    },
    {
      name: 'voice',
      means: 'Whose statement it is: a group, a person or an organisation, or the text itself.',
      type: 'string',
      of: ({ voice }) => refKey(voice),
    },
    {
      name: 'voice_name',
      means: 'The name of that voice.',
      type: 'string',
      of: ({ voice }) => entryName(archive, voice),
    },
    {
      name: 'side',
      means: 'The side of that voice.',
      type: 'string',
      vocabulary: SIDE,
      of: ({ voice }) => archive.sideOf(voice),
    },
    {
      name: 'speaker',
      means: 'How the text describes a voice that it does not name.',
      type: 'string',
      of: ({ speaker }) => speaker,
    },
    {
      name: 'carriers',
      means: 'Those who passed the statement on between the voice and the text, nearest the voice first.',
      type: 'list',
      of: ({ via }) => via.map(refKey),
    },
    {
      name: 'mode',
      means: 'How the voice stands to its statement.',
      type: 'string',
      vocabulary: MODE,
      of: ({ mode }) => mode,
    },
    {
      name: 'said_on',
      means: 'When it was said (EDTF), where the text tells or lets us reckon it.',
      type: 'string',
      of: ({ on }) => on,
    },
    {
      name: 'said_on_inferred',
      means: 'Why that date is inferred. Nothing here: the text gives the date itself, or there is none.',
      type: 'string',
      of: ({ inferred }) => inferred,
    },
    { name: 'about', means: 'What it concerns.', type: 'list', of: ({ about }) => about.map(refKey) },
    {
      name: 'answers',
      means: 'The positions it takes on questions, as question/position.',
      type: 'list',
      of: answers,
    },
    {
      name: 'standings',
      means: 'The standing of each of those positions, in the same order.',
      type: 'list',
      vocabulary: STANDING,
      of: (report) => answers(report).flatMap((key) => standings.get(key) ?? []),
    },
    {
      name: 'address',
      means: 'Where the report stands on the site.',
      type: 'string',
      of: ({ key }) => path(reportAddress(key)),
    },
  ]);
}

/** Every position of every question, with its voices, its echoes and its standing. */
export function positionTable(archive: Archive): Table {
  const items = archive.questions.flatMap((question) =>
    question.positions.map((position) => ({ question, position })),
  );
  return table<{ question: Question; position: Position }>(items, [
    {
      name: 'position',
      means: 'The key of the position, as the reports have it under answers.',
      type: 'string',
      of: ({ question, position }) => positionKey(question.entry.id, position.id),
    },
    {
      name: 'question',
      means: 'The question it answers.',
      type: 'string',
      of: ({ question }) => refKey({ collection: 'questions', id: question.entry.id }),
    },
    {
      name: 'question_title',
      means: 'The words of the question.',
      type: 'string',
      of: ({ question }) => question.entry.data.title,
    },
    {
      name: 'question_standing',
      means: 'The standing of the whole question.',
      type: 'string',
      vocabulary: STANDING,
      of: ({ question }) => question.standing,
    },
    {
      name: 'answer',
      means: 'The position in a few words.',
      type: 'string',
      of: ({ position }) => position.answer,
    },
    {
      name: 'standing',
      means: 'The standing of this position.',
      type: 'string',
      vocabulary: STANDING,
      of: ({ position }) => position.standing,
    },
    {
      name: 'voices',
      means: 'Those who take it, each named once, in the order of their first report.',
      type: 'list',
      of: ({ position }) => position.voices.map(({ ref }) => refKey(ref)),
    },
    {
      name: 'sides',
      means: 'The sides of those voices, each named once.',
      type: 'list',
      vocabulary: SIDE,
      of: ({ position }) => [...new Set(position.voices.map(({ side }) => side))],
    },
    {
      name: 'reports',
      means: 'All reports that take it. There are as many or more of them as voices: the rest are echoes.',
      type: 'list',
      of: ({ position }) => position.reports.map(({ key }) => key),
    },
    {
      name: 'address',
      means: 'Where the position stands on the site.',
      type: 'string',
      of: ({ question, position }) => path(positionAddress(question.entry.id, position.id)),
    },
  ]);
}

/** One value of a field: sourced, or known of a source text. */
interface Value {
  readonly value: string | EntryRef;
  readonly reports?: readonly { readonly source: string; readonly report: number }[];
  readonly how?: string;
  readonly note?: string;
  readonly inferred?: string;
}

function isValue(item: unknown): item is Value {
  return typeof item === 'object' && item !== null && 'value' in item && ('reports' in item || 'how' in item);
}

type PageEntry = Entry<PageCollection>;

function pageEntries(archive: Archive): PageEntry[] {
  return PAGE_COLLECTIONS.flatMap((name): readonly PageEntry[] => archive.list(name));
}

/** Every value of every infobox: one row a value, so that a disagreement is several rows. */
export function factTable(archive: Archive): Table {
  const items = pageEntries(archive).flatMap((entry) =>
    Object.entries(entry.data).flatMap(([field, content]) =>
      [content].flat().flatMap((item) => (isValue(item) ? [{ entry, field, item }] : [])),
    ),
  );
  return table<{ entry: PageEntry; field: string; item: Value }>(items, [
    { name: 'entity', means: 'What the fact is about.', type: 'string', of: ({ entry }) => refKey(entry) },
    {
      name: 'entity_name',
      means: 'Its name.',
      type: 'string',
      of: ({ entry }) => entryName(archive, entry),
    },
    { name: 'field', means: 'What is told of it.', type: 'string', of: ({ field }) => field },
    {
      name: 'value',
      means: 'The value: words, a date (EDTF), or the id of an entity.',
      type: 'string',
      of: ({ item }) => (isEntryRef(item.value) ? refKey(item.value) : item.value),
    },
    {
      name: 'value_name',
      means: 'The name of that entity, where the value is one.',
      type: 'string',
      of: ({ item }) => (isEntryRef(item.value) ? entryName(archive, item.value) : undefined),
    },
    {
      name: 'reports',
      means: 'The reports it rests on.',
      type: 'list',
      of: ({ item }) => item.reports?.map(reportKey) ?? [],
    },
    {
      name: 'how_known',
      means: 'For what is known of a source text, in place of reports: how it is known.',
      type: 'string',
      vocabulary: HOW,
      of: ({ item }) => item.how,
    },
    { name: 'note', means: 'What qualifies the value.', type: 'string', of: ({ item }) => item.note },
    {
      name: 'inferred',
      means: 'Why the value is inferred, where it stands in no text as such.',
      type: 'string',
      of: ({ item }) => item.inferred,
    },
  ]);
}

/** A record of an export: what JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Data of a content file as JSON: references become the keys they were written as. */
function plain(value: unknown): Json {
  if (isEntryRef(value)) return refKey(value);
  if (isReportRef(value)) return reportKey(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null) {
    const told = Object.entries(value).filter(([, item]) => item !== undefined);
    return Object.fromEntries(told.map(([key, item]) => [key, plain(item)]));
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** The fields of a file, with its summary as words and the reports that those rest on. */
function record(entry: PageEntry): Record<string, Json> {
  const { title, summary, ...fields } = entry.data;
  const cited = splitCitations(summary).flatMap((piece) => (piece.type === 'citation' ? piece.keys : []));
  return {
    id: refKey(entry),
    collection: entry.collection,
    title,
    summary: withoutCitations(summary),
    summary_reports: cited.filter((key) => parseReportRef(key) !== undefined),
    ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, plain(value)])),
    address: path(pageAddress(entry)),
  };
}

/** Every entry with a page, except the questions, with all its fields. */
export function entityRecords(archive: Archive): Json[] {
  return pageEntries(archive)
    .filter(({ collection }) => collection !== 'questions')
    .map(record);
}

/** Every question with its positions, who takes them, and what follows from that. */
export function questionRecords(archive: Archive): Json[] {
  return archive.questions.map(({ entry, positions, standing }) => ({
    ...record(entry),
    standing,
    positions: positions.map(({ id, answer, standing: own, voices, reports }) => ({
      position: positionKey(entry.id, id),
      answer,
      standing: own,
      voices: voices.map((voice) => ({
        voice: refKey(voice.ref),
        name: entryName(archive, voice.ref),
        side: voice.side,
        reports: voice.reports.map(({ key }) => key),
      })),
      reports: reports.map(({ key }) => key),
      address: path(positionAddress(entry.id, id)),
    })),
  }));
}

/**
 * Every event at each of its places, as GeoJSON features (RFC 7946). A place that is an area, or whose
 * position is in no record, has no geometry: never a false pin.
 */
export function eventFeatures(archive: Archive): Json[] {
  return archive.list('events').flatMap((event): Json[] => {
    const { title, kind, date, places, actors } = event.data;
    const told = places.length > 0 ? places : [undefined];
    return told.map((at) => {
      const place = at && archive.entry({ collection: 'places', id: at.value.id });
      const point = place?.data.point;
      return {
        type: 'Feature',
        geometry: point ? { type: 'Point', coordinates: [point.longitude, point.latitude] } : null,
        properties: {
          event: refKey(event),
          name: title,
          kind,
          dates: date.map(({ value }) => value),
          actors: actors.map(({ value }) => refKey(value)),
          place: at ? refKey(at.value) : null,
          place_name: place?.data.title ?? null,
          precision: point?.precision ?? null,
          area: plain(place?.data.area ?? []),
          reports: at ? at.reports.map(reportKey) : [],
          address: path(pageAddress(event)),
        },
      };
    });
  });
}
