// Rules for voices and positions: a platform is no voice, a report takes a position that exists, every position is taken
// by a report, and each position of a scale has a short name.
import type { EntryFiles } from '../model/entries.ts';
import { nearest, shown, type Problem } from '../model/problems.ts';
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
          file: ledger.file,
          ...ledger.place(['reports', index, 'by']),
          field: `reports[${index}].by`,
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
  // A ledger that failed to parse may hold the report that a position lacks.
  const complete = ![...unread].some((key) => key.startsWith('reports/'));
  const positions = new Map(
    entries.questions.map((entry) => [entry.id, entry.data.positions.map(({ id }) => id)]),
  );
  for (const { file, place, data } of entries.reports) {
    data.reports.forEach((row, index) =>
      row.answers.forEach(({ question, position }, at) => {
        const ids = positions.get(question);
        if (ids?.includes(position) || unread.has(`questions/${question}`)) return;
        const keys = [...positions].flatMap(([id, all]) => all.map((one) => `${id}/${one}`));
        problems.push({
          rule: 'position',
          file,
          ...place(['reports', index, 'answers', at]),
          field: `reports[${index}].answers[${at}]`,
          found: shown(`${question}/${position}`),
          expected: ids ? `a position of ${question}: ${ids.join(', ')}` : 'a question that exists',
          nearest: nearest(`${question}/${position}`, keys),
          missing: ids ? undefined : `questions/${question}`,
        });
      }),
    );
  }
  for (const { id, file, place, data } of entries.questions) {
    data.positions.forEach(({ id: position, short }, index) => {
      if (!data.scale || short !== undefined) return;
      problems.push({
        rule: 'position',
        file,
        ...place(['positions', index, 'id']),
        field: `positions[${index}].short`,
        found: `nothing for ${shown(position)}`,
        expected: 'the answer in a few words, which each position of a scale needs',
      });
    });
    const ids = data.positions.map((position) => position.id);
    ids.forEach((position, index) => {
      const at = { file, ...place(['positions', index, 'id']), field: `positions[${index}].id` };
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
