import { describe, expect, test } from 'vitest';
import type { Question } from '../../src/archive/archive.ts';
import { letterOf, matrix, matrixQuestions } from '../../src/charts/matrix.ts';
import { ownArchive } from '../support/archive.ts';

const archive = ownArchive();
const { sources, groups } = matrix(archive);
const rows = groups.flatMap((group) => group.rows);

describe('the matrix', () => {
  test('has a column for each held source and a row for each question that they answer, under its standing', () => {
    expect(sources).toEqual(archive.list('sources').filter(({ data }) => data.capture === 'held'));
    const ids = (questions: readonly Question[]): string[] => questions.map(({ entry }) => entry.id).sort();
    expect(ids(rows.map(({ question }) => question))).toEqual(ids(matrixQuestions(archive)));
    for (const group of groups) {
      for (const { question, cells } of group.rows) {
        expect(question.standing).toBe(group.standing);
        expect(cells).toHaveLength(sources.length);
      }
    }
  });

  test('equals the archive: each answer of each report is in exactly one cell', () => {
    const shown = rows.flatMap(({ question, cells }) =>
      cells.flatMap((cell, column) =>
        cell.flatMap(({ position, reports }) =>
          reports.map((report) => `${sources[column]?.id} ${question.entry.id}/${position.id} ${report.key}`),
        ),
      ),
    );
    const expected = archive.heldReports.flatMap(({ answers, source, key }) =>
      answers.map(({ question, position }) => `${source} ${question}/${position} ${key}`),
    );
    expect(shown.sort()).toEqual(expected.sort());
  });

  test('gives the positions of a question letters in the order of its page', () => {
    for (const { question, positions, cells } of rows) {
      const answers = archive.heldReports.flatMap((report) => report.answers);
      const taken = answers.filter((answer) => answer.question === question.entry.id);
      const held = question.entry.data.positions.filter(({ id }) =>
        taken.some(({ position }) => position === id),
      );
      expect(positions.map(({ letter, position }) => `${letter} ${position.id}`)).toEqual(
        held.map(({ id }, index) => `${letterOf(index)} ${id}`),
      );
      for (const { letter, position } of cells.flat()) {
        expect(positions).toContainEqual({ letter, position });
      }
    }
  });

  test('has empty cells for silent sources, and no position without a report', () => {
    expect(rows.flatMap(({ cells }) => cells).some((cell) => cell.length === 0)).toBe(true);
    for (const { reports } of rows.flatMap(({ cells }) => cells.flat())) expect(reports).not.toEqual([]);
  });
});

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'A2'],
  [53, 'B3'],
])('position %d is %s', (index, letter) => {
  expect(letterOf(index)).toBe(letter);
});
