// The drawing of the statements timeline: lanes from top to bottom, time from left to right.
import { linkHorizontal } from 'd3-shape';
import type { Column, Statement, Statements, VoiceRow } from './statements.ts';
import { textWidth, wrapped } from './text.ts';

/** The width of the drawing. Its unit is at least 0.85 CSS pixels: marks are 24 CSS pixels apart, text is 11 high. */
export const WIDTH = 1040;
export const TEXT_SIZE = 13.5;
export const SMALL_SIZE = 13;
/** The distance between the centres of two marks. */
export const PITCH = 28.5;
/** The width of the column of names, and the left edge of the names in it. */
const NAMES = 214;
export const INDENT = 20;
/** The heights of the axis, and of the head and foot of a lane. */
const AXIS = 40;
const LANE_HEAD = 30;
const LANE_FOOT = 8;
/** The least height of a row, and the height of a line of a name. */
const ROW = 30;
export const LINE = 16;
/** The space beside the marks of a column, and the greatest width of a break between columns. */
const SPACE = 14;
const MAX_BREAK = 56;

interface PlacedMark extends Statement {
  readonly x: number;
  readonly y: number;
}

interface PlacedColumn extends Column {
  readonly x: number;
  readonly width: number;
  /** The number of marks side by side. */
  readonly slots: number;
  /** The width of the break before the column; 0 if no days are left out. */
  readonly gap: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function placeColumns({ columns, lanes }: Statements): PlacedColumn[] {
  const least = columns.map(
    ({ head, under = '' }) =>
      Math.max(PITCH, textWidth(head, SMALL_SIZE), textWidth(under, SMALL_SIZE)) + SPACE,
  );
  // Give the space that the narrowest columns leave to the breaks first, then to the marks.
  const breaks = columns.filter(({ silent }) => silent > 0).length;
  const gap = breaks === 0 ? 0 : Math.min(MAX_BREAK, (WIDTH - NAMES - sum(least)) / breaks);
  const room = WIDTH - NAMES - gap * breaks;
  // A column has as many slots as its fullest cell has marks, or fewer if the columns do not fit: then marks wrap.
  const voices = lanes.flatMap((lane) => lane.voices);
  const slots = columns.map((_column, index) =>
    Math.max(1, ...voices.map(({ cells }) => cells[index]?.length ?? 0)),
  );
  const widths = (): number[] =>
    least.map((width, index) => Math.max(width, (slots[index] ?? 1) * PITCH + SPACE));
  while (sum(widths()) > room && Math.max(...slots) > 1) {
    const widest = Math.max(...slots);
    slots[slots.indexOf(widest)] = widest - 1;
  }
  const spare = (room - sum(widths())) / columns.length;
  let right = NAMES;
  return widths().map((width, index) => {
    const column = columns[index] as Column;
    const before = column.silent > 0 ? gap : 0;
    const x = right + before;
    right = x + width + spare;
    return { ...column, x, width: width + spare, slots: slots[index] ?? 1, gap: before };
  });
}

function placeRow(voice: VoiceRow, columns: readonly PlacedColumn[], top: number) {
  const marks = columns.flatMap(({ x, slots }, index) =>
    (voice.cells[index] ?? []).map((statement, place): PlacedMark => ({
      ...statement,
      x: x + SPACE / 2 + PITCH * ((place % slots) + 0.5),
      y: top + ROW / 2 + PITCH * Math.floor(place / slots),
    })),
  );
  return {
    ...voice,
    /** The name, broken into lines, and the baseline of the first. */
    lines: wrapped(voice.name, TEXT_SIZE, NAMES - INDENT - SPACE / 2, 2),
    y: top + ROW / 2 + 4.5,
    marks,
  };
}

/** @returns a line from one mark to another; it swings out to the right if both stand in one column */
function linkPath(a: PlacedMark, b: PlacedMark): string {
  const [left, right] = a.x <= b.x ? [a, b] : [b, a];
  if (right.x - left.x < 2 * PITCH) {
    const out = right.x + 1.5 * PITCH;
    return `M${left.x},${left.y}C${out},${left.y} ${out},${right.y} ${right.x},${right.y}`;
  }
  return linkHorizontal()({ source: [left.x, left.y], target: [right.x, right.y] }) ?? '';
}

/** Places all columns, lanes, rows and marks, so that marks do not touch and nothing leaves the frame. */
export function layoutStatements(data: Statements) {
  const columns = placeColumns(data);
  let bottom = AXIS;
  const lanes = data.lanes.map((lane) => {
    const y = bottom;
    // The upper edge of the rows, below the name of the side.
    const rowsTop = y + LANE_HEAD;
    let top = rowsTop;
    const rows = lane.voices.map((voice) => {
      const row = placeRow(voice, columns, top);
      const lowest = Math.max(...row.marks.map((mark) => mark.y));
      top = Math.max(lowest + ROW / 2, top + ROW + LINE * (row.lines.length - 1));
      return row;
    });
    bottom = top + LANE_FOOT;
    return { ...lane, y, rowsTop, bottom, rows };
  });
  const marks = new Map(
    lanes.flatMap(({ rows }) => rows.flatMap((row) => row.marks.map((mark) => [mark.report.key, mark]))),
  );
  // A line between the two marks of each opposition.
  const links = data.oppositions.flatMap(({ earlier, later }) => {
    const [from, to] = [marks.get(earlier.report.key), marks.get(later.report.key)];
    return from && to ? [linkPath(from, to)] : [];
  });
  return { width: WIDTH, height: bottom, columns, lanes, links };
}
