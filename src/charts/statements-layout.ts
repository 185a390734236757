// The statements timeline drawn: lanes down, time across, in the unit of a drawing `WIDTH` wide.
import { linkHorizontal } from 'd3-shape';
import type { Column, Lane, Opposition, Statement, Statements, VoiceRow } from './statements.ts';
import { textWidth, wrapped } from './text.ts';

/** The drawing is shown from 0.85 of its size on, where marks are 24 CSS pixels apart and words 11 high. */
export const WIDTH = 1040;
export const TEXT_SIZE = 13.5;
export const SMALL_SIZE = 13;
/** From mark to mark. */
export const PITCH = 28.5;
/** The column of the voices' names, and where in it they begin. */
const LABELS = 214;
export const INDENT = 20;
/** The head of the columns, and of each lane. */
const AXIS = 40;
const LANE_HEAD = 30;
const LANE_FOOT = 8;
/** A row's least height, and the height of a line of a name. */
const ROW = 30;
export const LINE = 16;
/** Room beside the marks of a column; a break between columns is at most so wide. */
const SPACE = 14;
const BREAK = 56;

export interface PlacedMark {
  readonly statement: Statement;
  readonly x: number;
  readonly y: number;
}

export interface PlacedRow {
  readonly voice: VoiceRow;
  /** The name, broken into lines. */
  readonly lines: readonly string[];
  /** The baseline of the first line. */
  readonly y: number;
  readonly marks: readonly PlacedMark[];
}

export interface PlacedLane {
  readonly lane: Lane;
  readonly y: number;
  /** Where its rows begin, below the name of its side. */
  readonly rowsTop: number;
  readonly bottom: number;
  readonly rows: readonly PlacedRow[];
}

export interface PlacedColumn {
  readonly column: Column;
  readonly x: number;
  readonly width: number;
  /** The marks that stand side by side in it. */
  readonly slots: number;
  /** The width of the break before it; 0 where no days are left out. */
  readonly gap: number;
}

export interface StatementsLayout {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly PlacedColumn[];
  readonly lanes: readonly PlacedLane[];
  /** A line between the two marks of each opposition. */
  readonly links: readonly { readonly opposition: Opposition; readonly path: string }[];
}

/**
 * How many marks stand side by side in each column: as many as its fullest cell has, fewer where all
 * columns together would be wider than the room.
 */
function slotsOf(fullest: readonly number[], least: readonly number[], room: number): number[] {
  const slots = fullest.map((count) => Math.max(1, count));
  const all = (): number => columnWidths(slots, least).reduce((sum, width) => sum + width, 0);
  while (all() > room && Math.max(...slots) > 1) {
    const widest = slots.indexOf(Math.max(...slots));
    slots[widest] = (slots[widest] as number) - 1;
  }
  return slots;
}

function columnWidths(slots: readonly number[], least: readonly number[]): number[] {
  return slots.map((count, index) => Math.max(least[index] as number, count * PITCH + SPACE));
}

function placeColumns({ columns, lanes }: Statements): PlacedColumn[] {
  const room = WIDTH - LABELS;
  const breaks = columns.filter(({ silent }) => silent > 0).length;
  // What the narrowest columns leave is for the breaks first, then for the marks.
  const least = columns.map(
    ({ head, under = '' }) =>
      Math.max(PITCH, textWidth(head, SMALL_SIZE), textWidth(under, SMALL_SIZE)) + SPACE,
  );
  const leastSum = least.reduce((sum, width) => sum + width, 0);
  const gap = breaks === 0 ? 0 : Math.min(BREAK, (room - leastSum) / breaks);
  const voices = lanes.flatMap((lane) => lane.voices);
  const fullest = columns.map((_column, index) =>
    Math.max(0, ...voices.map(({ cells }) => cells[index]?.length ?? 0)),
  );
  const slots = slotsOf(fullest, least, room - gap * breaks);
  const widths = columnWidths(slots, least);
  const spare = (room - gap * breaks - widths.reduce((sum, width) => sum + width, 0)) / columns.length;
  let x = LABELS;
  return columns.map((column, index) => {
    const before = column.silent > 0 ? gap : 0;
    const width = (widths[index] as number) + spare;
    const placed = { column, x: x + before, width, slots: slots[index] as number, gap: before };
    x += before + width;
    return placed;
  });
}

function placeRow(
  voice: VoiceRow,
  columns: readonly PlacedColumn[],
  top: number,
): PlacedRow & { height: number } {
  const lines = wrapped(voice.name, TEXT_SIZE, LABELS - INDENT - SPACE / 2, 2);
  const marks = voice.cells.flatMap((cell, index) => {
    const { x, slots } = columns[index] as PlacedColumn;
    return cell.map((statement, n) => ({
      statement,
      x: x + SPACE / 2 + PITCH * ((n % slots) + 0.5),
      y: top + ROW / 2 + PITCH * Math.floor(n / slots),
    }));
  });
  const lowest = Math.max(...marks.map(({ y }) => y));
  return {
    voice,
    lines,
    y: top + ROW / 2 + 4.5,
    marks,
    height: Math.max(lowest - top + ROW / 2, ROW + LINE * (lines.length - 1)),
  };
}

/** A thin line from one mark to another; where they stand in one column, it swings out to the right. */
function linkPath(a: PlacedMark, b: PlacedMark): string {
  const [left, right] = a.x <= b.x ? [a, b] : [b, a];
  if (right.x - left.x < 2 * PITCH) {
    const out = right.x + 1.5 * PITCH;
    return `M${left.x},${left.y}C${out},${left.y} ${out},${right.y} ${right.x},${right.y}`;
  }
  return linkHorizontal()({ source: [left.x, left.y], target: [right.x, right.y] }) ?? '';
}

/** Places everything; marks never touch, and nothing leaves the frame. */
export function layoutStatements(data: Statements): StatementsLayout {
  const columns = placeColumns(data);
  let y = AXIS;
  const lanes = data.lanes.map((lane): PlacedLane => {
    const top = y;
    y += LANE_HEAD;
    const rows = lane.voices.map((voice) => {
      const row = placeRow(voice, columns, y);
      y += row.height;
      return row;
    });
    y += LANE_FOOT;
    return { lane, y: top, rowsTop: top + LANE_HEAD, bottom: y, rows };
  });
  const marks = new Map(
    lanes.flatMap(({ rows }) =>
      rows.flatMap((row) => row.marks.map((mark) => [mark.statement.report.key, mark] as const)),
    ),
  );
  return {
    width: WIDTH,
    height: y,
    columns,
    lanes,
    links: data.oppositions.flatMap((opposition) => {
      const earlier = marks.get(opposition.earlier.report.key);
      const later = marks.get(opposition.later.report.key);
      return earlier && later ? [{ opposition, path: linkPath(earlier, later) }] : [];
    }),
  };
}
