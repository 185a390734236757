// Rules for voices and positions: a platform is no voice, a report takes a position that exists, every position is taken
// by a report, its other wordings are of its voices, each position of a scale has a short name, and no report takes two
// positions that exclude each other.
import type { EntryFiles } from '../model/entries.ts';
import { fieldAt, nearest, shown, type Problem } from '../model/problems.ts';
import { refKey } from '../model/references.ts';
import { rowsOf, unreadOf } from './rows.ts';

/** Refuses a platform as the voice of a report. */
export function* voiceProblems({ organisations, reports }: EntryFiles): Iterable<Problem> {
  const platforms = new Set(organisations.filter(({ data }) => data.side === 'platform').map(refKey));
  for (const { voice, at } of rowsOf(reports)) {
    const expected = 'a voice: a platform only carries (put it in `via`)';
    if (platforms.has(voice))
      yield { rule: 'reference', ...at('by'), found: `${shown(voice)}, a platform`, expected };
  }
}

/**
 * Checks positions from both ends.
 * @param unread files that failed to parse, as `collection/id`: what depends on them is not reported again
 */
export function* positionProblems(
  { questions, reports }: EntryFiles,
  unread: ReadonlySet<string>,
): Iterable<Problem> {
  /** The positions that reports take, with the voices that take them. */
  const taken = new Map<string, Set<string>>();
  const positions = new Map(questions.map(({ id, data }) => [id, data.positions.map((each) => each.id)]));
  const keys = [...positions].flatMap(([id, all]) => all.map((position) => `${id}/${position}`));
  for (const { row, voice, at } of rowsOf(reports))
    for (const [index, { question, position }] of row.answers.entries()) {
      const key = `${question}/${position}`;
      taken.set(key, (taken.get(key) ?? new Set<string>()).add(voice));
      const ids = positions.get(question);
      if (ids?.includes(position) || unread.has(`questions/${question}`)) continue;
      yield {
        rule: 'position',
        ...at('answers', index),
        found: shown(key),
        expected: ids ? `a position of ${question}: ${ids.join(', ')}` : 'a question that exists',
        nearest: nearest(key, keys),
        missing: ids ? undefined : `questions/${question}`,
      };
    }
  // A ledger that failed to parse may hold the report that a position lacks.
  const complete = unreadOf(unread, 'reports').length === 0;
  for (const file of questions) {
    const ids = file.data.positions.map(({ id }) => id);
    for (const [index, { id, short, wordings }] of file.data.positions.entries()) {
      const at = fieldAt(file, ['positions', index, 'id']);
      const found = shown(id);
      const key = `${file.id}/${id}`;
      if (file.data.scale && short === undefined) {
        const expected = 'the answer in a few words, which each position of a scale needs';
        const field = `positions[${index}].short`;
        yield { rule: 'position', ...at, field, found: `nothing for ${found}`, expected };
      }
      for (const [other, { by }] of wordings.entries()) {
        if (!complete || taken.get(key)?.has(refKey(by))) continue;
        yield {
          rule: 'position',
          ...fieldAt(file, ['positions', index, 'wordings', other, 'by']),
          found: `${shown(refKey(by))}, which does not take the position`,
          expected: 'a voice with a report that takes it',
        };
      }
      if (ids.indexOf(id) < index) yield { rule: 'duplicate', ...at, found, expected: 'an id of its own' };
      if (complete && !taken.has(key))
        yield { rule: 'position', ...at, found, expected: `at least one report with answers: [${key}]` };
    }
  }
}

/** Finds reports that take two positions of a question whose positions exclude each other, and answers that stand twice. */
export function* contraryPositions({ questions, reports }: EntryFiles): Iterable<Problem> {
  const exclusive = new Set(questions.filter(({ data }) => data.exclusive).map(({ id }) => id));
  for (const { row, at } of rowsOf(reports))
    for (const [index, { question, position }] of row.answers.entries()) {
      const other = row.answers.slice(0, index).find((before) => before.question === question);
      if (!other || other.position === position || !exclusive.has(question)) continue;
      const found = `${question}/${position} beside ${question}/${other.position}`;
      const expected = 'one position: the answers of this question exclude each other (`exclusive`)';
      yield { rule: 'position', ...at('answers', index), found, expected };
    }
  for (const file of questions) {
    const answers = file.data.positions.map(({ answer }) => answer.toLowerCase());
    for (const [index, answer] of answers.entries()) {
      if (answers.indexOf(answer) === index) continue;
      const at = fieldAt(file, ['positions', index, 'answer']);
      yield {
        rule: 'duplicate',
        ...at,
        found: shown(answer),
        expected: 'an answer that no other position has',
      };
    }
  }
}
