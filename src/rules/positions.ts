// Rules for voices and positions: a platform is no voice, a report takes a position that exists, every position is taken
// by a report, its other wordings are of its voices, each position of a scale has a short name, and no report takes two positions that exclude each other.
import type { EntryFiles } from '../model/entries.ts';
import { fieldAt, nearest, shown, type Problem } from '../model/problems.ts';
import { refKey } from '../model/references.ts';

/** Refuses a platform as the voice of a report. */
export function voiceProblems(entries: EntryFiles): Problem[] {
  const platforms = new Set(
    entries.organisations
      .filter(({ data }) => data.side === 'platform')
      .map(({ id }) => `organisations/${id}`),
  );
  return entries.reports.flatMap((ledger) =>
    ledger.data.reports.flatMap((row, index): Problem[] => {
      if (row.by === 'self' || !platforms.has(refKey(row.by))) return [];
      return [
        {
          rule: 'reference',
          ...fieldAt(ledger, ['reports', index, 'by']),
          found: `${shown(refKey(row.by))}, a platform`,
          expected: 'a voice: a platform only carries (put it in `via`)',
        },
      ];
    }),
  );
}

/**
 * Checks positions from both ends.
 * @param unread files that failed to parse, as `collection/id`: what depends on them is not reported again
 */
export function positionProblems(entries: EntryFiles, unread: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  const taken = new Set(
    entries.reports.flatMap(({ data }) =>
      data.reports.flatMap(({ answers }) =>
        answers.map(({ question, position }) => `${question}/${position}`),
      ),
    ),
  );
  const voices = new Set(
    entries.reports.flatMap(({ data }) =>
      data.reports.flatMap(({ by, answers }) => {
        const voice = by === 'self' ? `sources/${data.source}` : refKey(by);
        return answers.map(({ question, position }) => `${question}/${position} ${voice}`);
      }),
    ),
  );
  // A ledger that failed to parse may hold the report that a position lacks.
  const complete = ![...unread].some((key) => key.startsWith('reports/'));
  const positions = new Map(
    entries.questions.map((entry) => [entry.id, entry.data.positions.map(({ id }) => id)]),
  );
  for (const ledger of entries.reports) {
    ledger.data.reports.forEach((row, index) =>
      row.answers.forEach(({ question, position }, at) => {
        const ids = positions.get(question);
        if (ids?.includes(position) || unread.has(`questions/${question}`)) return;
        const keys = [...positions].flatMap(([id, all]) => all.map((one) => `${id}/${one}`));
        problems.push({
          rule: 'position',
          ...fieldAt(ledger, ['reports', index, 'answers', at]),
          found: shown(`${question}/${position}`),
          expected: ids ? `a position of ${question}: ${ids.join(', ')}` : 'a question that exists',
          nearest: nearest(`${question}/${position}`, keys),
          missing: ids ? undefined : `questions/${question}`,
        });
      }),
    );
  }
  for (const file of entries.questions) {
    const { id, data } = file;
    data.positions.forEach(({ id: position, short }, index) => {
      if (!data.scale || short !== undefined) return;
      problems.push({
        rule: 'position',
        ...fieldAt(file, ['positions', index, 'id']),
        field: `positions[${index}].short`,
        found: `nothing for ${shown(position)}`,
        expected: 'the answer in a few words, which each position of a scale needs',
      });
    });
    data.positions.forEach(({ id: position, wordings }, index) =>
      wordings.forEach(({ by }, at) => {
        if (!complete || voices.has(`${id}/${position} ${refKey(by)}`)) return;
        problems.push({
          rule: 'position',
          ...fieldAt(file, ['positions', index, 'wordings', at, 'by']),
          found: `${shown(refKey(by))}, which does not take the position`,
          expected: 'a voice with a report that takes it',
        });
      }),
    );
    const ids = data.positions.map((position) => position.id);
    ids.forEach((position, index) => {
      const at = fieldAt(file, ['positions', index, 'id']);
      const found = shown(position);
      if (ids.indexOf(position) < index)
        problems.push({ rule: 'duplicate', ...at, found, expected: 'an id of its own' });
      if (!complete || taken.has(`${id}/${position}`)) return;
      const expected = `at least one report with answers: [${id}/${position}]`;
      problems.push({ rule: 'position', ...at, found, expected });
    });
  }
  return problems;
}

/** Finds reports that take two positions of a question whose positions exclude each other, and answers that stand twice. */
export function contraryPositions({ questions, reports }: EntryFiles): Problem[] {
  const exclusive = new Set(questions.filter(({ data }) => data.exclusive).map(({ id }) => id));
  const contrary = reports.flatMap((ledger) =>
    ledger.data.reports.flatMap(({ answers }, index) =>
      answers.flatMap(({ question, position }, at): Problem[] => {
        const other = answers.slice(0, at).find((before) => before.question === question);
        if (!other || other.position === position || !exclusive.has(question)) return [];
        const path = ['reports', index, 'answers', at];
        const found = `${question}/${position} beside ${question}/${other.position}`;
        const expected = 'one position: the answers of this question exclude each other (`exclusive`)';
        return [{ rule: 'position', ...fieldAt(ledger, path), found, expected }];
      }),
    ),
  );
  const same = questions.flatMap((file) => {
    const answers = file.data.positions.map(({ answer }) => answer.toLowerCase());
    return answers.flatMap((answer, index): Problem[] => {
      if (answers.indexOf(answer) === index) return [];
      const path = ['positions', index, 'answer'];
      const expected = 'an answer that no other position has';
      return [{ rule: 'duplicate', ...fieldAt(file, path), found: shown(answer), expected }];
    });
  });
  return [...contrary, ...same];
}
