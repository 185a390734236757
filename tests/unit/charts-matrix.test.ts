import { describe, expect, test } from 'vitest';
import { letterOf, matrix } from '../../src/charts/matrix.ts';
import { archiveOf } from '../support/archive.ts';
import { PROJECT } from '../support/project.ts';

const archive = archiveOf(PROJECT);
const { sources, groups } = matrix(archive);
const rows = groups.flatMap((group) => group.rows);

describe('the matrix', () => {
  test('has a column for each source and a row for each question, under its standing', () => {
    expect(sources).toEqual(archive.list('sources'));
    expect(rows.map(({ question }) => question.entry.id).sort()).toEqual(
      archive.questions.map(({ entry }) => entry.id).sort(),
    );
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
    const expected = archive.reports.flatMap((report) =>
      report.answers.map(
        ({ question, position }) => `${report.source} ${question}/${position} ${report.key}`,
      ),
    );
    expect(shown.sort()).toEqual(expected.sort());
  });

  test('gives the positions of a question letters in the order of its page', () => {
    for (const { question, positions, cells } of rows) {
      expect(positions.map(({ position }) => position.id)).toEqual(
        question.entry.data.positions.map(({ id }) => id),
      );
      expect(new Set(positions.map(({ letter }) => letter)).size).toBe(positions.length);
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
