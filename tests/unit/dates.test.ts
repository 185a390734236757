import { describe, expect, test } from 'vitest';
import {
  dateOrder,
  dateSpan,
  dateWords,
  edtfDate,
  htmlDate,
  isDay,
  parseDate,
} from '../../src/model/dates.ts';

const utc = (text: string): number => Date.parse(`${text}Z`);

/** Each form of date, with what every function makes of it; `null` is an open end, `-` no HTML form. */
const DATES = [
  // written, words, first moment, last moment, HTML, a day
  ['2023-05-22', '22 May 2023', '2023-05-22T00:00', '2023-05-22T23:59:59.999', '2023-05-22', true],
  ['2024-02-29', '29 February 2024', '2024-02-29T00:00', '2024-02-29T23:59:59.999', '2024-02-29', true],
  ['2023-03', 'March 2023', '2023-03-01T00:00', '2023-03-31T23:59:59.999', '2023-03', false],
  ['2023', '2023', '2023-01-01T00:00', '2023-12-31T23:59:59.999', '2023', false],
  ['2022-21', 'spring 2022', '2022-03-01T00:00', '2022-05-31T23:59:59.999', '-', false],
  ['2022-22', 'summer 2022', '2022-06-01T00:00', '2022-08-31T23:59:59.999', '-', false],
  ['2022-23', 'autumn 2022', '2022-09-01T00:00', '2022-11-30T23:59:59.999', '-', false],
  ['2022-24', 'winter 2022', '2022-12-01T00:00', '2023-02-28T23:59:59.999', '-', false],
  ['2023-06-02~', 'about 2 June 2023', '2023-06-02T00:00', '2023-06-02T23:59:59.999', '-', true],
  ['2023-05-24?', '24 May 2023 (uncertain)', '2023-05-24T00:00', '2023-05-24T23:59:59.999', '-', true],
  ['2023-05-24%', 'about 24 May 2023 (uncertain)', '2023-05-24T00:00', '2023-05-24T23:59:59.999', '-', true],
  ['2023-05~', 'about May 2023', '2023-05-01T00:00', '2023-05-31T23:59:59.999', '-', false],
  ['2023?', '2023 (uncertain)', '2023-01-01T00:00', '2023-12-31T23:59:59.999', '-', false],
  ['2023-05-XX', 'May 2023', '2023-05-01T00:00', '2023-05-31T23:59:59.999', '-', false],
  ['2023-XX', '2023', '2023-01-01T00:00', '2023-12-31T23:59:59.999', '-', false],
  ['2023-XX-XX', '2023', '2023-01-01T00:00', '2023-12-31T23:59:59.999', '-', false],
  ['202X', '202X', '2020-01-01T00:00', '2029-12-31T23:59:59.999', '-', false],
  ['2023-05-19/2023-05-22', '19–22 May 2023', '2023-05-19T00:00', '2023-05-22T23:59:59.999', '-', false],
  [
    '2023-05-30/2023-06-02',
    '30 May – 2 June 2023',
    '2023-05-30T00:00',
    '2023-06-02T23:59:59.999',
    '-',
    false,
  ],
  [
    '2022-12-30/2023-01-02',
    '30 December 2022 – 2 January 2023',
    '2022-12-30T00:00',
    '2023-01-02T23:59:59.999',
    '-',
    false,
  ],
  ['2023-05/2023-06', 'May 2023 – June 2023', '2023-05-01T00:00', '2023-06-30T23:59:59.999', '-', false],
  [
    '2023-05-19~/2023-05-22?',
    'about 19 May 2023 – 22 May 2023 (uncertain)',
    '2023-05-19T00:00',
    '2023-05-22T23:59:59.999',
    '-',
    false,
  ],
  ['2023-05-23/..', 'from 23 May 2023', '2023-05-23T00:00', null, '-', false],
  ['2023-05-23/', 'from 23 May 2023', '2023-05-23T00:00', null, '-', false],
  ['../2023-05-23', 'until 23 May 2023', null, '2023-05-23T23:59:59.999', '-', false],
  ['../..', 'date not told', null, null, '-', false],
] as const;

describe.each(DATES)('%s', (written, words, from, to, html, day) => {
  test(`reads "${words}"`, () => expect(dateWords(written)).toBe(words));
  test('has its span', () =>
    expect(dateSpan(written)).toEqual({ from: from && utc(from), to: to && utc(to) }));
  test('has its HTML form, or none', () => expect(htmlDate(written) ?? '-').toBe(html));
  test(day ? 'is a day' : 'is no day', () => expect(isDay(written)).toBe(day));
  test('is accepted by the schema as it was written', () => expect(edtfDate.parse(written)).toBe(written));
});

/** What is no date of level 1, or none without a time of day. */
const REFUSED = [
  '',
  'tomorrow',
  '22 May 2023',
  '22/05/2023',
  '20230522',
  '2023-5-2',
  '2023-13',
  '2023-00',
  '2023-05-32',
  '2023-06-31',
  '2023-02-29', // a common year
  '1900-02-29',
  '2023-02-29/2023-03-05',
  '2023-25',
  '2023-05-22 ',
  '2023-05-22/2023-05-19',
  '2023-05-22T10:00',
  '2023-05-22T10:00:00Z',
  '2023-05-22T10:00:00.000Z',
  '{2023,2024}',
  '2023-05?-22', // level 2
  '202', // level 2
  '19',
];

describe('no date', () => {
  test.each(REFUSED)('"%s"', (text) => {
    expect(parseDate(text)).toBeUndefined();
    const parsed = edtfDate.safeParse(text);
    expect(parsed.error?.issues[0]?.message).toContain('an EDTF level 1 date: 2023-05-22');
    expect(htmlDate(text)).toBeUndefined();
    expect(() => dateWords(text)).toThrow(RangeError);
    expect(() => dateSpan(text)).toThrow(RangeError);
    expect(() => dateOrder(text)).toThrow(RangeError);
  });

  test.each([2023, null, true])('%s: no text', (value) => {
    expect(edtfDate.safeParse(value).error?.issues[0]?.message).toContain('a date in quotes');
  });
});

test('order: by first moment, the wider first; open starts by their end; undated last', () => {
  const inOrder = [
    '2022',
    '2022-21',
    '2023',
    '../2023-05-18',
    '2023-05-19/..',
    '2023-05-19/2023-05-23',
    '2023-05-19/2023-05-22',
    '2023-05-19/2023-05-20',
    '2023-05-19',
    '2023-05-20/2023-12-31',
    '2023-05-20',
    '2023-05-21',
    '2023-06',
    '../..',
  ];
  for (const [index, date] of inOrder.slice(1).entries())
    expect(dateOrder(date), date).toBeGreaterThan(dateOrder(inOrder[index] as string));
});
