// Labels that never collide: each has places where it may stand, best first, and takes the first that is
// free. What is placed stays; the caller puts the labels that matter most first.
import { Crowd, inside } from './boxes.ts';
import type { Box, Spot } from './map-view.ts';

/** The height of a line of a label, and the size of its letters, in units of the drawing. */
export const LINE = 17;
export const SIZE = 14.5;
/** The least height of a label that is a link: 24 CSS pixels where the map is drawn smallest. */
export const TARGET = 34;
/** What is kept free between two labels. */
const GAP = 1;
/** The longest leader that is still short, in units. */
const SHORT = 24;

export type Anchor = 'start' | 'middle' | 'end';

/** A place where a label may stand. */
export interface Candidate {
  readonly box: Box;
  readonly anchor: Anchor;
  /** A line from the label to what it names, where the label stands apart. */
  readonly leader?: readonly [from: Spot, to: Spot] | undefined;
}

export interface Request {
  readonly key: string;
  /** Whether others give way, and soft lines are crossed, so that this one finds a place. */
  readonly must: boolean;
  /** What it keeps free around it, in units. */
  readonly room?: number | undefined;
  /** Best first. */
  readonly candidates: readonly Candidate[];
}

/**
 * About how wide a line of text is, in units. Measured generously, after Arial's letters: our sans is
 * narrower, and a fallback must fit as well.
 */
export function textWidth(text: string, { bold = false, spacing = 0 } = {}): number {
  const widths = [...text].map((letter) => {
    if (/[ijlIft.,:;'’()|]/u.test(letter)) return 0.3;
    if (/[mwMW]/u.test(letter)) return 0.86;
    if (/\p{Lu}/u.test(letter)) return 0.7;
    if (letter === ' ') return 0.28;
    return 0.55;
  });
  const total = widths.reduce((sum, width) => sum + width + spacing, 0);
  return Math.ceil(total * SIZE * (bold ? 1.05 : 1));
}

/** The boxes that a line runs through, small enough to tell what it touches. */
export function alongLine([x1, y1]: Spot, [x2, y2]: Spot, step = 5): Box[] {
  const count = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / step));
  return Array.from({ length: count + 1 }, (_, index) => {
    const part = index / count;
    return { x: x1 + (x2 - x1) * part - 1, y: y1 + (y2 - y1) * part - 1, width: 2, height: 2 };
  });
}

/** How far a line reaches, sideways and down. */
function across([[x1, y1], [x2, y2]]: readonly [from: Spot, to: Spot]): [number, number] {
  return [x2 - x1, y2 - y1];
}

/** Where a label of this size may stand around a mark: beside, above, below, then apart with a leader. */
export function aroundMark(at: Spot, radius: number, width: number, height: number): Candidate[] {
  const [x, y] = at;
  const gap = radius + 4;
  const box = (left: number, top: number): Box => ({ x: left, y: top, width, height });
  const near: Candidate[] = [
    { box: box(x + gap, y - height / 2), anchor: 'start' },
    { box: box(x - gap - width, y - height / 2), anchor: 'end' },
    { box: box(x - width / 2, y - gap - height), anchor: 'middle' },
    { box: box(x - width / 2, y + gap), anchor: 'middle' },
    { box: box(x + gap, y - height + radius), anchor: 'start' },
    { box: box(x + gap, y - radius), anchor: 'start' },
    { box: box(x - gap - width, y - height + radius), anchor: 'end' },
    { box: box(x - gap - width, y - radius), anchor: 'end' },
    { box: box(x, y - gap - height), anchor: 'start' },
    { box: box(x - width, y - gap - height), anchor: 'end' },
    { box: box(x, y + gap), anchor: 'start' },
    { box: box(x - width, y + gap), anchor: 'end' },
  ];
  const apart = [16, 28, 44, 64, 90].flatMap((distance) =>
    Array.from({ length: 16 }, (_, index) => (index * Math.PI) / 8).flatMap((angle): Candidate[] => {
      const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
      // It starts clear of the corner of the square that the mark takes up.
      const start = radius * 1.5 + 2;
      const end: Spot = [x + dx * (radius + distance), y + dy * (radius + distance)];
      const leader = [[x + dx * start, y + dy * start], end] as const;
      if (Math.abs(dx) > 0.75) {
        const left = dx > 0 ? end[0] + 2 : end[0] - 2 - width;
        return [{ box: box(left, end[1] - height / 2), anchor: dx > 0 ? 'start' : 'end', leader }];
      }
      const top = dy < 0 ? end[1] - height : end[1];
      return [
        { box: box(end[0] - width / 2, top), anchor: 'middle', leader },
        { box: box(end[0] - 6, top), anchor: 'start', leader },
        { box: box(end[0] + 6 - width, top), anchor: 'end', leader },
      ];
    }),
  );
  return [...near, ...apart];
}

