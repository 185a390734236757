import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { factTable } from '../../src/exports/fact-table.ts';
import { dataFiles, dataPackage, LIST_SEPARATOR, tableCsv } from '../../src/exports/files.ts';
import { positionTable } from '../../src/exports/position-table.ts';
import { entityRecords, eventFeatures, questionRecords } from '../../src/exports/records.ts';
import { reportTable } from '../../src/exports/report-table.ts';
import type { Table } from '../../src/exports/table.ts';
import { ENTRY_COLLECTIONS } from '../../src/model/references.ts';
import { ownArchive, archiveWith } from '../support/archive.ts';
import { edited, SOUND } from '../support/library.ts';

const archive = archiveWith();

/** The rows of a CSV file, read by an independent parser. */
function read(csv: string): Record<string, string>[] {
  return parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' });
}

/** The rows of a table as CSV has them: text only. */
function asText({ columns, rows }: Table): Record<string, string>[] {
  return rows.map((row) =>
    Object.fromEntries(
      columns.map(({ name }) => {
        const cell = row[name];
        return [name, cell === undefined ? '' : typeof cell === 'object' ? cell.join('; ') : String(cell)];
      }),
    ),
  );
}

function file(of: Archive, name: string): string {
  const found = dataFiles(of).files.find((one) => one.name === name);
  if (!found) throw new RangeError(`No file ${name}`);
  return found.body;
}

describe('tables', () => {
  test('a number has no commas between its thousands', () => {
    const population = 'population: [{ value: "1,000", reports: [gazette/4] }]';
    const counted = archiveWith(edited('places/old-bridge.mdx', 'kind:', `${population}\nkind:`));
    const values = read(file(counted, 'facts.csv')).filter(({ field }) => field === 'population');
    expect(values.map(({ value }) => value)).toEqual(['1000']);
  });

  test('a report has all its fields, with references resolved to names', () => {
    expect(reportTable(archive).rows[3]).toEqual({
      report: 'gazette/4',
      source: 'sources/gazette',
      source_name: 'Gazette',
      capture: 'held',
      paragraph: 3,
      says: 'The bridge was never unsafe.',
      evidence: 'it was never unsafe',
      voice: 'groups/boatmen',
      voice_name: 'The Boatmen',
      side: 'militia',
      speaker: 'boatmen',
      carriers: [],
      chain: 'The Boatmen → Gazette ¶3',
      mode: 'claimed',
      said_on: undefined,
      said_on_inferred: undefined,
      published_on: '2024-03-05',
      date: '2024-03-05',
      about: ['places/old-bridge', 'terms/unsafe'],
      answers: ['was-it-unsafe/safe'],
      standings: ['disputed'],
      confirms: [],
      contradicts: [],
      corrects: [],
      completes: [],
      same_as: [],
      address: 'sources/gazette.html#r4',
    });
    const carried = { carriers: ['organisations/town'], chain: 'Ada → The town → Gazette ¶2' };
    const said_on_inferred = 'Monday, in a paper dated Tuesday 5 March 2024';
    const dated = { said_on: '2024-03-04', said_on_inferred, date: '2024-03-04' };
    expect(reportTable(archive).rows[1]).toMatchObject({ voice_name: 'Ada', ...carried, ...dated });
  });

  test('a text that speaks for itself is its own voice', () => {
    const own = { voice: 'sources/gazette', voice_name: 'Gazette', side: 'press' };
    expect(reportTable(archive).rows[0]).toMatchObject(own);
  });

  test('a position has its voices, sides and echoes', () => {
    expect(positionTable(archive).rows).toEqual([
      {
        position: 'was-it-unsafe/unsafe',
        question: 'questions/was-it-unsafe',
        question_title: 'Was the bridge unsafe?',
        question_standing: 'disputed',
        answer: 'It was unsafe',
        standing: 'disputed',
        standing_with_seen: 'disputed',
        voices: ['organisations/town'],
        sides: ['kyiv'],
        reports: ['herald/1'],
        seen_reports: [],
        address: 'questions/was-it-unsafe.html#position-unsafe',
      },
      expect.objectContaining({ position: 'was-it-unsafe/safe', voices: ['groups/boatmen'] }),
    ]);
  });

  test('a fact has its entity, its value and its reports', () => {
    const facts = factTable(archive).rows;
    const about = (entity: string, field: string) =>
      facts.find((row) => row['entity'] === entity && row['field'] === field);
    expect(about('groups/boatmen', 'leaders')).toEqual({
      entity: 'groups/boatmen',
      entity_name: 'The Boatmen',
      field: 'leaders',
      value: 'people/ada',
      value_name: 'Ada',
      reports: ['gazette/4'],
      how_known: undefined,
      note: undefined,
      inferred: undefined,
    });
    const inferred = 'Monday, in a paper dated Tuesday 5 March 2024';
    expect(about('events/closure', 'date')).toMatchObject({ value: '2024-03-04', inferred });
    const publisher = { value: 'organisations/gazette', value_name: 'The Gazette', how_known: 'printed' };
    expect(about('sources/gazette', 'publisher')).toMatchObject({ ...publisher, reports: [] });
  });

  test('a distance is a row in words, and a record with the key of the other place', () => {
    const quay = SOUND['places/old-bridge.mdx']?.replace('The old bridge', 'The quay');
    const distance = 'distance: [{ value: { km: 2.5, from: places/quay }, reports: [gazette/1] }]';
    const bridge = edited('places/old-bridge.mdx', 'kind:', `${distance}\nkind:`);
    const far = archiveWith({ 'places/quay.mdx': quay, ...bridge });
    const reports = ['gazette/1'];
    const row = { field: 'distance', value: '2.5 km from the quay', reports };
    expect(factTable(far).rows).toContainEqual(expect.objectContaining(row));
    const record = { distance: [{ value: { km: 2.5, from: 'places/quay' }, reports }] };
    expect(entityRecords(far)).toContainEqual(expect.objectContaining(record));
  });

  test('every row has every column of the codebook, and no other', () => {
    for (const table of [reportTable(archive), positionTable(archive), factTable(archive)]) {
      for (const row of table.rows) expect(Object.keys(row)).toEqual(table.columns.map(({ name }) => name));
    }
  });

  test('the codebook says what a column means in plain words, without marks of code', () => {
    for (const { columns } of [reportTable(archive), positionTable(archive), factTable(archive)])
      for (const { means } of columns) expect(means).not.toContain('`');
  });
});

