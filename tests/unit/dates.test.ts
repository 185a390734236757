import { describe, expect, test } from 'vitest';
import {
  dateOrder,
  dateSpan,
  dateWords,
  withinWords,
  edtfDate,
  edtfDay,
  htmlDate,
  isDay,
  parseDate,
} from '../../src/model/dates.ts';
import { sortDay } from '../../src/util/search-days.ts';

const utc = (day: string, time: string): number => Date.parse(`${day}T${time}Z`);

/** Each form of date, with the result of every function; `null` is an open end, `-` means no HTML form. */
const DATES: readonly (readonly [string, string, string | null, string | null, string, 'a day'?])[] = [
  // written, words, first day, last day, HTML
  ['2023-05-22', '22 May 2023', '2023-05-22', '2023-05-22', '2023-05-22', 'a day'],
  ['2024-02-29', '29 February 2024', '2024-02-29', '2024-02-29', '2024-02-29', 'a day'],
  ['2023-03', 'March 2023', '2023-03-01', '2023-03-31', '2023-03'],
  ['2023', '2023', '2023-01-01', '2023-12-31', '2023'],
  ['2022-21', 'spring 2022', '2022-03-01', '2022-05-31', '-'],
  ['2022-22', 'summer 2022', '2022-06-01', '2022-08-31', '-'],
  ['2022-23', 'autumn 2022', '2022-09-01', '2022-11-30', '-'],
  ['2022-24', 'winter 2022', '2022-12-01', '2023-02-28', '-'],
  ['2023-06-02~', 'about 2 June 2023', '2023-06-02', '2023-06-02', '-', 'a day'],
  ['2023-05-24?', '24 May 2023 (uncertain)', '2023-05-24', '2023-05-24', '-', 'a day'],
  ['2023-05-24%', 'about 24 May 2023 (uncertain)', '2023-05-24', '2023-05-24', '-', 'a day'],
  ['2023-05~', 'about May 2023', '2023-05-01', '2023-05-31', '-'],
  ['2023?', '2023 (uncertain)', '2023-01-01', '2023-12-31', '-'],
  ['2023-05-XX', 'May 2023', '2023-05-01', '2023-05-31', '-'],
  ['2023-XX', '2023', '2023-01-01', '2023-12-31', '-'],
  ['2023-XX-XX', '2023', '2023-01-01', '2023-12-31', '-'],
  ['202X', '202X', '2020-01-01', '2029-12-31', '-'],
  ['2023-05-19/2023-05-22', '19–22 May 2023', '2023-05-19', '2023-05-22', '-'],
  ['2023-05-30/2023-06-02', '30 May – 2 June 2023', '2023-05-30', '2023-06-02', '-'],
  ['2022-12-30/2023-01-02', '30 December 2022 – 2 January 2023', '2022-12-30', '2023-01-02', '-'],
  ['2023-05/2023-06', 'May 2023 – June 2023', '2023-05-01', '2023-06-30', '-'],
  ['2023-05-19~/2023-05-22?', 'about 19 May 2023 – 22 May 2023 (uncertain)', '2023-05-19', '2023-05-22', '-'],
  ['2023-05-23/..', 'from 23 May 2023', '2023-05-23', null, '-'],
  ['2023-05-23/', 'from 23 May 2023', '2023-05-23', null, '-'],
  ['../2023-05-23', 'until 23 May 2023', null, '2023-05-23', '-'],
  ['../..', 'date not given', null, null, '-'],
];

for (const [written, words, from, to, html, day] of DATES) {
  test(`${written} reads “${words}”`, () => {
    expect(dateWords(written)).toBe(words);
    expect(dateSpan(written)).toEqual({
      from: from && utc(from, '00:00'),
      to: to && utc(to, '23:59:59.999'),
    });
    expect(htmlDate(written) ?? '-').toBe(html);
    expect(isDay(written)).toBe(day !== undefined);
    expect(edtfDate.parse(written)).toBe(written);
  });
}

