// A time axis with marked breaks: far-off years stand in narrow pieces of their own, so that the days on
// which most happened have the room. Positions are per cent of the axis's width, so that one drawing
// serves every screen while its words keep their size.
import { scaleUtc } from 'd3-scale';
import { utcDay, utcMonth, utcYear, type TimeInterval } from 'd3-time';
import { dateWords } from '../model/dates.ts';
import { textWidth } from './text.ts';

export const DAY = 86_400_000;

/** `2023-05-22`, the day of a moment in UTC. */
export function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The narrowest axis, in CSS pixels: a phone 320 pixels wide less the page's margins. */
export const NARROWEST = 288;
/** The size of the axis's words, in CSS pixels. */
export const LABEL_SIZE = 12;
/** From a tick to its label, and the least between two labels, in CSS pixels. */
export const LABEL_GAP = 3;

/** The most pieces of an axis, and for how long nothing may happen before it is broken. */
const MOST_PIECES = 5;
const BREAK_AFTER = 21 * DAY;
/** In per cent: the least width of a piece, and of the gap that marks a break. */
const LEAST_SHARE = 11;
const GAP = 2.5;
/** The least that a piece covers: less than the shortest break. */
const SHORTEST = 20 * DAY;
/** Room after the last piece, for the words at the last tick: a share of its span. */
const TAIL = 0.06;

/** A stretch of time in milliseconds since 1970 (UTC), `to` excluded. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface AxisLabel {
  /** Per cent; the words start `LABEL_GAP` pixels after it. */
  readonly x: number;
  /** 0 for the tick's own label, 1 for the wider unit under it. */
  readonly line: 0 | 1;
  readonly words: string;
}

/** A piece of the axis, in which time runs evenly; `x` and `width` in per cent. */
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
   * Where a stretch stands, in per cent; what overhangs its piece is cut off.
   * @throws RangeError where it starts in no piece
   */
  readonly place: (stretch: Stretch) => { readonly x: number; readonly width: number };
}

