import { describe, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { reportDay } from '../../src/archive/report-dates.ts';
import {
  INDENT,
  layoutStatements,
  LINE,
  PITCH,
  SMALL_SIZE,
  TEXT_SIZE,
  WIDTH,
} from '../../src/charts/statements-layout.ts';
import { statements, statementTable } from '../../src/charts/statements.ts';
import { textWidth } from '../../src/charts/text.ts';
import { DAY, isoDay } from '../../src/model/dates.ts';
import { refKey } from '../../src/model/references.ts';
import { SIDES } from '../../src/model/sides.ts';
import { ownArchive, archiveWith } from '../support/archive.ts';
import { edited, SOUND } from '../support/library.ts';

interface Said {
  readonly by: string;
  readonly on: string;
  readonly answers?: string;
}

/** The sound library with more reports in the Gazette's second paragraph. */
function saying(said: readonly Said[]): Archive {
  const rows = said.map(
    ({ by, on, answers = '' }, index) =>
      `  - { id: ${100 + index}, paragraph: 2, says: Statement ${index}., evidence: shut for ten days, by: ${by}, mode: said, on: '${on}', about: [events/closure], answers: [${answers}] }\n`,
  );
  return archiveWith({
    // No report is dated after its source.
    ...edited('sources/gazette.mdx', 'date:\n  value: 2024-03-05\n  how: printed\n', ''),
    'reports/gazette.yaml': `${SOUND['reports/gazette.yaml']}${rows.join('')}`,
  });
}

/** A library in which one voice makes a statement on each of these days. */
const on = (days: readonly string[], by = 'people/ada'): Said[] => days.map((day) => ({ by, on: day }));
const times = <Item>(length: number, item: (index: number) => Item): Item[] =>
  Array.from({ length }, (_, index) => item(index));
const same = (length: number, day: string): string[] => times(length, () => day);
const site = ownArchive();

const LIBRARIES: Readonly<Record<string, Archive>> = {
  'the site': site,
  'one statement': archiveWith({}),
  'no dated statement': archiveWith({
    'reports/gazette.yaml': SOUND['reports/gazette.yaml']?.replace(/ {4}on: .*\n {4}inferred: .*\n/, ''),
  }),
  'forty on one day': saying(on(same(40, '2024-03-05'))),
  'two fullest days': saying([
    ...on(same(30, '2024-03-05')),
    ...on(same(20, '2024-03-09'), 'groups/boatmen'),
  ]),
  'ten days, each in a month of its own': saying(on(times(9, (index) => `2024-0${index + 1}-20`))),
  'forty days': saying(on(times(40, (index) => isoDay(Date.UTC(2024, 2, 4 + index))))),
  'thirty years': saying(on(times(9, (index) => `${1990 + index * 3}-05-01`))),
};

describe.each(Object.entries(LIBRARIES))('the statements of %s', (_name, archive) => {
  const data = statements(archive);
  const layout = layoutStatements(data);
  const dated = archive.heldReports.filter((report) => reportDay(report) !== undefined);
  const marks = layout.lanes.flatMap(({ rows }) => rows.flatMap((row) => row.marks));

  test('every report with a known day is one mark, in the row of its voice and the lane of its side', () => {
    expect(marks.map(({ report }) => report.key).sort()).toEqual(dated.map(({ key }) => key).sort());
    for (const { side, rows } of layout.lanes) {
      for (const { ref, marks: own } of rows) {
        expect(archive.sideOf(ref)).toBe(side);
        for (const { report } of own) expect(refKey(report.voice)).toBe(refKey(ref));
      }
    }
  });

  test('every other report is counted beside its lane', () => {
    for (const { side, dated: known, undated } of data.lanes) {
      const all = archive.heldReports.filter((report) => archive.sideOf(report.voice) === side);
      const withDay = all.filter((report) => reportDay(report) !== undefined);
      expect([known, undated]).toEqual([withDay.length, all.length - withDay.length]);
    }
    expect(data.lanes.map(({ side }) => side)).toEqual(
      SIDES.filter((side) => archive.heldReports.some(({ voice }) => archive.sideOf(voice) === side)),
    );
  });

  test('columns are few, in order, have every day once, and say how many days they leave out', () => {
    const { columns } = data;
    expect(columns.length).toBeLessThanOrEqual(10);
    for (const report of dated) {
      const day = reportDay(report) as string;
      expect(columns.filter(({ from, to }) => day >= from && day <= to)).toHaveLength(1);
    }
    columns.forEach(({ from, silent }, index) => {
      const before = columns[index - 1];
      if (!before) return;
      expect(from > before.to).toBe(true);
      expect((Date.parse(from) - Date.parse(before.to)) / DAY - 1).toBe(silent);
    });
  });

  test('marks are in their column and do not touch', () => {
    for (const mark of marks) {
      const { day, x, y } = mark;
      const placed = layout.columns.find(({ from, to }) => day >= from && day <= to);
      expect(placed).toBeDefined();
      if (!placed) continue;
      expect(x - PITCH / 2).toBeGreaterThanOrEqual(placed.x - 1e-9);
      expect(x + PITCH / 2).toBeLessThanOrEqual(placed.x + placed.width + 1e-9);
      for (const other of marks) {
        if (other === mark) continue;
        expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThanOrEqual(PITCH - 1e-9);
      }
    }
  });

  test('everything is in the frame, and labels do not overlap', () => {
    const columns = layout.columns;
    const last = columns.at(-1);
    if (last) expect(last.x + last.width).toBeCloseTo(WIDTH);
    columns.forEach(({ x, gap, silent, head, under }, index) => {
      const before = columns[index - 1];
      expect(x - gap).toBeCloseTo(before ? before.x + before.width : x - gap);
      expect(gap > 0).toBe(silent > 0);
      for (const [line, words] of [head, under].entries()) {
        if (words === undefined) continue;
        const next = columns.slice(index + 1).find((each) => line === 0 || each.under !== undefined);
        expect(x + 7 + textWidth(words, SMALL_SIZE)).toBeLessThanOrEqual(next?.x ?? WIDTH);
      }
    });
    const start = columns[0]?.x ?? WIDTH;
    for (const { y, rowsTop, bottom, rows } of layout.lanes) {
      expect(bottom).toBeLessThanOrEqual(layout.height);
      rows.forEach((row, index) => {
        expect(row.y - LINE).toBeGreaterThanOrEqual(index === 0 ? y : (rows[index - 1]?.y ?? 0));
        for (const line of row.lines) expect(INDENT + textWidth(line, TEXT_SIZE)).toBeLessThanOrEqual(start);
        expect(row.y + LINE * (row.lines.length - 1)).toBeLessThan(rows[index + 1]?.y ?? bottom);
        for (const mark of row.marks) {
          expect(mark.y).toBeGreaterThan(rowsTop);
          expect(mark.y + PITCH / 2 - 1).toBeLessThanOrEqual(bottom);
        }
      });
    }
  });

  test('lines join opposing marks, the earlier first', () => {
    expect(layout.links).toHaveLength(data.oppositions.length);
    for (const { earlier, later, question } of data.oppositions) {
      expect(question.entry.data.exclusive).toBe(true);
      expect(earlier.day <= later.day).toBe(true);
      const taken = [earlier, later].map(({ report }) =>
        report.answers.find((answer) => answer.question === question.entry.id),
      );
      expect(taken[0]?.position).not.toBe(taken[1]?.position);
      expect(refKey(earlier.report.voice)).not.toBe(refKey(later.report.voice));
    }
  });

  test('the table equals the archive', () => {
    const table = statementTable(archive, data);
    expect(table.map(({ report, day, side }) => `${day} ${side} ${report.key}`).sort()).toEqual(
      dated.map((report) => `${reportDay(report)} ${archive.sideOf(report.voice)} ${report.key}`).sort(),
    );
    expect(table.map(({ day }) => day)).toEqual(table.map(({ day }) => day).sort());
    for (const { report, against } of table) {
      const disputed = report.answers.filter(
        ({ question, position }) =>
          archive.question(question).positions.find(({ id }) => id === position)?.standing === 'disputed',
      );
      expect(against.map(({ question }) => question.entry.id)).toEqual(
        disputed.map(({ question }) => question),
      );
      for (const { voices } of against) {
        expect(voices.length).toBeGreaterThan(0);
        expect(voices.map(refKey)).not.toContain(refKey(report.voice));
      }
    }
  });
});

test('marks are at least 24 CSS pixels apart and words 11 high at the smallest size shown', () => {
  // `@container chart (width >= 52rem)` in src/styles/statements-timeline.css, with a rem of 17 pixels.
  const scale = (52 * 17) / WIDTH;
  expect(PITCH * scale).toBeGreaterThanOrEqual(24);
  expect(SMALL_SIZE * scale).toBeGreaterThanOrEqual(11);
});

describe('opposition', () => {
  const archive = saying([
    { by: 'groups/boatmen', on: '2024-03-04', answers: 'was-it-unsafe/safe' },
    { by: 'organisations/town', on: '2024-03-05', answers: 'was-it-unsafe/unsafe' },
    { by: 'people/ada', on: '2024-03-06', answers: 'was-it-unsafe/unsafe' },
    { by: 'groups/boatmen', on: '2024-03-07', answers: 'was-it-unsafe/safe' },
    { by: 'people/ada', on: '2024-03-08' },
  ]);
  const data = statements(archive);

  test('joins the first statement of each voice to the last statements before it that take another position', () => {
    const pairs = data.oppositions.map(({ earlier, later }) => [earlier.report.key, later.report.key]);
    expect(pairs).toEqual([
      ['gazette/100', 'gazette/101'],
      ['gazette/100', 'gazette/102'],
    ]);
  });

  test('is named in the table for every statement that takes a disputed position', () => {
    const table = statementTable(archive, data);
    const against = (key: string): string[] =>
      table
        .filter(({ report }) => report.key === key)
        .flatMap((row) => row.against.flatMap(({ voices }) => voices.map(refKey)));
    expect(against('gazette/100')).toEqual(['organisations/town', 'people/ada']);
    expect(against('gazette/103')).toEqual(['organisations/town', 'people/ada']);
    expect(against('gazette/102')).toEqual(['groups/boatmen']);
    expect(against('gazette/104')).toEqual([]);
  });
});

test.each([
  ['days if these are few', 'two fullest days', ['4 Mar 2024', '5', '9']],
  ['else weeks', 'forty days', ['4–10 Mar 2024', '11–17', '18–24', '25–31', '1–7 Apr', '8–14']],
])('columns are %s', (_name, library, heads) => {
  const { columns } = statements(LIBRARIES[library] as Archive);
  expect(columns.map(({ head, under = '' }) => `${head} ${under}`.trim())).toEqual(heads);
});