/** How often the order is changed for labels that found no place. */
const TRIES = 6;

/**
 * Gives each label a place.
 * @param requests the labels, those that matter most first
 * @param hard what no label may touch
 * @param soft what a label avoids where it can
 * @returns the place of each label that has one; all that must have one do, unless there is no room
 */
export function placeLabels(
  requests: readonly Request[],
  frame: Box,
  hard: readonly Box[],
  soft: readonly Box[],
): Map<string, Candidate> {
  let order = requests;
  const looked = lookAt(requests, frame, soft);
  let best = placeInOrder(order, looked, hard);
  const left = (placed: ReadonlyMap<string, Candidate>): Request[] =>
    order.filter(({ key, must, candidates }) => must && candidates.length > 0 && !placed.has(key));
  for (let tries = 0; tries < TRIES && left(best).length > 0; tries++) {
    // Whoever found no place goes first.
    const waiting = left(best);
    order = [...waiting, ...order.filter((request) => !waiting.includes(request))];
    const placed = placeInOrder(order, looked, hard);
    if (left(placed).length < waiting.length) best = placed;
  }
  return best;
}

/** What is asked of a candidate more than once, and does not change. */
class Looked {
  readonly candidate: Candidate;
  readonly close: boolean;
  readonly short: boolean;
  readonly clear: boolean;
  #line: readonly Box[] | undefined;

  constructor(candidate: Candidate, avoided: Crowd) {
    const { box, leader } = candidate;
    this.candidate = candidate;
    this.close = !leader;
    this.short = !leader || Math.hypot(...across(leader)) <= SHORT;
    this.clear = !avoided.touches(box);
  }

  /** The boxes along its leader. */
  get line(): readonly Box[] {
    const { leader } = this.candidate;
    return (this.#line ??= leader ? alongLine(...leader) : []);
  }
}

/** The candidates of each label that lie in the frame. */
function lookAt(
  requests: readonly Request[],
  frame: Box,
  soft: readonly Box[],
): ReadonlyMap<Request, readonly Looked[]> {
  const avoided = new Crowd(soft);
  return new Map(
    requests.map((request) => [
      request,
      request.candidates
        .filter(({ box }) => inside(box, frame))
        .map((candidate) => new Looked(candidate, avoided)),
    ]),
  );
}

function placeInOrder(
  requests: readonly Request[],
  looked: ReadonlyMap<Request, readonly Looked[]>,
  hard: readonly Box[],
): Map<string, Candidate> {
  const taken = new Crowd(hard);
  const placed = new Map<string, Candidate>();
  for (const request of requests) {
    const { key, must, room = GAP } = request;
    const free = new Map<Looked, boolean>();
    const isFree = (one: Looked): boolean => {
      let is = free.get(one);
      if (is === undefined) {
        is = !taken.touches(one.candidate.box, room) && !one.line.some((piece) => taken.touches(piece));
        free.set(one, is);
      }
      return is;
    };
    const all = looked.get(request) ?? [];
    // A short leader reads better than letters across the border, and those better than a long leader.
    const stand =
      all.find((one) => one.close && one.clear && isFree(one)) ??
      all.find((one) => one.short && one.clear && isFree(one)) ??
      (must ? all.find((one) => one.close && isFree(one)) : undefined) ??
      all.find((one) => one.clear && isFree(one)) ??
      (must ? all.find(isFree) : undefined);
    if (!stand) continue;
    placed.set(key, stand.candidate);
    for (const box of [stand.candidate.box, ...stand.line]) taken.add(box);
  }
  return placed;
}
