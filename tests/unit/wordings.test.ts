// What the voices of an answer say.
import { expect, test } from 'vitest';
import type { Voice } from '../../src/archive/standing.ts';
import { answerInFull, wordingsOf, wordsOf } from '../../src/archive/wordings.ts';
import { ownArchive } from '../support/archive.ts';

const voice = (id: string): Voice => ({ ref: { collection: 'people', id }, side: 'kyiv', reports: [] });
const [podolyak, yusov] = [voice('podolyak'), voice('yusov')];
const position = {
  answer: 'Ukraine had no part',
  wordings: [{ by: yusov.ref, answer: 'Ukraine did not carry it out' }],
};

test('voices that say the answer come first; one that says less has its own words', () => {
  expect(wordingsOf(position, [yusov, podolyak])).toEqual([
    { words: 'Ukraine had no part', voices: [podolyak] },
    { words: 'Ukraine did not carry it out', voices: [yusov] },
  ]);
});

test('a voice that stands alone has its own words, and no remark about others', () => {
  expect(wordingsOf(position, [yusov]).map(({ words }) => words)).toEqual(['Ukraine did not carry it out']);
  expect(wordsOf(position, podolyak.ref)).toBe('Ukraine had no part');
});

test('where no voice is named, the answer names the voice that says less', () => {
  expect(answerInFull(ownArchive(), position)).toBe(
    'Ukraine had no part (Andriy Yusov: Ukraine did not carry it out)',
  );
  expect(answerInFull(ownArchive(), { answer: 'Yes', wordings: [] })).toBe('Yes');
});