describe('records', () => {
  test('references are written as keys, the summary as words with its reports', () => {
    const records = entityRecords(archive);
    expect(records).toContainEqual({
      id: 'people/ada',
      collection: 'people',
      title: 'Ada',
      summary: 'The mayor.',
      summary_reports: ['gazette/3'],
      aliases: [],
      changes: [],
      formerly: [],
      side: 'kyiv',
      role: [{ value: 'Mayor', reports: ['gazette/3'] }],
      speaks_for: [{ value: 'organisations/town', reports: ['gazette/3'] }],
      address: 'people/ada.html',
    });
  });

  test('[@none] is not listed as a report', () => {
    expect(entityRecords(archive)).toContainEqual(
      expect.objectContaining({ id: 'organisations/noticeboard', summary_reports: [] }),
    );
  });

  test('a question has its positions with their voices', () => {
    expect(questionRecords(archive)).toEqual([
      expect.objectContaining({
        id: 'questions/was-it-unsafe',
        standing: 'disputed',
        exclusive: true,
        about: ['places/old-bridge'],
        would_settle: ["The engineer's report"],
        positions: [
          {
            position: 'was-it-unsafe/unsafe',
            answer: 'It was unsafe',
            standing: 'disputed',
            standing_with_seen: 'disputed',
            voices: [{ voice: 'organisations/town', name: 'The town', side: 'kyiv', reports: ['herald/1'] }],
            reports: ['herald/1'],
            address: 'questions/was-it-unsafe.html#position-unsafe',
          },
          expect.objectContaining({ position: 'was-it-unsafe/safe' }),
        ],
      }),
    ]);
  });
});

