// A time axis with marked breaks: distant years stand in narrow pieces, so that the days with most events have room.
// Positions are per cent of the axis's width, so that one drawing fits every screen while its text keeps its size.
import { scaleUtc } from 'd3-scale';
import { utcDay, utcMonth, utcYear, type TimeInterval } from 'd3-time';
import { DAY, dateWords } from '../model/dates.ts';
import { textWidth } from './text.ts';

/** The narrowest axis in CSS pixels: a phone 320 pixels wide, less the margins of the page. */
export const NARROWEST = 288;
/** The text size, and the distance from a tick to its label and between two labels, in CSS pixels. */
export const LABEL_SIZE = 12;
export const LABEL_GAP = 3;

/** The greatest number of pieces, and the length of time without an event that can break the axis. */
const MAX_PIECES = 6;
const BREAK_AFTER = 14 * DAY;
/** The number of gaps among which the breaks are chosen: the longest. */
const GAPS_TRIED = 12;
/** The least width of a piece, and the width of a break, in per cent. */
const MIN_WIDTH = 11;
const BREAK = 2.5;
/** The least time that a piece covers: less than the shortest break, so that lengthened pieces do not meet. */
const MIN_TIME = 13 * DAY;
/** The space after the last piece for the label of its last tick, as a share of its time. */
const TAIL = 0.06;

/** A stretch of time in milliseconds since 1970 (UTC), `to` excluded. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface AxisLabel {
  /** The position in per cent. The text starts `LABEL_GAP` pixels to the right of it. */
  readonly x: number;
  /** 0 for the label of the tick, 1 for the wider unit below it. */
  readonly line: 0 | 1;
  readonly words: string;
}

/** A piece of the axis, in which time is even. `x`, `width` and `ticks` are in per cent. */
export interface Piece extends Stretch {
  readonly x: number;
  readonly width: number;
  /** "1 January 2014 – 31 December 2014". */
  readonly words: string;
  readonly ticks: readonly number[];
  readonly labels: readonly AxisLabel[];
}

export interface TimeAxis {
  readonly pieces: readonly Piece[];
  /** The gaps between pieces, in per cent. */
  readonly breaks: readonly { readonly x: number; readonly width: number }[];
  /**
   * Places a stretch, in per cent, and cuts off what overhangs its piece.
   * @throws RangeError if the stretch starts in no piece
   */
  readonly place: (stretch: Stretch) => { readonly x: number; readonly width: number };
}

/** @returns the ISO day of a moment in UTC: `2023-05-22` */
export function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** A stretch with the number of stretches that it holds. */
interface Span extends Stretch {
  readonly count: number;
}

/** Joins stretches no more than `apart` milliseconds apart, and counts them. */
function joined(stretches: readonly Stretch[], apart: number): Span[] {
  const pieces: { from: number; to: number; count: number }[] = [];
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = pieces.at(-1);
    if (last && from - last.to <= apart) {
      last.to = Math.max(last.to, to);
      last.count += 1;
    } else pieces.push({ from, to, count: 1 });
  }
  return pieces;
}

/** @returns the widths of the pieces in per cent: in proportion to their counts, but at least MIN_WIDTH */
function widthsOf(counts: readonly number[]): number[] {
  const narrow = new Set<number>();
  for (;;) {
    const left = 100 - BREAK * (counts.length - 1) - MIN_WIDTH * narrow.size;
    const total = counts.reduce((sum, count, index) => (narrow.has(index) ? sum : sum + count), 0);
    const widths = counts.map((count, index) => (narrow.has(index) ? MIN_WIDTH : (count / total) * left));
    const next = widths.findIndex((width) => width < MIN_WIDTH);
    if (next < 0) return widths;
    narrow.add(next);
  }
}

/** The room that pieces give: the sum over all stretches of the logarithm of the width that a unit of time has. */
function roomIn(spans: readonly Span[]): number {
  const widths = widthsOf(spans.map(({ count }) => count));
  return spans.reduce((sum, { from, to, count }, index) => {
    return sum + count * Math.log((widths[index] ?? MIN_WIDTH) / Math.max(MIN_TIME, to - from));
  }, 0);
}

/** Divides stretches into pieces, at those of the longest gaps that give the stretches the most room on average. */
function divided(stretches: readonly Stretch[]): Span[] {
  const groups = joined(stretches, BREAK_AFTER);
  if (groups.length === 0) return [];
  const gaps = groups
    .slice(1)
    .map(({ from }, index) => ({ at: index + 1, length: from - (groups[index]?.to ?? from) }))
    .sort((a, b) => b.length - a.length)
    .slice(0, GAPS_TRIED)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  const piecesAt = (breaks: readonly number[]): Span[] =>
    [0, ...breaks].map((start, index) => {
      const own = groups.slice(start, breaks[index]);
      const count = own.reduce((sum, group) => sum + group.count, 0);
      return { from: own[0]?.from ?? 0, to: Math.max(...own.map(({ to }) => to)), count };
    });
  // Every choice of at most MAX_PIECES - 1 gaps.
  const choices = gaps.reduce<number[][]>(
    (chosen, gap) => [
      ...chosen,
      ...chosen.filter(({ length }) => length < MAX_PIECES - 1).map((breaks) => [...breaks, gap]),
    ],
    [[]],
  );
  return choices
    .map(piecesAt)
    .reduce((best, pieces) => (roomIn(pieces) > roomIn(best) ? pieces : best), piecesAt([]));
}

