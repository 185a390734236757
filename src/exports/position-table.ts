// The positions on all questions as a table.
import { positionAddress } from '../archive/addresses.ts';
import { answersOf } from '../archive/answers.ts';
import type { Archive } from '../archive/archive.ts';
import { answerInFull } from '../archive/wordings.ts';
import { refKey } from '../model/references.ts';
import { path, positionKey, SIDE, STANDING, table, type Table } from './table.ts';

/** One row for each position of each question, with its voices, reports and standing. */
export function positionTable(archive: Archive): Table {
  const items = archive.questions.flatMap((question) =>
    answersOf(question).map(({ held, position: seen }) => ({ question, position: held, seen })),
  );
  return table(items, {
    position: {
      means: 'The key of the answer, as in the column “answers” of the reports.',
      of: ({ question, position }) => positionKey(question.entry.id, position.id),
    },
    question: {
      means: 'The question that it answers.',
      of: ({ question }) => refKey({ collection: 'questions', id: question.entry.id }),
    },
    question_title: { means: 'The words of the question.', of: ({ question }) => question.entry.data.title },
    question_standing: {
      means: 'The standing of the whole question in the texts we saved.',
      vocabulary: STANDING,
      of: ({ question }) => question.standing,
    },
    answer: {
      means: 'The answer in a few words; in brackets, the words of voices that say less.',
      of: ({ position }) => answerInFull(archive, position),
    },
    standing: {
      means: 'The standing of this answer in the texts we saved.',
      vocabulary: STANDING,
      of: ({ position }) => position.standing,
    },
    standing_with_seen: {
      means: 'The standing of this answer if we also count other pages, which we did not save.',
      vocabulary: STANDING,
      of: ({ seen }) => seen.standing,
    },
    voices: {
      means:
        'The voices that give this answer in the texts we saved, each once, in the order of their first report.',
      type: 'list',
      of: ({ position }) => position.voices.map(({ ref }) => refKey(ref)),
    },
    sides: {
      means: 'The sides of those voices, each once.',
      type: 'list',
      vocabulary: SIDE,
      of: ({ position }) => [...new Set(position.voices.map(({ side }) => side))],
    },
    reports: {
      means:
        'The reports in the texts we saved that give this answer. If several texts report one voice, there are more reports than voices.',
      type: 'list',
      of: ({ position }) => position.reports.map(({ key }) => key),
    },
    seen_reports: {
      means: 'The reports on other pages, which we did not save, that give this answer.',
      type: 'list',
      of: ({ seen }) => seen.reports.filter(({ capture }) => capture === 'seen').map(({ key }) => key),
    },
    address: {
      means: 'The address of the answer on the site.',
      of: ({ question, position }) => path(positionAddress(question.entry.id, position.id)),
    },
  });
}
