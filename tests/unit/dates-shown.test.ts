// Whatever date the check accepts, the build can show: forms of EDTF, valid or not, are combined, and each is either
// refused with a reason, or sorts, prints and exports.
import { expect, test } from 'vitest';
import { referenceText } from '../../src/archive/bibliography-formats.ts';
import { correctionsFeed } from '../../src/archive/feed.ts';
import { eventTable, eventTimeline } from '../../src/charts/events.ts';
import { layoutStatements } from '../../src/charts/statements-layout.ts';
import { statements, statementTable } from '../../src/charts/statements.ts';
import { dataFiles } from '../../src/exports/files.ts';
import { dateOrder, dateSpan, dateWords, edtfDate, edtfDay, htmlDate } from '../../src/model/dates.ts';
import { sortDay } from '../../src/util/search-days.ts';
import { archiveWith } from '../support/archive.ts';
import { edited, SOUND } from '../support/library.ts';

const YEARS = '2023 1500 2199 1499 2200 0999 0044 -0044 0000 9999 Y2023 Y20230'.split(' ');
const UNKNOWN = '202X 20XX 2XXX XXXX -20XX 1XXX 15XX 21XX 14XX'.split(' ');
const PARTS = '-05 -02-29 -12-31 -01-01 -XX -05-XX -XX-XX -XX-22 -2X -13 -05-32'.split(' ');
const SEASONS = '-21 -22 -23 -24 -25 -41'.split(' ');
const POINTS = [...YEARS, ...UNKNOWN].flatMap((year) =>
  ['', ...PARTS, ...SEASONS].flatMap((part) => ['', '~', '?', '%'].map((mark) => year + part + mark)),
);
const ENDS = ['', ...'.. 2022 2023-05-22 2023-12~ 2024-22 2999-12-31 -0044 XXXX 202X 2023-05-XX'.split(' ')];
const INTERVALS = ENDS.flatMap((from) => ENDS.map((to) => `${from}/${to}`));
const OTHERS = '{2022,2023} [2022,2023] {2022..} ..2023 2023-05-22T10:00 1950S2 Y1E5 /2023/ //'.split(' ');
const ALL = [...POINTS, ...INTERVALS, ...OTHERS];
const accepted = ALL.filter((date) => edtfDate.safeParse(date).success);

test('many forms are accepted, and hundreds refused with a reason', () => {
  expect(accepted.length).toBeGreaterThan(80);
  const refused = ALL.filter((date) => !accepted.includes(date));
  expect(refused.length).toBeGreaterThan(500);
  for (const date of refused)
    expect(edtfDate.safeParse(date).error?.issues[0]?.message, date).toMatch(/^an EDTF level 1 date: .*year/);
});

test('each accepted date has a span, an order, words, and a day by which search sorts it', () => {
  const wrong = accepted.filter((date) => {
    const { from, to } = dateSpan(date);
    const inOrder = from === null || to === null || from <= to;
    const html = htmlDate(date);
    const plain = (text: string): boolean =>
      /\d{4}|\d{3}X|\d{2}XX|date not given/.test(text) && !/undefined|NaN/.test(text);
    return !(
      inOrder &&
      !Number.isNaN(dateOrder(date)) &&
      plain(dateWords(date)) &&
      /^[12]\d{3}-\d{2}-\d{2}$/.test(sortDay(date) ?? '2000-01-01') &&
      (html === undefined || !Number.isNaN(Date.parse(html)))
    );
  });
  expect(wrong).toEqual([]);
});

test('each is written as a reference in every format', () => {
  for (const date of accepted) {
    const item = { key: 'k', type: 'webpage', title: 'T', date } as const;
    expect(referenceText(item, 'text'), date).toContain(dateWords(date));
    expect(referenceText(item, 'bibtex'), date).not.toMatch(/undefined|NaN/);
    expect(JSON.parse(referenceText(item, 'csl'))).toMatchObject([{ issued: expect.anything() as unknown }]);
  }
});

test('a site with all of them is drawn and exported', () => {
  const values = accepted.map((date) => `  - { value: "${date}", reports: [gazette/2] }`).join('\n');
  const days = accepted.filter((date) => edtfDay.safeParse(date).success);
  const rows = accepted.map(
    (date, index) =>
      `  - { id: ${index + 10}, paragraph: 2, says: It is shut., evidence: shut, by: people/ada, mode: said, on: "${date}", about: [events/closure] }`,
  );
  const archive = archiveWith({
    // No report is dated after its source.
    ...edited('sources/gazette.mdx', 'date:\n  value: 2024-03-05\n  how: printed\n', ''),
    ...edited('events/closure.mdx', 'date:', `date:\n${values}`),
    ...edited(
      'people/ada.mdx',
      'side:',
      `changes:\n${days.map((day) => `  - { on: "${day}", what: b, why: c }`).join('\n')}\nside:`,
    ),
    'reports/gazette.yaml': `${SOUND['reports/gazette.yaml'] ?? ''}${rows.join('\n')}\n`,
  });
  const timeline = eventTimeline(archive);
  const said = statements(archive);
  const told = statementTable(archive, said).map(({ day }) => day);
  const drawn = [timeline, eventTable(timeline.rows), layoutStatements(said), told];
  // NaN and infinite numbers are null in JSON.
  expect(JSON.stringify(drawn)).not.toMatch(/null|Invalid|undefined/);
  expect(timeline.rows[0]?.marks.length).toBeGreaterThan(80);
  for (const { body } of dataFiles(archive).files) expect(body).not.toMatch(/Invalid Date|NaN/);
  const feed = correctionsFeed(archive, new URL('https://example.org/'));
  expect(Array.isArray(feed.items) ? feed.items : []).toHaveLength(days.length);
  expect(JSON.stringify(feed)).not.toContain('"pubDate":null');
});