/** Texts that are not a date of EDTF level 1, or that have a time of day. */
const REFUSED = [
  ...['', '22 May 2023', '2023-05-22 ', 'tomorrow', '22/05/2023', '20230522', '2023-5-2', '19'],
  // Days and months that do not exist
  ...['2023-13', '2023-00', '2023-05-32', '2023-06-31', '2023-25', '1900-02-29'],
  ...['2023-02-29', '2023-02-29/2023-03-05', '2023-05-22/2023-05-19'],
  ...['2023-05-22T10:00', '2023-05-22T10:00:00Z', '2023-05-22T10:00:00.000Z'],
  // Level 2
  ...['{2023,2024}', '2023-05?-22', '202'],
];

describe('texts that are no date', () => {
  test.each(REFUSED)('"%s"', (text) => {
    expect(parseDate(text)).toBeUndefined();
    const parsed = edtfDate.safeParse(text);
    expect(parsed.error?.issues[0]?.message).toContain('an EDTF level 1 date: 2023-05-22');
    expect(htmlDate(text)).toBeUndefined();
    expect(() => dateWords(text)).toThrow(RangeError);
    expect(() => dateSpan(text)).toThrow(RangeError);
    expect(() => dateOrder(text)).toThrow(RangeError);
  });

  test.each([
    ...['-0044', '0050-21', '1499-12-31', '2200', '9999-12-31', 'Y20230', 'XXXX', '-20XX'],
    ...['-0044/2023', '../XXXX-XX'],
  ])('%s: no date for a field, because of its year', (text) =>
    expect(edtfDate.safeParse(text).error?.issues[0]?.message).toMatch(/its year is from 1500 to 2199$/),
  );

  test('a correction has one day', () => {
    const message = (on: string): unknown =>
      edtfDay.safeParse(on).error?.issues.map((issue) => issue.message);
    expect(message('2023-05-22')).toBeUndefined();
    for (const on of ['2023-05', '2023-05-22/2023-05-23', '../2023-05-22', '../..'])
      expect(message(on), on).toEqual(['one day, such as 2023-05-22']);
    expect(message('May')).toEqual([expect.stringContaining('an EDTF level 1 date')]);
  });

  test.each([2023, null, true])('%s: no text', (value) => {
    expect(edtfDate.safeParse(value).error?.issues[0]?.message).toContain('a date in quotes');
  });
});

test('order: a month or year after its days; intervals before their first day; undated last', () => {
  const inOrder = [
    ...['2022-05-22', '2022-05-31', '2022-05', '2022-21', '2022-06-01', '2022-12-31', '2022-12', '2022'],
    ...['2023-01-01', '../2023-05-18', '2023-05-18'],
    ...['2023-05-19/..', '2023-05-19/2023-05-23', '2023-05-19/2023-05-22', '2023-05-19/2023-05-20'],
    ...['2023-05-19', '2023-05-20/2023-12-31', '2023-05-20', '2023-05-31'],
    ...['2023-05/2023-06', '2023-05', '2023-06-01/2023-06-02', '2023-06-01', '2023-06', '2023', '../..'],
  ];
  expect(inOrder.toSorted((a, b) => dateOrder(a) - dateOrder(b))).toEqual(inOrder);
  expect(inOrder.toReversed().toSorted((a, b) => dateOrder(a) - dateOrder(b))).toEqual(inOrder);
});

test.each([
  ['2023-05-22', '2023-05-22'],
  ['2023-05', '2023-05-31'],
  ['2023', '2023-12-31'],
  ['2023-05-19/2023-05-22', '2023-05-19'],
  ['../2023-05-18', '2023-05-18'],
  ['../..', undefined],
  [undefined, undefined],
])('search sorts %s as %s', (date, key) => expect(sortDay(date)).toBe(key));

test.each([
  ['2023-05-23/2023-05-24~', 'about 23 May or 24 May 2023'],
  ['2023-05-23/2023-05-25~', 'between 23 May and about 25 May 2023'],
  ['2022-12-31/2023-01-02', 'between 31 December 2022 and 2 January 2023'],
  ['2023-05-22', '22 May 2023'],
  ['2023-05-22/..', 'from 22 May 2023'],
])('what happened once in %s happened %s', (date, words) => expect(withinWords(date)).toBe(words));
