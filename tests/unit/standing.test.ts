// The code gives the standings that the printed rule states: each sentence of the rule has its cases.
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/archive/reports.ts';
import {
  echoes,
  STANDING_RULES,
  standQuestion,
  textsOf,
  voicesOf,
  type Standing,
} from '../../src/archive/standing.ts';
import type { EntryRef } from '../../src/model/references.ts';
import type { Side } from '../../src/model/sides.ts';

/** The side of each voice. */
const SIDES: Readonly<Record<string, Side>> = {
  ada: 'kyiv',
  basil: 'kyiv',
  clara: 'moscow',
  dora: 'resident',
};

const person = (id: string): EntryRef => ({ collection: 'people', id });
const sideOf = ({ id }: EntryRef): Side => SIDES[id] ?? 'press';

let made = 0;

/** A report in which somebody speaks. */
function said(by: string, more: Partial<Report> = {}): Report {
  made += 1;
  return {
    key: `gazette/${made}`,
    source: 'gazette',
    number: made,
    paragraph: made,
    says: '',
    evidence: '',
    voice: person(by),
    speaker: undefined,
    via: [],
    mode: 'said',
    on: undefined,
    inferred: undefined,
    about: [],
    answers: [],
    capture: 'held',
    published: undefined,
    publisher: undefined,
    bearsOn: [],
    ...more,
  };
}

/** The standing of positions. @param positions the voices that take each, in order */
function stand(positions: readonly (readonly string[])[], exclusive = true) {
  const named = positions.map((voices, index) => ({
    id: `p${index}`,
    answer: `Answer ${index}`,
    wordings: [],
    voices,
  }));
  const reports = named.flatMap(({ id, voices }) =>
    voices.map((by) => said(by, { answers: [{ question: 'q', position: id }] })),
  );
  const asked = { id: 'q', data: { positions: named, exclusive } };
  const { positions: stood, standing } = standQuestion(asked, reports, sideOf);
  return { positions: stood.map(({ standing }) => standing), question: standing, stood };
}

/**
 * A question: the voices that take each position, the standing of each position, and that of the question. The
 * positions are separated by `|`.
 */
type Case = readonly [what: string, voices: string, positions: string, question: Standing, 'compatible'?];

/** The cases of each sentence, under its words. */
const CASES: Readonly<Record<string, readonly Case[]>> = {
  'An answer is disputed if another voice gives a different answer and the two cannot both be true. A question is disputed if any of its answers is disputed.':
    [
      ['two voices, two positions', 'ada | clara', 'disputed | disputed', 'disputed'],
      ['two voices of one side', 'ada | basil', 'disputed | disputed', 'disputed'],
      ['one voice takes both positions', 'ada | ada', 'single voice | single voice', 'several answers'],
      ['one voice takes both, another one', 'ada | ada clara', 'disputed | corroborated', 'disputed'],
      ['two voices of two sides each', 'ada clara | basil dora', 'disputed | disputed', 'disputed'],
      ['three positions', 'ada | clara | dora', 'disputed | disputed | disputed', 'disputed'],
      ['compatible', 'ada | clara', 'single voice | single voice', 'several answers', 'compatible'],
    ],
  'A question has several answers if voices give more than one answer to it, and no answer is disputed.': [
    ['compatible', 'ada | dora', 'single voice | single voice', 'several answers', 'compatible'],
    ['others', 'ada clara | ada basil', 'corroborated | one side', 'several answers', 'compatible'],
    ['both take both', 'ada clara | ada clara', 'corroborated | corroborated', 'several answers'],
    ['only one position is taken', 'ada | ', 'single voice | open', 'single voice', 'compatible'],
  ],
  'Voices of two or more sides give the answer, and it is not disputed. If it is the only answer, the question has this label too.':
    [
      ['two voices of two sides', 'ada clara', 'corroborated', 'corroborated'],
      ['three voices of two sides', 'ada basil clara', 'corroborated', 'corroborated'],
      ['another voice disputes it', 'ada clara | dora', 'disputed | disputed', 'disputed'],
    ],
  'Several voices give the answer, all of one side, and it is not disputed. If it is the only answer, the question has this label too.':
    [
      ['two voices of one side', 'ada basil', 'one side', 'one side'],
      ['compatible', 'ada basil | clara', 'one side | single voice', 'several answers', 'compatible'],
    ],
  'Only one voice gives the answer, in however many texts, and it is not disputed. If it is the only answer, the question has this label too.':
    [
      ['one voice', 'ada', 'single voice', 'single voice'],
      ['one voice, echoed three times', 'ada ada ada', 'single voice', 'single voice'],
    ],
  'No voice gives this answer. A question has this label if nobody answers it.': [
    ['no positions', '', '', 'open'],
    ['positions that nobody takes', ' | ', 'open | open', 'open'],
  ],
};

/** The parts of a text between `|`. */
const parts = (text: string): string[] => (text === '' ? [] : text.split('|').map((part) => part.trim()));

test('the printed rule consists of these sentences', () => {
  expect(Object.values(STANDING_RULES)).toEqual(Object.keys(CASES));
});

describe.each(Object.entries(CASES))('%s', (_rule, cases) => {
  for (const [what, voices, positions, question, compatible] of cases) {
    test(what, () => {
      const named = parts(voices).map((part) => part.split(' ').filter((voice) => voice !== ''));
      const expected = { positions: parts(positions), question };
      expect(stand(named, compatible === undefined)).toMatchObject(expected);
    });
  }
});

test('voices are distinguished from echoes, in the order of their first reports', () => {
  const reports = ['clara', 'ada', 'clara', 'clara'].map((by) => said(by));
  const voices = voicesOf(reports, sideOf);
  expect(voices.map(({ ref, side, reports: echoes }) => [ref.id, side, echoes.length])).toEqual([
    ['clara', 'moscow', 3],
    ['ada', 'kyiv', 1],
  ]);
});

