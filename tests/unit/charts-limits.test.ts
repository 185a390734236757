// What charts leave out above their limits, tested on the site's own content with small limits.
import { describe, expect, test } from 'vitest';
import { eventTimeline } from '../../src/charts/events.ts';
import { CARRIER_KINDS, sourceBars } from '../../src/charts/lineage.ts';
import { matrix } from '../../src/charts/matrix.ts';
import { leftOut, LIMITS, weightiest } from '../../src/charts/limits.ts';
import { layoutStatements } from '../../src/charts/statements-layout.ts';
import { statements } from '../../src/charts/statements.ts';
import { reportDay } from '../../src/archive/report-dates.ts';
import { refKey } from '../../src/model/references.ts';
import { ownArchive } from '../support/archive.ts';

const archive = ownArchive();
const least = (numbers: readonly number[]): number => Math.min(...numbers);
const greatest = (numbers: readonly number[]): number => Math.max(...numbers);

test.each([
  [[3, 1, 2], 2, [3, 2]],
  [[1, 2, 3], 2, [2, 3]],
  [[1.1, 1.3, 1.2], 2, [1.1, 1.3]],
  [[1, 2], 2, [1, 2]],
  [[], 2, []],
])('of %j, the %i items with the greatest weight are %j', (items, limit, kept) => {
  expect(weightiest<number>(items, limit, Math.floor)).toEqual(kept);
});

test('a chart says how many items it leaves out, and says nothing if it leaves out none', () => {
  expect(leftOut(5, 5, 'events')).toBe('');
  expect(leftOut(5, 9, 'events')).toBe(' Only the 5 events with the most reports, of 9, are drawn.');
});

describe('a chart over its limit', () => {
  test('of events draws those with the most reports', () => {
    const drawn = eventTimeline(archive, { ...LIMITS, events: 4 }).rows;
    const others = archive.list('events').filter((event) => !drawn.some((row) => row.event === event));
    expect(drawn).toHaveLength(4);
    expect(least(drawn.map(({ reports }) => reports))).toBeGreaterThanOrEqual(
      greatest(others.map((event) => archive.about(event).length)),
    );
  });

  test('of sources and questions limits both, and keeps every cell in the column of its source', () => {
    const { sources, groups } = matrix(archive, { ...LIMITS, sources: 2, questions: 5 });
    const rows = groups.flatMap((group) => group.rows);
    expect(sources).toHaveLength(2);
    expect(rows).toHaveLength(5);
    for (const { cells } of rows) {
      expect(cells).toHaveLength(2);
      for (const [column, cell] of cells.entries())
        for (const { source } of cell.flatMap(({ reports }) => reports))
          expect(source).toBe(sources[column]?.id);
    }
  });

  test('of bars draws the held sources with the most reports, and the seen ones as one', () => {
    const bars = sourceBars(archive, CARRIER_KINDS, { ...LIMITS, sources: 2 });
    expect(bars.map(({ of }) => of === 'seen')).toEqual([false, false, true]);
    const drawn = new Set(bars.map(({ of }) => (typeof of === 'string' ? of : of.id)));
    const others = archive.heldSources.filter(({ id }) => !drawn.has(id));
    expect(least(bars.slice(0, 2).map(({ reports }) => reports.length))).toBeGreaterThanOrEqual(
      greatest(others.map(({ id }) => archive.reportsOf(id).length)),
    );
  });

  test('of statements draws all statements of the voices it keeps, and counts those of all voices', () => {
    const all = archive.heldReports.filter((report) => reportDay(report) !== undefined);
    const data = statements(archive, { ...LIMITS, voices: 5 });
    const drawn = data.lanes.flatMap(({ voices }) => voices.flatMap(({ cells }) => cells.flat()));
    expect(data.lanes.flatMap(({ voices }) => voices)).toHaveLength(5);
    expect(drawn.length).toBeLessThan(all.length);
    for (const { voices } of data.lanes) {
      for (const { ref, cells } of voices)
        expect(cells.flat()).toHaveLength(all.filter(({ voice }) => refKey(voice) === refKey(ref)).length);
    }
    expect(data.lanes.reduce((sum, { dated }) => sum + dated, 0)).toBe(all.length);
    // No line leads to a statement that is not drawn.
    const placed = layoutStatements(data).lanes.flatMap(({ rows }) => rows.flatMap(({ marks }) => marks));
    expect(placed).toHaveLength(drawn.length);
  });
});

test('the content of the site is within all limits', () => {
  expect(archive.list('events').length).toBeLessThanOrEqual(LIMITS.events);
  expect(archive.heldSources.length).toBeLessThanOrEqual(LIMITS.sources);
  expect(archive.questions.length).toBeLessThanOrEqual(LIMITS.questions);
});
