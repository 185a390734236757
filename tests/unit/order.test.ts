import { expect, test } from 'vitest';
import { inTimeOrder, reportDate, reportDay } from '../../src/archive/report-dates.ts';
import { onlyToldBy } from '../../src/archive/only-source.ts';
import { archiveWith } from '../support/archive.ts';
import { edited } from '../support/library.ts';

const archive = archiveWith();

test('a report has its own date, else that of its source, else none', () => {
  const dates = archive.reports.map((report) => [report.key, reportDate(report)]);
  expect(dates).toEqual([
    ['gazette/1', '2024-03-05'],
    ['gazette/2', '2024-03-04'],
    ['gazette/3', '2024-03-05'],
    ['gazette/4', '2024-03-05'],
    ['herald/1', undefined],
  ]);
});

test('time order: by date, then by source and paragraph; the undated last', () => {
  const shuffled = [4, 3, 0, 2, 1].flatMap((index) => archive.reports[index] ?? []);
  const inOrder = ['gazette/2', 'gazette/1', 'gazette/3', 'gazette/4', 'herald/1'];
  expect(inTimeOrder(shuffled).map(({ key }) => key)).toEqual(inOrder);
  expect(shuffled[0]?.key, 'the list given is left as it was').toBe('herald/1');
});

test.each([
  ['2024-03-04', '2024-03-04'],
  ['2024-03-04~', '2024-03-04'],
  ['2024-03-04?', '2024-03-04'],
  ['2024-03', undefined],
  ['2024-03-04/2024-03-05', undefined],
  ['2024-21', undefined],
])('the day of a report of %s is %s', (on, day) => {
  const changed = archiveWith(edited('reports/gazette.yaml', 'on: 2024-03-04', `on: ${on}`));
  expect(reportDay(changed.report('gazette/2'))).toBe(day);
  expect(reportDay(changed.report('gazette/1')), 'the source’s date is not when it was said').toBeUndefined();
});

test('positions that only one source reports', () => {
  const alone = (source: string, of = archive) =>
    onlyToldBy(of, source).map(({ question, position, reports }) => [
      question.entry.id,
      position.id,
      reports.map(({ key }) => key),
    ]);
  expect(alone('gazette')).toEqual([['was-it-unsafe', 'safe', ['gazette/4']]]);
  expect(alone('herald')).toEqual([['was-it-unsafe', 'unsafe', ['herald/1']]]);
  expect(alone('tribune')).toEqual([]);
  const answer = 'about: [people/ada]\n    answers: [was-it-unsafe/unsafe]';
  const shared = archiveWith(edited('reports/gazette.yaml', 'about: [people/ada]', answer));
  expect(alone('herald', shared)).toEqual([]);
});