test('a position has its answer, all its reports and its distinct voices', () => {
  const [position] = stand([['ada', 'clara', 'ada']]).stood;
  expect(position).toMatchObject({ id: 'p0', answer: 'Answer 0' });
  expect(position?.reports).toHaveLength(3);
  expect(position?.voices.map(({ ref }) => ref.id)).toEqual(['ada', 'clara']);
});

test('a person and a group with the same id are two voices', () => {
  const group: Report = { ...said('ada'), voice: { collection: 'groups', id: 'ada' } };
  expect(voicesOf([said('ada'), group], sideOf)).toHaveLength(2);
});

const ASKED = {
  id: 'q',
  data: { positions: [{ id: 'p0', answer: 'Yes', wordings: [] }], exclusive: true },
};

describe('a report that is the same as another counts with the voice of the one published first', () => {
  /** A report of the position `p0`, from its source, its voice, the day, and the source of the report that it equals. */
  const taking = (words: string): Report => {
    const [source = '', by = '', day, same] = words.split(' ');
    return said(by, {
      key: `${source}/1`,
      source,
      published: day === undefined || day === '-' ? undefined : { value: day, how: 'printed' },
      answers: [{ question: 'q', position: 'p0' }],
      bearsOn: same === undefined ? [] : [{ to: `${same}/1`, how: 'same_as', why: '' }],
    });
  };

  test.each<[what: string, reports: string, voices: string, Standing]>([
    ['apart', 'a ada 2024-03-02 | b clara 2024-03-01', 'ada clara', 'corroborated'],
    ['the later one refers', 'a ada 2024-03-02 b | b clara 2024-03-01', 'clara', 'single voice'],
    ['the earlier one refers', 'a ada 2024-03-01 b | b clara 2024-03-02', 'ada', 'single voice'],
    ['one has no date', 'a ada - b | b clara 2024-03-02', 'clara', 'single voice'],
    ['of one day: in the order of ledgers', 'b clara 2024-03 a | a ada 2024-03', 'ada', 'single voice'],
    [
      'over a third',
      'a ada 2024-03-02 b | b basil 2024-03-03 c | c clara 2024-03-01',
      'clara',
      'single voice',
    ],
    ['the other one is not counted', 'a ada 2024-03-02 b', 'ada', 'single voice'],
  ])('%s', (_what, written, voices, standing) => {
    const reports = parts(written).map(taking);
    const stood = standQuestion(ASKED, reports, sideOf);
    expect(stood.positions[0]?.voices.map(({ ref }) => ref.id).join(' ')).toBe(voices);
    expect(stood.positions[0]?.reports).toHaveLength(reports.length);
    expect(stood.standing).toBe(standing);
  });

  test('another relation leaves the voices apart', () => {
    const confirms = taking('a ada 2024-03-02 b');
    const bearsOn = confirms.bearsOn.map((each) => ({ ...each, how: 'confirms' as const }));
    const reports = [{ ...confirms, bearsOn }, taking('b clara 2024-03-01')];
    expect(standQuestion(ASKED, reports, sideOf).standing).toBe('corroborated');
  });
});

describe('texts of one publisher', () => {
  const publisher: EntryRef = { collection: 'organisations', id: 'daily' };
  /** A report in which a text of the publisher speaks for itself. */
  const own = (source: string, day: string, more: Partial<Report> = {}): Report =>
    said('', {
      key: `${source}/1`,
      source,
      voice: { collection: 'sources', id: source },
      published: { value: day, how: 'printed' },
      publisher,
      answers: [{ question: 'q', position: 'p0' }],
      ...more,
    });
  const voices = (reports: readonly Report[]): (string | undefined)[] | undefined =>
    standQuestion(ASKED, reports, sideOf).positions[0]?.voices.map(({ ref }) => ref.id);

  test('count as one voice where they speak for themselves: that of the text published first', () => {
    expect(voices([own('later', '2024-03-02'), own('earlier', '2024-03-01')])).toEqual(['earlier']);
  });

  test('count apart if they have another publisher or none', () => {
    const other: EntryRef = { collection: 'organisations', id: 'weekly' };
    expect(voices([own('a', '2024-03-01'), own('b', '2024-03-02', { publisher: other })])).toEqual([
      'a',
      'b',
    ]);
    const none = { publisher: undefined };
    expect(voices([own('a', '2024-03-01', none), own('b', '2024-03-02', none)])).toEqual(['a', 'b']);
  });

  test('leave the voices that they carry apart', () => {
    const carried = ['ada', 'basil'].map((by, index) =>
      own(by, `2024-03-0${index + 1}`, { voice: person(by) }),
    );
    expect(voices(carried)).toEqual(['ada', 'basil']);
  });
});

describe('echoes', () => {
  const counted = (...reports: readonly Report[]): [voices: number, texts: number, echoes: number] => {
    const voices = voicesOf(reports, sideOf);
    return [voices.length, textsOf(reports).length, echoes(voices)];
  };

  test('are further texts that report a voice', () => {
    const herald = { key: 'herald/1', source: 'herald' };
    expect(counted(said('ada'), said('ada', herald))).toEqual([1, 2, 1]);
    expect(counted(said('ada'), said('ada', herald), said('clara', herald))).toEqual([2, 2, 1]);
  });

  test('are not two halves of one sentence, nor two statements in one text', () => {
    expect(counted(said('ada', { paragraph: 17 }), said('ada', { paragraph: 17 }))).toEqual([1, 1, 0]);
    expect(counted(said('ada', { paragraph: 1 }), said('ada', { paragraph: 2 }))).toEqual([1, 1, 0]);
  });
});
