// What the voices of an answer say: most say the answer, some say less or something near it (`wordings` of its position).
import { refKey, type EntryRef } from '../model/references.ts';
import type { Archive } from './archive.ts';
import { nameWithin } from './names.ts';
import type { Position, Voice } from './standing.ts';

type Worded = Pick<Position, 'answer' | 'wordings'>;

/** Words with the voices that say them. */
export interface Wording {
  readonly words: string;
  readonly voices: readonly Voice[];
}

/** What one voice says. */
export function wordsOf({ answer, wordings }: Worded, voice: EntryRef): string {
  return wordings.find(({ by }) => refKey(by) === refKey(voice))?.answer ?? answer;
}

/** What some voices of an answer say: the answer first, then the words of voices that say something else. */
export function wordingsOf(position: Worded, voices: readonly Voice[]): Wording[] {
  const byWords = Map.groupBy(voices, ({ ref }) => wordsOf(position, ref));
  return [...byWords]
    .map(([words, some]) => ({ words, voices: some }))
    .sort((a, b) => Number(b.words === position.answer) - Number(a.words === position.answer));
}

/** The answer where no voice is named beside it: with the words of voices that say something else. */
export function answerInFull(archive: Archive, { answer, wordings }: Worded): string {
  const others = wordings.map(({ by, answer: words }) => `${nameWithin(archive, by)}: ${words}`);
  return others.length === 0 ? answer : `${answer} (${others.join('; ')})`;
}
