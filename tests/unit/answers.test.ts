// How the answers to a question are laid out: by side, with the silent sides, and the texts that they all rest on.
import { describe, expect, test } from 'vitest';
import { answersBySide, answersOf, basisOf, heldAnswers, silentSides } from '../../src/archive/answers.ts';
import type { Archive, Question } from '../../src/archive/archive.ts';
import { archiveWith, ownArchive } from '../support/archive.ts';
import { edited, SOUND } from '../support/library.ts';

const LEDGER = 'reports/herald.yaml';

/** The ledger of the second source with one more row. */
const withRow = (row: string): Record<string, string> => ({ [LEDGER]: `${SOUND[LEDGER] ?? ''}${row}` });
const row = (by: string, more = ''): string => `  - id: 2
    paragraph: 1
    says: The bridge is unsafe.
    evidence: bridge is unsafe
    by: ${by}
    mode: said
    about: [places/old-bridge]
    answers: [was-it-unsafe/unsafe]
${more}`;

const asked = (archive: Archive): Question => archive.question('was-it-unsafe');
const isTranslated = (source: string): boolean => source === 'herald';
const basis = (archive: Archive) => basisOf(asked(archive), isTranslated);

describe('answers', () => {
  test('stand with their sides, in the order of the sides', () => {
    const sides = answersBySide(asked(archiveWith()));
    expect(
      sides.map(({ side, answers }) => [side, answers.map(({ position }) => position.id).join()]),
    ).toEqual([
      ['militia', 'safe'],
      ['kyiv', 'unsafe'],
    ]);
  });

  test('stand with each side that takes them, there with the voices of that side only', () => {
    const sides = answersBySide(asked(archiveWith(withRow(row('self')))));
    const unsafe = sides.flatMap(({ side, answers }) =>
      answers
        .filter(({ position }) => position.id === 'unsafe')
        .map(({ voices, position }) => [side, voices.length, position.voices.length]),
    );
    expect(unsafe).toEqual([
      ['kyiv', 1, 2],
      ['press', 1, 2],
    ]);
  });

  test('of a question are all its positions, in their order', () => {
    expect(answersOf(asked(archiveWith())).map(({ position }) => position.id)).toEqual(['unsafe', 'safe']);
  });

  test('of the held texts are followed by what their voices answer on seen pages only', () => {
    const question = ownArchive().question('fighters-killed');
    const said = heldAnswers(question);
    const elsewhere = said.splice(question.positions.length);
    expect(said.map(({ answer }) => answer)).toEqual(question.positions.map(({ answer }) => answer));
    expect(elsewhere.map(({ answer, voices }) => [answer, voices.map(({ ref }) => ref.id).join()])).toEqual([
      ['Two of the Legion were killed (on another web page)', 'freedom-of-russia-legion'],
    ]);
  });

  test('leave the other sides silent; a platform is no side that could speak', () => {
    const silent = ['moscow', 'third-state', 'analyst', 'press', 'resident'];
    expect(silentSides(asked(archiveWith()))).toEqual(silent);
  });
});

describe('the basis of the answers', () => {
  const answer = '    answers: [was-it-unsafe/safe]\n';
  const oneText = {
    ...edited('reports/gazette.yaml', answer, ''),
    ...edited('questions/was-it-unsafe.mdx', '  - id: safe\n    answer: It was never unsafe\n', ''),
  };

  test('is not told where they rest on several texts', () => {
    expect(basis(archiveWith())).toBeUndefined();
  });

  test('is one text, and one paragraph where all reports are of it', () => {
    expect(basis(archiveWith(oneText))).toEqual({ texts: ['herald'], paragraph: 1, heldOnly: false });
  });

  test('is translations where all texts are translated', () => {
    const all = { texts: ['gazette', 'herald'], paragraph: undefined, heldOnly: false };
    expect(basisOf(asked(archiveWith()), () => true)).toEqual(all);
  });

  test('is told of the held texts where seen ones answer too', () => {
    const question = asked(archiveWith(oneText));
    const [report] = question.reports;
    if (!report) expect.fail('no report');
    const seen = { ...report, key: 'post/1', source: 'post', capture: 'seen' as const };
    const withSeen = { ...question.withSeen, reports: [report, seen] };
    const held = { texts: ['herald'], paragraph: 1, heldOnly: true };
    expect(basisOf({ ...question, withSeen }, isTranslated)).toEqual(held);
  });

  test('is nothing where nobody answers', () => {
    const question = asked(archiveWith());
    const none = { reports: [], withSeen: { ...question.withSeen, reports: [] } };
    expect(basisOf(none, isTranslated)).toBeUndefined();
  });
});