describe('GeoJSON', () => {
  const place = 'point: { latitude: 50.5, longitude: 35.7, precision: 1, from: a survey }';

  test('longitude comes before latitude; the properties have the precision', () => {
    expect(eventFeatures(archive)).toEqual([
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [35.7, 50.5] },
        properties: {
          event: 'events/closure',
          name: 'Closure of the old bridge',
          kind: 'measure',
          dates: ['2024-03-04'],
          actors: [],
          place: 'places/old-bridge',
          place_name: 'The old bridge',
          precision: 1,
          area: [],
          reports: ['gazette/1'],
          address: 'events/closure.html',
        },
      },
    ]);
  });

  const BRIDGE = 'places:\n  - value: places/old-bridge\n    reports: [gazette/1]\n';

  test.each([
    [
      'an area',
      edited('places/old-bridge.mdx', place, 'area: [RU-BEL]'),
      { area: ['RU-BEL'], precision: null },
    ],
    ['an event that nobody places', edited('events/closure.mdx', BRIDGE, ''), { place: null, reports: [] }],
  ])('%s has a feature without a point', (_what, changes, properties) => {
    expect(eventFeatures(archiveWith(changes))).toMatchObject([
      { geometry: null, properties: { event: 'events/closure', ...properties } },
    ]);
  });
});

describe('CSV', () => {
  const table = (...texts: string[]): Table => ({
    columns: [
      { name: 'text', means: '', type: 'string' },
      { name: 'n', means: '', type: 'integer' },
      { name: 'list', means: '', type: 'list' },
    ],
    rows: texts.map((text, n) => ({ text, n, list: ['a/1', 'b/2'] })),
  });

  test('RFC 4180 with a byte order mark: CRLF, a header, quotation marks doubled', () => {
    expect(tableCsv(table('plain', 'a "word", and\na line'))).toBe(
      '\uFEFFtext,n,list\r\nplain,0,a/1; b/2\r\n"a ""word"", and\na line",1,a/1; b/2\r\n',
    );
  });

  const HARMLESS = ['', ' =1', "'quoted'", '«Ёлка»', '<script>alert(1)</script>', 'a\r\nb', '"', ',', '€-1'];
  const FORMULAS = ['=1+1', '+7', '-5 dead', '@SUM(A1)', '\t=1', '\r=1', '＝1', "=cmd|' /C calc'!A0"];

  test.each(HARMLESS)('%j is unchanged after writing and reading', (text) => {
    expect(read(tableCsv(table(text)))).toEqual([{ text, n: '0', list: 'a/1; b/2' }]);
  });

  test.each(FORMULAS)('%j gets an apostrophe, so that no spreadsheet runs it', (text) => {
    expect(read(tableCsv(table(text)))[0]?.['text']).toBe(`'${text}`);
  });

  test('a negative number stays a number', () => {
    const below = { ...table(), rows: [{ text: 'x', n: -3, list: [] }] };
    expect(read(tableCsv(below))).toEqual([{ text: 'x', n: '-3', list: '' }]);
  });
});

describe('hostile text in a report', () => {
  const says = '=HYPERLINK("https://example.org","<script>alert(1)</script>"); "Ёж",\\';
  const hostile = archiveWith(
    edited('reports/herald.yaml', 'says: The bridge is unsafe.', `says: ${JSON.stringify(says)}`),
  );

  test('is unchanged in JSON', () => {
    const rows = JSON.parse(file(hostile, 'reports.json')) as { says: string }[];
    expect(rows.at(-1)?.says).toBe(says);
  });

  test('has one apostrophe in CSV, and moves no other cell', () => {
    const [expected] = asText(reportTable(hostile)).slice(-1);
    expect(read(file(hostile, 'reports.csv')).at(-1)).toEqual({ ...expected, says: `'${says}` });
  });
});