/** Stretches no further apart than `apart`, joined, with how many each holds. */
function joined(stretches: readonly Stretch[], apart: number): (Stretch & { count: number })[] {
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

/** A short stretch made long enough to see a day in; no break is short enough for two of them to meet. */
function lengthened({ from, to }: Stretch): Stretch {
  const lacking = Math.max(0, SHORTEST - (to - from)) / 2;
  return { from: from - lacking, to: to + lacking };
}

/** Widths in per cent: by how much stands in each piece, none below the least. */
function shares(counts: readonly number[]): number[] {
  const least = new Set<number>();
  for (;;) {
    const left = 100 - GAP * (counts.length - 1) - LEAST_SHARE * least.size;
    const large = counts.reduce((sum, count, index) => (least.has(index) ? sum : sum + count), 0);
    const widths = counts.map((count, index) => (least.has(index) ? LEAST_SHARE : (count / large) * left));
    const small = widths.findIndex((width) => width < LEAST_SHARE);
    if (small < 0) return widths;
    least.add(small);
  }
}

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

export type Unit = 'day' | 'month' | 'year';

interface Step {
  readonly unit: Unit;
  readonly days: number;
  /** The pixels that ticks must be apart. */
  readonly apart: number;
  readonly every: TimeInterval;
}

/** The steps an axis may take, finest first. */
const STEPS: readonly Step[] = [
  { unit: 'day', days: 1, apart: 20, every: utcDay },
  // Counted from the first of each month: 1, 8, 15, 22, 29.
  { unit: 'day', days: 7, apart: 20, every: utcDay.every(7) ?? utcDay },
  { unit: 'month', days: 31, apart: 20, every: utcMonth },
  { unit: 'month', days: 92, apart: 26, every: utcMonth.every(3) ?? utcMonth },
  ...[1, 2, 5, 10, 20, 50, 100, 1000].map((years) => ({
    unit: 'year' as const,
    days: 366 * years,
    apart: 32,
    every: utcYear.every(years) ?? utcYear,
  })),
];

/** The words of a tick, and the wider unit where it begins: "22" and "May 2023"; "Mar" and "2023"; "2014". */
export function tickWords(
  date: Date,
  before: Date | undefined,
  unit: Unit,
): { readonly words: string; readonly under: string | undefined } {
  const year = `${date.getUTCFullYear()}`;
  const newYear = date.getUTCFullYear() !== before?.getUTCFullYear();
  const month = monthName.format(date);
  if (unit === 'year') return { words: year, under: undefined };
  if (unit === 'month') return { words: month, under: newYear ? year : undefined };
  const newMonth = newYear || date.getUTCMonth() !== before?.getUTCMonth();
  return {
    words: `${date.getUTCDate()}`,
    under: newYear ? `${month} ${year}` : newMonth ? month : undefined,
  };
}

function labelsOf(date: Date, before: Date | undefined, unit: Unit, x: number): AxisLabel[] {
  const { words, under } = tickWords(date, before, unit);
  return [{ x, line: 0, words }, ...(under === undefined ? [] : [{ x, line: 1 as const, words: under }])];
}

/**
 * The labels that fit on the narrowest axis without touching.
 * @param end where their room ends, in per cent
 */
function withRoom(labels: readonly AxisLabel[], end: number): AxisLabel[] {
  const taken: [number, number] = [-LABEL_GAP, -LABEL_GAP];
  return labels.filter(({ x, line, words }) => {
    const from = (x / 100) * NARROWEST + LABEL_GAP;
    const to = from + textWidth(words, LABEL_SIZE);
    if (from < taken[line] + LABEL_GAP || to > (end / 100) * NARROWEST) return false;
    taken[line] = to;
    return true;
  });
}

/** A piece with its ticks. @param room how far its words may run, in per cent */
function withTicks(stretch: Stretch, x: number, width: number, room: number): Piece {
  const days = (stretch.to - stretch.from) / DAY;
  const pixels = (width / 100) * NARROWEST;
  const step =
    STEPS.find(({ days: each, apart }) => (each / days) * pixels >= apart) ?? (STEPS.at(-1) as Step);
  const { from, to } = stretch;
  const scale = scaleUtc([from, to], [x, x + width]);
  const dates = step.every.range(new Date(from), new Date(to));
  // The 29th gives way to the first of the next month, which has more to say.
  const crowded = (date: Date, next: Date | undefined): boolean =>
    next?.getUTCDate() === 1 && ((scale(next) - scale(date)) / 100) * NARROWEST < step.apart;
  const spoken = dates.filter((date, index) => !crowded(date, dates[index + 1]));
  const labels = withRoom(
    spoken.flatMap((date, index) => labelsOf(date, spoken[index - 1], step.unit, scale(date))),
    room,
  );
  return {
    from,
    to,
    x,
    width,
    words: dateWords(`${isoDay(from)}/${isoDay(to - 1)}`),
    ticks: dates.map((date) => scale(date)),
    // Where no tick has room for its words, the piece says when it begins.
    labels:
      labels.length > 0
        ? labels
        : withRoom(labelsOf(new Date(from), undefined, days < 366 ? 'month' : 'year', x), room),
  };
}

/**
 * An axis that holds every stretch whole.
 * @param stretches what stands on it; more of them in one place give that place more room
 */
export function timeAxis(stretches: readonly Stretch[]): TimeAxis {
  let apart = BREAK_AFTER;
  let spans = joined(stretches, apart);
  while (spans.length > MOST_PIECES) {
    apart *= 2;
    spans = joined(stretches, apart);
  }
  const widths = shares(spans.map(({ count }) => count));
  let x = 0;
  const pieces = spans.map((span, index) => {
    const width = widths[index] as number;
    const last = index === spans.length - 1;
    const { from, to } = lengthened(span);
    const end = last ? to + (to - from) * TAIL : to;
    const piece = withTicks({ from, to: end }, x, width, last ? 100 : x + width + GAP);
    x += width + GAP;
    return piece;
  });
  return {
    pieces,
    breaks: pieces.slice(1).map((piece) => ({ x: piece.x - GAP, width: GAP })),
    place: (stretch) => {
      const piece = pieces.find(({ from, to }) => stretch.from >= from && stretch.from < to);
      if (!piece) throw new RangeError(`Not on this axis: ${new Date(stretch.from).toISOString()}`);
      const scale = scaleUtc([piece.from, piece.to], [piece.x, piece.x + piece.width]).clamp(true);
      const start = scale(stretch.from);
      return { x: start, width: scale(stretch.to) - start };
    },
  };
}
