// Writes the exports: CSV for spreadsheets, JSON for programs, GeoJSON for maps, and the data package that describes
// them. The same content gives the same bytes and the same version.
import { stringify } from 'csv-stringify/sync';
import type { Archive } from '../archive/archive.ts';
import { sha256 } from '../util/sha256.ts';
import { factTable } from './fact-table.ts';
import { positionTable } from './position-table.ts';
import { entityRecords, eventFeatures, questionRecords, type Json } from './records.ts';
import { reportTable } from './report-table.ts';
import type { Table } from './table.ts';

/** Separates the items of a list in a CSV cell. Items are ids and keys, which cannot contain it. */
export const LIST_SEPARATOR = '; ';

export interface DataFile {
  readonly name: string;
  /** One sentence on the content. */
  readonly about: string;
  readonly media: 'text/csv' | 'application/json' | 'application/geo+json';
  /** The number of rows, records or features. */
  readonly count: number;
  readonly body: string;
  /** The size of the body in UTF-8. */
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
  /** The table that the file holds, if it holds one. */
  readonly table?: Table;
}

export interface DataFiles {
  /** The first 12 digits of a SHA-256 over the names and hashes of all files. */
  readonly version: string;
  readonly files: readonly DataFile[];
}

/**
 * Writes a table as CSV (RFC 4180) with a header, CRLF and a byte order mark, which tells Excel that it is UTF-8.
 * Puts an apostrophe before a text that a spreadsheet would run as a formula, one that begins with `=`, `+`, `-`,
 * `@` or a control character: https://owasp.org/www-community/attacks/CSV_Injection .
 */
export function tableCsv({ columns, rows }: Table): string {
  return stringify([...rows], {
    bom: true,
    header: true,
    columns: columns.map(({ name }) => name),
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { object: (list) => (Array.isArray(list) ? list.join(LIST_SEPARATOR) : '') },
  });
}

/** Writes records as a JSON array with one record on each line, so that line-based diffs of two versions are useful. */
export function jsonLines(records: readonly Json[]): string {
  return `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`;
}

/** The rows of a table as records, with null for an unknown value. */
function tableRecords({ columns, rows }: Table): Json[] {
  return rows.map((row) => Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null])));
}

function filesOf(archive: Archive): DataFile[] {
  const file = (
    name: string,
    about: string,
    content: Pick<DataFile, 'media' | 'count' | 'body' | 'table'>,
  ): DataFile => ({
    name,
    about,
    ...content,
    bytes: Buffer.byteLength(content.body),
    sha256: sha256(content.body),
  });
  const csv = (name: string, about: string, of: Table): DataFile =>
    file(name, about, { media: 'text/csv', count: of.rows.length, body: tableCsv(of), table: of });
  const json = (name: string, about: string, records: readonly Json[]): DataFile =>
    file(name, about, { media: 'application/json', count: records.length, body: jsonLines(records) });
  const reports = reportTable(archive);
  const features = eventFeatures(archive);
  return [
    csv('reports.csv', 'Every report: who said what, who passed it on, and where it is printed.', reports),
    json('reports.json', 'The same reports, for programs.', tableRecords(reports)),
    csv(
      'positions.csv',
      'Every answer to every question: who gives it, and its standing (disputed, one side and so on).',
      positionTable(archive),
    ),
    json(
      'questions.json',
      'Every question with its answers and who gives them; also questions without an answer.',
      questionRecords(archive),
    ),
    csv(
      'facts.csv',
      'Every value in the fact boxes of entries, with the reports that it rests on.',
      factTable(archive),
    ),
    json(
      'entities.json',
      'All other entries (people, places, sources, terms and so on), with all their fields.',
      entityRecords(archive),
    ),
    file('events.geojson', 'Every event at each of its places. A whole region has no coordinates.', {
      media: 'application/geo+json',
      count: features.length,
      body: `{"type":"FeatureCollection","features":${jsonLines(features).trimEnd()}}\n`,
    }),
  ];
}

const memo = new WeakMap<Archive, DataFiles>();

/** All files of an archive, and the version of their content. Memoised by archive. */
export function dataFiles(archive: Archive): DataFiles {
  const cached = memo.get(archive);
  if (cached) return cached;
  const files = filesOf(archive);
  const version = sha256(files.map((file) => `${file.name} ${file.sha256}\n`).join('')).slice(0, 12);
  const all = { version, files };
  memo.set(archive, all);
  return all;
}

function fieldsOf({ columns }: Table): Json[] {
  return columns.map(({ name, means, type, vocabulary }) => ({
    name,
    // Version 2 of the standard has a type for lists, but its own profile lacks it.
    type: type === 'list' ? 'string' : type,
    description: type === 'list' ? `${means} A list, its items separated by "${LIST_SEPARATOR}".` : means,
    ...(vocabulary && type !== 'list'
      ? { categories: Object.entries(vocabulary.values).map(([value, label]) => ({ value, label })) }
      : {}),
  }));
}

/** Describes the files for programs, as a Data Package (https://datapackage.org/standard/data-package/). */
export function dataPackage({ version, files }: DataFiles): string {
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'claimed-and-denied',
    title: 'Claimed & Denied: all reports as data',
    version,
    licenses: [
      {
        name: 'CC-BY-4.0',
        title: 'Creative Commons Attribution 4.0 International',
        path: 'https://creativecommons.org/licenses/by/4.0/',
      },
    ],
    resources: files.map(({ name, about, media, bytes, sha256: hash, table }) => ({
      name: name.replace('.', '-'),
      path: name,
      description: about,
      format: name.replace(/^.*\./, ''),
      mediatype: media,
      encoding: 'utf-8',
      bytes,
      hash: `sha256:${hash}`,
      ...(table && { type: 'table', schema: { fields: fieldsOf(table) } }),
    })),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}
