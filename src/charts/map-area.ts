// Where a label may stand in an area: a grid over the map tells how much of it would lie inside. Every point of the
// grid is tried for every area of every map, so how much lies in a box is read from sums
// (https://en.wikipedia.org/wiki/Summed-area_table).
import type { Candidate } from './map-labels.ts';
import type { Box, Spot } from './map-view.ts';

/** The distance between the points at which an area is looked at, in units. */
const STEP = 8;

/** Which points of a grid over the frame lie in an area, row by row. */
function fill(rings: readonly (readonly Spot[])[], frame: Box): boolean[][] {
  const columns = Math.floor(frame.width / STEP) + 1;
  const rows = Math.floor(frame.height / STEP) + 1;
  // Where the outlines cross each row; between an odd and an even crossing lies the area.
  const crossings = Array.from({ length: rows }, (): number[] => []);
  for (const ring of rings) {
    let [lastX, lastY] = ring.at(-1) ?? [0, 0];
    for (const [x, y] of ring) {
      const until = Math.min(rows, Math.ceil(Math.max(lastY, y) / STEP));
      for (let row = Math.max(0, Math.ceil(Math.min(lastY, y) / STEP)); row < until; row++)
        crossings[row]?.push(lastX + ((row * STEP - lastY) / (y - lastY)) * (x - lastX));
      [lastX, lastY] = [x, y];
    }
  }
  return crossings.map((row) => {
    row.sort((a, b) => a - b);
    const line = Array.from({ length: columns }, () => false);
    for (let index = 0; index + 1 < row.length; index += 2) {
      const from = Math.max(0, Math.ceil((row[index] ?? 0) / STEP));
      line.fill(true, from, Math.max(from, Math.floor((row[index + 1] ?? 0) / STEP) + 1));
    }
    return line;
  });
}

/** How many points lie in an area above and left of each point of the grid, and of those just past its end. */
function summed(filled: readonly (readonly boolean[])[]): number[][] {
  const sums = [Array.from({ length: (filled[0]?.length ?? 0) + 1 }, () => 0)];
  for (const [row, line] of filled.entries()) {
    const above = sums[row] ?? [];
    let sum = 0;
    sums.push([0, ...line.map((is, column) => (above[column + 1] ?? 0) + (sum += Number(is)))]);
  }
  return sums;
}

/** How many points lie in an area, of those from one column and row to before another; some may be outside the grid. */
function countIn(
  sums: readonly number[][],
  left: number,
  top: number,
  right: number,
  bottom: number,
): number {
  const at = (row: number, column: number): number => {
    const line = sums[Math.min(Math.max(row, 0), sums.length - 1)] ?? [];
    return line[Math.min(Math.max(column, 0), line.length - 1)] ?? 0;
  };
  return at(bottom, right) - at(top, right) - at(bottom, left) + at(top, left);
}

/** The points of the grid that a label of this length around a point is looked at by: the first, from there, and how many. */
function lookedAt(length: number): { readonly first: number; readonly count: number } {
  return { first: Math.round(-length / 2 / STEP), count: Math.floor(length / STEP) + 1 };
}

/**
 * Where a label of this size may stand in an area: where most of it lies inside, nearest the middle of
 * what the frame shows of it.
 * @param rings the area's outlines, in units; a hole is a ring like any other
 * @param share the least part of the label that must lie inside, 0 to 1
 */
export function inArea(
  rings: readonly (readonly Spot[])[],
  frame: Box,
  width: number,
  height: number,
  share: number,
): Candidate[] {
  const filled = fill(rings, frame);
  const cells = filled.flatMap((line, row) =>
    line.flatMap((is, column): Spot[] => (is ? [[column * STEP, row * STEP]] : [])),
  );
  if (cells.length === 0) return [];
  const middleX = cells.reduce((sum, [x]) => sum + x, 0) / cells.length;
  const middleY = cells.reduce((sum, [, y]) => sum + y, 0) / cells.length;
  const sums = summed(filled);
  const columns = lookedAt(width);
  const rows = lookedAt(height);
  const seen = columns.count * rows.count;
  return cells
    .map(([x, y]) => {
      const box = { x: x - width / 2, y: y - height / 2, width, height };
      const [left, top] = [x / STEP + columns.first, y / STEP + rows.first];
      const within = countIn(sums, left, top, left + columns.count, top + rows.count);
      const part = within / seen;
      // A label that lies wholly inside may stand a good way off the middle.
      return { box, part, cost: Math.hypot(x - middleX, y - middleY) + (1 - part) * 300 };
    })
    .filter(({ part }) => part >= share)
    .sort((a, b) => a.cost - b.cost)
    .map(({ box }) => ({ box, anchor: 'middle' as const }));
}