describe('files', () => {
  test('counts, sizes and hashes are those of the bodies', () => {
    for (const { name, body, bytes, sha256, count } of dataFiles(archive).files) {
      expect(bytes, name).toBe(new TextEncoder().encode(body).length);
      expect(sha256, name).toBe(createHash('sha256').update(body).digest('hex'));
      const parsed: unknown = name.endsWith('.csv') ? read(body) : JSON.parse(body);
      const rows = name.endsWith('.geojson') ? (parsed as { features: unknown[] }).features : parsed;
      expect(rows, name).toHaveLength(count);
    }
  });

  test('the version depends on the content only', () => {
    const { version } = dataFiles(archive);
    expect(version).toMatch(/^[0-9a-f]{12}$/);
    expect(dataFiles(archiveWith()).version).toBe(version);
    const changed = archiveWith(
      edited('reports/herald.yaml', 'says: The bridge is unsafe.', 'says: The bridge is not safe.'),
    );
    expect(dataFiles(changed).version).not.toBe(version);
  });

  test('the data package describes every file and every column', () => {
    const all = dataFiles(archive);
    const { version, resources } = JSON.parse(dataPackage(all)) as {
      version: string;
      resources: { path: string; bytes: number; hash: string; schema?: { fields: { name: string }[] } }[];
    };
    expect(version).toBe(all.version);
    expect(resources.map(({ path, bytes, hash }) => ({ path, bytes, hash }))).toEqual(
      all.files.map(({ name, bytes, sha256 }) => ({ path: name, bytes, hash: `sha256:${sha256}` })),
    );
    for (const { path, schema } of resources.filter((resource) => resource.schema)) {
      expect(schema?.fields.map(({ name }) => name)).toEqual(
        Object.keys(read(file(archive, path))[0] as Record<string, string>),
      );
    }
  });
});

describe('the real content', () => {
  const real = ownArchive();
  const entries = ENTRY_COLLECTIONS.flatMap((name) => [...real.list(name)]);
  const ids = new Set(entries.map(({ collection, id }) => `${collection}/${id}`));
  const keys = new Set(real.reports.map(({ key }) => key));
  const reports = reportTable(real);
  const positions = positionTable(real);
  const facts = factTable(real);

  test('every report, position, entry and event is exported', () => {
    expect(reports.rows.map(({ report }) => report)).toEqual([...keys]);
    expect(positions.rows).toHaveLength(
      real.questions.reduce((count, question) => count + question.positions.length, 0),
    );
    const records = [...entityRecords(real), ...questionRecords(real)] as { id: string }[];
    expect(new Set(records.map(({ id }) => id))).toEqual(ids);
    expect(records).toHaveLength(ids.size);
  });

  test('every key refers to a row', () => {
    const known = new Set(positions.rows.map(({ position }) => position));
    const lists = (table: Table, name: string): string[] =>
      table.rows.flatMap((row) => row[name] as string[]);
    for (const name of ['carriers', 'about'])
      expect(lists(reports, name).filter((id) => !ids.has(id))).toEqual([]);
    expect(lists(reports, 'answers').filter((key) => !known.has(key))).toEqual([]);
    expect(lists(reports, 'standings')).toHaveLength(lists(reports, 'answers').length);
    for (const table of [positions, facts])
      expect(lists(table, 'reports').filter((key) => !keys.has(key))).toEqual([]);
  });

  test('no value is outside its vocabulary', () => {
    for (const { columns, rows } of [reports, positions, facts]) {
      for (const { name, vocabulary } of columns) {
        if (!vocabulary) continue;
        const used = new Set(rows.flatMap((row) => row[name] ?? []).map(String));
        expect([...used.difference(new Set(Object.keys(vocabulary.values)))], name).toEqual([]);
      }
    }
  });

  test('no item of a list contains the separator', () => {
    for (const { columns, rows } of [reports, positions, facts]) {
      for (const { name } of columns.filter(({ type }) => type === 'list')) {
        const items = rows.flatMap((row) => row[name] as string[]);
        expect(items.filter((item) => item.includes(LIST_SEPARATOR.trim()))).toEqual([]);
      }
    }
  });

  test.each([
    ['reports.csv', reports],
    ['positions.csv', positions],
    ['facts.csv', facts],
  ])('%s has all rows and columns when read again', (name, table) => {
    const cells = read(file(real, name)).map((row) =>
      Object.values(row).map((cell) => cell.replace(/^'(?=[-=+@])/, '')),
    );
    expect(cells).toEqual(asText(table).map((row) => Object.values(row)));
  });
});
