// The rule of standing is printed on the method page. Here each of its sentences is what the code does.
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/archive/reports.ts';
import {
  questionStanding,
  STANDING_RULE,
  standPositions,
  voicesOf,
  type Standing,
} from '../../src/archive/standing.ts';
import type { EntryRef } from '../../src/model/references.ts';
import type { Side } from '../../src/model/sides.ts';

/** Who speaks for whom. */
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
function said(by: string): Report {
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
  };
}

/** The positions taken by the voices named, in order, with their standing. */
function stand(positions: readonly (readonly string[])[], exclusive = true) {
  const named = positions.map((voices, index) => ({ id: `p${index}`, answer: `Answer ${index}`, voices }));
  const taken = new Map(
    named.filter(({ voices }) => voices.length > 0).map(({ id, voices }) => [id, voices.map(said)]),
  );
  const stood = standPositions(named, exclusive, taken, sideOf);
  return { positions: stood.map(({ standing }) => standing), question: questionStanding(stood), stood };
}

interface Case {
  readonly what: string;
  readonly voices: readonly (readonly string[])[];
  readonly exclusive?: boolean;
  /** Where a position has no voice, the rule says nothing of it. */
  readonly positions: readonly (Standing | ReturnType<typeof expect.any>)[];
  readonly question: Standing;
}

/** The cases of each sentence, under its words. */
const CASES: Readonly<Record<string, readonly Case[]>> = {
  'A position is disputed where another voice, one that does not take it, takes another position on a question whose positions exclude one another. A question is disputed where any of its positions is.':
    [
      {
        what: 'two voices, two positions',
        voices: [['ada'], ['clara']],
        positions: ['disputed', 'disputed'],
        question: 'disputed',
      },
      {
        what: 'two voices of one side',
        voices: [['ada'], ['basil']],
        positions: ['disputed', 'disputed'],
        question: 'disputed',
      },
      {
        what: 'the same voice takes both positions: it disputes neither',
        voices: [['ada'], ['ada']],
        positions: ['single voice', 'single voice'],
        question: 'several answers',
      },
      {
        what: 'one voice takes both, another joins it in one',
        voices: [['ada'], ['ada', 'clara']],
        positions: ['disputed', 'corroborated'],
        question: 'disputed',
      },
      {
        what: 'each position has two voices of two sides',
        voices: [
          ['ada', 'clara'],
          ['basil', 'dora'],
        ],
        positions: ['disputed', 'disputed'],
        question: 'disputed',
      },
      {
        what: 'three positions',
        voices: [['ada'], ['clara'], ['dora']],
        positions: ['disputed', 'disputed', 'disputed'],
        question: 'disputed',
      },
      {
        what: 'not where the positions can hold together',
        voices: [['ada'], ['clara']],
        exclusive: false,
        positions: ['single voice', 'single voice'],
        question: 'several answers',
      },
    ],
  'A question has several answers where voices take more than one of its positions and none of them is disputed.':
    [
      {
        what: 'two voices, positions that can hold together',
        voices: [['ada'], ['dora']],
        exclusive: false,
        positions: ['single voice', 'single voice'],
        question: 'several answers',
      },
      {
        what: 'whatever the positions rest on',
        voices: [
          ['ada', 'clara'],
          ['ada', 'basil'],
        ],
        exclusive: false,
        positions: ['corroborated', 'one side'],
        question: 'several answers',
      },
      {
        what: 'two voices that both take both',
        voices: [
          ['ada', 'clara'],
          ['ada', 'clara'],
        ],
        positions: ['corroborated', 'corroborated'],
        question: 'several answers',
      },
      {
        what: 'not where only one position is taken',
        voices: [['ada'], []],
        exclusive: false,
        positions: ['single voice', expect.any(String)],
        question: 'single voice',
      },
    ],
  'A position that is not disputed is corroborated where voices of at least two different sides take it; so is a question with one such position.':
    [
      {
        what: 'two voices of two sides',
        voices: [['ada', 'clara']],
        positions: ['corroborated'],
        question: 'corroborated',
      },
      {
        what: 'three voices of two sides',
        voices: [['ada', 'basil', 'clara']],
        positions: ['corroborated'],
        question: 'corroborated',
      },
      {
        what: 'not where another voice disputes it',
        voices: [['ada', 'clara'], ['dora']],
        positions: ['disputed', 'disputed'],
        question: 'disputed',
      },
    ],
  'A position that is neither disputed nor corroborated, and that more than one voice takes, rests on one side; so does a question with one such position.':
    [
      {
        what: 'two voices of one side',
        voices: [['ada', 'basil']],
        positions: ['one side'],
        question: 'one side',
      },
      {
        what: 'beside another that can hold together with it',
        voices: [['ada', 'basil'], ['clara']],
        exclusive: false,
        positions: ['one side', 'single voice'],
        question: 'several answers',
      },
    ],
  'A position that only one voice takes, and that is not disputed, rests on a single voice, however many reports echo it; so does a question with one such position.':
    [
      { what: 'one voice', voices: [['ada']], positions: ['single voice'], question: 'single voice' },
      {
        what: 'one voice, echoed three times',
        voices: [['ada', 'ada', 'ada']],
        positions: ['single voice'],
        question: 'single voice',
      },
    ],
  'A question is open where no voice takes any position.': [
    { what: 'no positions', voices: [], positions: [], question: 'open' },
    {
      what: 'positions that nobody takes',
      voices: [[], []],
      positions: [expect.any(String), expect.any(String)],
      question: 'open',
    },
  ],
};

test('the printed rule has these sentences, and no other', () => {
  expect(STANDING_RULE.map(({ rule }) => rule)).toEqual(Object.keys(CASES));
});

describe.each(Object.entries(CASES))('%s', (_rule, cases) => {
  test.each(cases)('$what', ({ voices, exclusive, positions, question }) => {
    expect(stand(voices, exclusive)).toMatchObject({ positions, question });
  });
});

test('voices are told from echoes, in order of first report', () => {
  const reports = ['clara', 'ada', 'clara', 'clara'].map(said);
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

test('a person and a group of one name are two voices', () => {
  const group: Report = { ...said('ada'), voice: { collection: 'groups', id: 'ada' } };
  expect(voicesOf([said('ada'), group], sideOf)).toHaveLength(2);
});
