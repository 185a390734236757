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
  readonly positions: readonly Standing[];
  readonly question: Standing;
}

/** The cases of each sentence, under its words. */
const CASES: Readonly<Record<string, readonly Case[]>> = {
  'A position is disputed where another voice, one that does not take it, takes another position on a question whose positions exclude one another.':
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
        what: 'one voice takes both positions: it disputes neither',
        voices: [['ada'], ['ada']],
        positions: ['single voice', 'single voice'],
        question: 'single voice',
      },
      {
        what: 'one voice takes both, another joins it in one',
        voices: [['ada'], ['ada', 'clara']],
        positions: ['disputed', 'corroborated'],
        question: 'disputed',
      },
      {
        what: 'two voices take both positions',
        voices: [
          ['ada', 'clara'],
          ['ada', 'clara'],
        ],
        positions: ['corroborated', 'corroborated'],
        question: 'corroborated',
      },
      {
        what: 'corroborated otherwise',
        voices: [['ada', 'clara'], ['dora']],
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
        what: 'the positions can hold together',
        voices: [['ada'], ['clara']],
        exclusive: false,
        positions: ['single voice', 'single voice'],
        question: 'single voice',
      },
    ],
  'A position that is not disputed is corroborated where voices of at least two different sides take it.': [
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
      what: 'beside a position that can hold together with it',
      voices: [['ada', 'clara'], ['dora']],
      exclusive: false,
      positions: ['corroborated', 'single voice'],
      question: 'corroborated',
    },
  ],
  'A position that is neither rests on a single voice, or on voices that speak for one side.': [
    { what: 'one voice', voices: [['ada']], positions: ['single voice'], question: 'single voice' },
    {
      what: 'one voice, echoed three times',
      voices: [['ada', 'ada', 'ada']],
      positions: ['single voice'],
      question: 'single voice',
    },
    {
      what: 'two voices of one side',
      voices: [['ada', 'basil']],
      positions: ['single voice'],
      question: 'single voice',
    },
  ],
  'A question is open where no voice takes any position. Otherwise it is disputed if any of its positions is, else corroborated if any is, else it rests on a single voice.':
    [
      { what: 'no positions', voices: [], positions: [], question: 'open' },
      {
        what: 'positions that nobody takes',
        voices: [[], []],
        positions: ['single voice', 'single voice'],
        question: 'open',
      },
      {
        what: 'one position taken of two',
        voices: [['ada'], []],
        positions: ['single voice', 'disputed'],
        question: 'disputed',
      },
      {
        what: 'one disputed, one not',
        voices: [['ada'], ['ada', 'clara']],
        positions: ['disputed', 'corroborated'],
        question: 'disputed',
      },
      {
        what: 'one corroborated, one not',
        voices: [['dora'], ['ada', 'clara']],
        exclusive: false,
        positions: ['single voice', 'corroborated'],
        question: 'corroborated',
      },
      {
        what: 'none of both',
        voices: [['ada'], ['ada', 'basil']],
        exclusive: false,
        positions: ['single voice', 'single voice'],
        question: 'single voice',
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