interface Step {
  readonly unit: 'day' | 'month' | 'year';
  readonly days: number;
  /** The least distance between two ticks in CSS pixels. */
  readonly apart: number;
  readonly every: TimeInterval | null;
}

/** The possible distances of ticks, shortest first. Weeks start on the 1st, 8th, 15th, 22nd and 29th of a month. */
const STEPS: readonly Step[] = [
  { unit: 'day', days: 1, apart: 20, every: utcDay },
  { unit: 'day', days: 7, apart: 20, every: utcDay.every(7) },
  { unit: 'month', days: 31, apart: 20, every: utcMonth },
  { unit: 'month', days: 92, apart: 26, every: utcMonth.every(3) },
  ...[1, 2, 5, 10, 20, 50, 100].map((years): Step => {
    return { unit: 'year', days: 366 * years, apart: 32, every: utcYear.every(years) };
  }),
];

/**
 * Names a tick, and the wider unit if it begins there: "22" and "May 2023"; "Mar" and "2023"; "2014".
 * @param before the previous tick; undefined for the first
 */
export function tickWords(
  date: Date,
  before: Date | undefined,
  unit: Step['unit'],
): { readonly words: string; readonly under: string | undefined } {
  const year = `${date.getUTCFullYear()}`;
  const newYear = date.getUTCFullYear() !== before?.getUTCFullYear();
  const month = date.toLocaleDateString('en-GB', { month: 'short', timeZone: 'UTC' });
  if (unit === 'year') return { words: year, under: undefined };
  if (unit === 'month') return { words: month, under: newYear ? year : undefined };
  const newMonth = newYear || date.getUTCMonth() !== before?.getUTCMonth();
  return {
    words: `${date.getUTCDate()}`,
    under: newYear ? `${month} ${year}` : newMonth ? month : undefined,
  };
}

/**
 * Labels ticks, leaving out labels that would touch or overhang on the narrowest axis.
 * @param end the right edge of the room for labels, in per cent
 */
function labelsOf(ticks: readonly { date: Date; x: number }[], unit: Step['unit'], end: number): AxisLabel[] {
  const taken: [number, number] = [-LABEL_GAP, -LABEL_GAP];
  const labels = ticks.flatMap(({ date, x }, index): AxisLabel[] => {
    const { words, under } = tickWords(date, ticks[index - 1]?.date, unit);
    return [{ x, line: 0, words }, ...(under === undefined ? [] : [{ x, line: 1 as const, words: under }])];
  });
  return labels.filter(({ x, line, words }) => {
    const from = (x / 100) * NARROWEST + LABEL_GAP;
    const to = from + textWidth(words, LABEL_SIZE);
    if (from < taken[line] + LABEL_GAP || to > (end / 100) * NARROWEST) return false;
    taken[line] = to;
    return true;
  });
}

/** Makes a piece with its ticks and labels. @param end the right edge of the room for labels, in per cent */
function pieceOf({ from, to }: Stretch, x: number, width: number, end: number): Piece {
  const days = (to - from) / DAY;
  const pixels = (width / 100) * NARROWEST;
  const fits = (step: Step): boolean => (step.days / days) * pixels >= step.apart;
  const { unit, apart, every } = STEPS.find(fits) ?? (STEPS.at(-1) as Step);
  const scale = scaleUtc([from, to], [x, x + width]);
  const ticks = (every ?? utcDay)
    .range(new Date(from), new Date(to))
    .map((date) => ({ date, x: scale(date) }));
  // Leave out the label of the 29th if it is close to the first of the next month, whose label also names the month.
  const spoken = ticks.filter((tick, index) => {
    const next = ticks[index + 1];
    return next?.date.getUTCDate() !== 1 || ((next.x - tick.x) / 100) * NARROWEST >= apart;
  });
  const labels = labelsOf(spoken, unit, end);
  // If no label of a tick fits, name the month or year in which the piece begins.
  const start = labelsOf([{ date: new Date(from), x }], days < 366 ? 'month' : 'year', end);
  return {
    from,
    to,
    x,
    width,
    words: dateWords(`${isoDay(from)}/${isoDay(to - 1)}`),
    ticks: ticks.map((tick) => tick.x),
    labels: labels.length > 0 ? labels : start,
  };
}

/**
 * Makes an axis that holds all stretches.
 * @param stretches what is placed on the axis; a piece gets width in proportion to its number of stretches
 */
export function timeAxis(stretches: readonly Stretch[]): TimeAxis {
  const spans = divided(stretches);
  const widths = widthsOf(spans.map(({ count }) => count));
  let x = 0;
  const pieces = spans.map(({ from, to }, index) => {
    const width = widths[index] ?? MIN_WIDTH;
    const last = index === spans.length - 1;
    const missing = Math.max(0, MIN_TIME - (to - from)) / 2;
    const tail = last ? (to - from + 2 * missing) * TAIL : 0;
    const stretch = { from: from - missing, to: to + missing + tail };
    const piece = pieceOf(stretch, x, width, last ? 100 : x + width + BREAK);
    x += width + BREAK;
    return piece;
  });
  return {
    pieces,
    breaks: pieces.slice(1).map((piece) => ({ x: piece.x - BREAK, width: BREAK })),
    place: (stretch) => {
      const piece = pieces.find(({ from, to }) => stretch.from >= from && stretch.from < to);
      if (!piece) throw new RangeError(`Not on this axis: ${new Date(stretch.from).toISOString()}`);
      const scale = scaleUtc([piece.from, piece.to], [piece.x, piece.x + piece.width]).clamp(true);
      const start = scale(stretch.from);
      return { x: start, width: scale(stretch.to) - start };
    },
  };
}
