// What search makes of the words that readers type, over a small vocabulary.
import { describe, expect, test } from 'vitest';
import { Lexicon, plan, type Plan } from '../../src/search/query.ts';
import { fold, nameKey, tokens } from '../../src/search/words.ts';

const WORDS =
  `35 8 armoured attack attacked be belgorod border counteroffensive cross crossborder defence defense denied
  denis drones eight evacuated evacuation involved kilometres km kozinka kyiv legion łodz may nikitin podolyak putin
  raid radio russia shebekino the use used us volunteer was who`.split(/\s+/);

const NAMES = [
  ...['belgorod', 'bilhorod', 'denis nikitin', 'freedom of russia legion', 'grayvoron', 'kozinka'],
  ...['new york times', 'nyt', 'podolyak', 'shebekino', 'uav', 'volunteer'],
];

const lexicon = new Lexicon({
  words: WORDS,
  titles: { bilhorod: ['Belgorod region', 'Belgorod (city)'], nyt: ['The New York Times'], uav: ['Drone'] },
  unlike: { denied: ['denis'], denis: ['denied'] },
  ids: [],
  filters: {
    Name: Object.fromEntries(NAMES.map((name) => [name, []])),
    Day: { '2023-05-22': [], '2023-06-01': [], '2022-05-22': [], '2023-03': [] },
  },
});

const ask = (query: string): Plan => plan(query, lexicon);
const typed = (query: string): string[] => ask(query).terms.map((term) => term.typed);
const words = (query: string): (readonly string[])[] => ask(query).terms.map((term) => term.words);

describe('the words typed', () => {
  test.each([
    ['Łódź’s', "lodz's"],
    ['«Bélgorod» – „raid“', '"belgorod" - "raid"'],
  ])('%s folds to %s', (text, folded) => expect(fold(text)).toBe(folded));

  test.each([
    ["russia's cross-border raid, 1,000 men", ['russia', 'cross-border', 'raid', '1000', 'men']],
    ['“people’s republic”', ['people', 'republic']],
  ])('%s has the words %j', (text, found) => expect(tokens(fold(text))).toEqual(found));

  test('a name has no article, no marks and no hyphens', () =>
    expect(nameKey('“The Cross-border raid’s end?”')).toBe('cross border raid end'));
});

describe('a query', () => {
  test.each([
    ['who is denis nikitin', ['denis', 'nikitin']],
    ['where is Kozinka?', ['kozinka']],
    ['was Kyiv involved', ['kyiv', 'involved']],
    ['How did Putin react?', ['putin']],
    // Where nothing else remains, the words that carry nothing are searched.
    ['who was', ['who', 'was']],
  ])('“%s” asks for %j', (query, terms) => expect(typed(query)).toEqual(terms));

  test.each([
    ['defense', ['defense', 'defence']],
    ['armored', ['armoured']],
    ['Lodz', ['łodz']],
    ['eight', ['eight', '8']],
    ['thirty-five', ['35']],
    ['kilometers', ['kilometres']],
    ['crossborder', ['crossborder']],
    ['cross-border', ['crossborder']],
    // A beginning, and another form of a word.
    ['evacu', ['evacuated', 'evacuation']],
    ['evacuations', ['evacuation']],
    // Whole words are never beginnings.
    ['us', ['us']],
    ['denied', ['denied']],
  ])('“%s” finds the words %j', (query, found) => {
    expect(words(query)).toEqual([found]);
    expect(ask(query)).toMatchObject({ absent: [], instead: [] });
  });

  test.each([
    ['35 km', ['35', 'km']],
    ['35km', ['35', 'km']],
    ['counter offensive', ['counter offensive']],
    ['counter-offensive', ['counter-offensive']],
    ['attack-drones', ['attack', 'drones']],
  ])('“%s” has the terms %j', (query, terms) => expect(typed(query)).toEqual(terms));

  test.each([
    ['Belgarod', 'Belgorod'],
    ['Podoliak', 'Podolyak'],
    ['Shebekhino', 'Shebekino'],
    ['Grayveron', 'Grayvoron'],
    ['voluntier', 'volunteer'],
  ])('“%s” is taken for %s, and said so', (query, used) => {
    expect(ask(query).instead).toEqual([{ typed: query, used: [used] }]);
    expect(ask(query).absent).toEqual([]);
  });

  test.each([
    ['NYT', ['The New York Times'], ['new york times']],
    ['Bilhorod', ['Belgorod region', 'Belgorod (city)'], ['belgorod region', 'belgorod (city)']],
    // A misspelling of another name.
    ['Bilhorot', ['Belgorod region', 'Belgorod (city)'], ['belgorod region', 'belgorod (city)']],
  ])('for “%s”, which no text prints, the titles %j are searched, and said so', (query, used, phrases) => {
    expect(ask(query).instead).toEqual([{ typed: query, used }]);
    expect(words(query)).toEqual([phrases]);
  });

  test.each([
    ['denied', ['denis']],
    ['Denis', ['denied']],
    ['Denis denied', []],
    ['raid', []],
  ])('“%s” does not mean the words %j', (query, unlike) => expect([...ask(query).unlike]).toEqual(unlike));

  test.each([
    ['Ponomarev', ['Ponomarev'], []],
    ['Legion Wagner', ['Wagner'], ['legion']],
    ['Prigozhin’s legion', ['Prigozhin'], ['legion']],
    ['zz', ['zz'], []],
  ])('“%s” has the absent words %j', (query, absent, terms) => {
    expect(ask(query).absent).toEqual(absent);
    expect(typed(query)).toEqual(terms);
  });

  test.each(['Freedom of Russia Legion', '“Freedom of Russia Legion”', "'the Freedom of Russia Legion'"])(
    '%s is a name',
    (query) => expect(ask(query).name).toBe('freedom of russia legion'),
  );

  test('the beginning of a name belongs to the entry', () =>
    expect(ask('koz').terms[0]).toMatchObject({ beginning: true, names: ['kozinka'] }));
});

describe('a date', () => {
  test.each([
    ['22 May', ['2023-05-22', '2022-05-22'], ['22 may']],
    ['22nd of May', ['2023-05-22', '2022-05-22'], ['22 may']],
    ['May 22, 2023', ['2023-05-22'], ['22 may']],
    ['2023-05-22', ['2023-05-22'], ['22 may']],
    ['1 Jun', ['2023-06-01'], ['1 june']],
    ['March 2023', ['2023-03'], ['march 2023']],
    ['June 2023', ['2023-06-01'], ['june 2023']],
  ])('%s is the days %j and the words %j', (query, days, found) => {
    const [term, ...others] = ask(query).terms;
    expect(term).toMatchObject({ days, words: found });
    expect(others).toEqual([]);
  });

  test('stands beside other words', () => expect(typed('drones on 22 May')).toEqual(['22 may', 'drones']));
  test('is not a month alone', () => expect(ask('may').terms[0]).toMatchObject({ days: [], words: ['may'] }));
});
