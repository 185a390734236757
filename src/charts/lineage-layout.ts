// The lineage as a Sankey diagram: voices on the left, chains of carriers in the middle, sources on the right. Every
// band is as wide as its number of reports. Bars are placed so that no two labels meet.
import { linkHorizontal } from 'd3-shape';
import type { Archive } from '../archive/archive.ts';
import { entryName } from '../archive/names.ts';
import { refKey, type EntryRef } from '../model/references.ts';
import type { Side } from '../model/sides.ts';
import { chainKey, reportCount, sourceOrder, type LineageSide } from './lineage.ts';
import { fitted, textWidth, wrapped } from './text.ts';

/** The width of the drawing. Its unit is at least 0.85 CSS pixels, so that text is at least 11 CSS pixels high. */
export const WIDTH = 1000;
export const TEXT_SIZE = 13.5;
/** The height of a line of text. */
export const LINE = 16;
/** The left edges of the three columns of bars, and the width of a bar. */
const COLUMNS = [330, 590, 846] as const;
const BAR = 8;
/** The distance from a bar to its label. */
const LABEL_GAP = 8;
/** The left edge of the names of voices. The names of sides stand to the left of it. */
const NAMES_FROM = 104;
/** The least distance between two bars or labels, and between two sides. */
const GAP = 4;
const SIDE_GAP = 14;
/** The height shared by all reports, and the least and the greatest height of one report. */
const HEIGHT = 360;
const MIN_REPORT = 1.5;
const MAX_REPORT = 8;
/** The width of the labels of each column. */
const LABEL_WIDTHS = [
  COLUMNS[0] - LABEL_GAP - NAMES_FROM,
  COLUMNS[2] - COLUMNS[1] - BAR - 2 * LABEL_GAP,
  WIDTH - COLUMNS[2] - BAR - LABEL_GAP,
] as const;

/** A part of a label: its lines, and the page it links to. The first line continues the part before. */
export interface LabelPart {
  readonly lines: readonly string[];
  readonly to?: EntryRef;
}

export interface Bar {
  readonly column: 0 | 1 | 2;
  /** The side of a voice; undefined for carriers and sources. */
  readonly side: Side | undefined;
  readonly reports: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The label: its parts, its anchor, and the middle of its first line. */
  readonly label: {
    readonly parts: readonly LabelPart[];
    readonly x: number;
    readonly y: number;
    readonly anchor: 'start' | 'end';
  };
}

export interface Band {
  readonly side: Side;
  readonly path: string;
  readonly width: number;
  readonly reports: number;
  /** "Vyacheslav Gladkov → Reuters". */
  readonly words: string;
}

export interface LineageLayout {
  readonly width: number;
  readonly height: number;
  /** The bars by column, from the top down: the order of keyboard focus. */
  readonly bars: readonly Bar[];
  readonly bands: readonly Band[];
  /** The top of the voices of each side. */
  readonly sides: readonly { readonly side: Side; readonly y: number }[];
}

/** A voice, a chain of carriers or a source. */
interface Node {
  readonly column: 0 | 1 | 2;
  readonly side: Side | undefined;
  /** The place in its column; nodes with the same rank are sorted by where their bands come from. */
  readonly rank: number;
  /** One name, or those of the carriers of a chain in order. */
  readonly names: readonly { readonly words: string; readonly to?: EntryRef }[];
  readonly incoming: Link[];
  readonly outgoing: Link[];
  reports: number;
  /** The height of the bar or of the label, whichever is greater, and its upper edge. */
  height: number;
  top: number;
}

interface Link {
  readonly source: Node;
  readonly target: Node;
  readonly side: Side;
  reports: number;
  /** The middle of the band at the source and at the target. */
  from: number;
  to: number;
}

/** @returns nodes and links with their numbers of reports, not placed yet */
function graphOf(archive: Archive, sides: readonly LineageSide[]): { nodes: Node[]; links: Link[] } {
  const nodes = new Map<string, Node>();
  const links: Link[] = [];
  const order = sourceOrder(sides.flatMap(({ voices }) => voices.flatMap(({ flows }) => flows)));
  const nameOf = (to: EntryRef): Node['names'][number] => ({ words: entryName(archive, to), to });
  const node = (key: string, column: 0 | 1 | 2, rank: number, names: Node['names'], side?: Side): Node => {
    const unplaced = { incoming: [], outgoing: [], reports: 0, height: 0, top: 0 };
    const found = nodes.get(key) ?? { column, side, rank, names, ...unplaced };
    nodes.set(key, found);
    return found;
  };
  const connect = (source: Node, target: Node, side: Side, reports: number): void => {
    const found = source.outgoing.find((link) => link.target === target && link.side === side);
    if (found) {
      found.reports += reports;
      return;
    }
    const link = { source, target, side, reports, from: 0, to: 0 };
    for (const list of [source.outgoing, target.incoming, links]) list.push(link);
  };
  for (const { side, voices } of sides) {
    for (const { ref, name, own, flows } of voices) {
      const names = [{ words: own ? `${name} itself` : name, to: ref }];
      const voice = node(`voice ${refKey(ref)}`, 0, 0, names, side);
      for (const { via, source: id, reports } of flows) {
        const rank = order.indexOf(id);
        // Each source has its own node for reports without a carrier, below all chains.
        const chain =
          via.length === 0
            ? node(`direct ${id}`, 1, rank, [{ words: 'no carrier named' }])
            : node(`via ${chainKey(via)}`, 1, -1, via.map(nameOf));
        const source = node(`source ${id}`, 2, rank, [nameOf({ collection: 'sources', id })]);
        for (const each of [voice, chain, source]) each.reports += reports.length;
        connect(voice, chain, side, reports.length);
        connect(chain, source, side, reports.length);
      }
    }
  }
  return { nodes: [...nodes.values()], links };
}

/** @returns the label of a node, closed by the number of reports; a chain of carriers stands on one line */
function labelOf({ names, reports, column }: Node): LabelPart[] {
  const arrow = { lines: [' → '] };
  const number = { lines: [` ${reports}`] };
  const width = (text: string): number => textWidth(text, TEXT_SIZE);
  const room = LABEL_WIDTHS[column] - width(` ${reports}`) - width(' → ') * (names.length - 1);
  if (names.length === 1)
    return [...names.map(({ words, to }) => ({ lines: wrapped(words, TEXT_SIZE, room, 2), to })), number];
  // Cut all names to the same width, but only if they do not fit together.
  const whole = names.reduce((sum, { words }) => sum + width(words), 0);
  const each = whole <= room ? room : room / names.length;
  const parts = names.map(({ words, to }) => ({ lines: [fitted(words, TEXT_SIZE, each)], to }));
  return [...parts.flatMap((part, index) => (index > 0 ? [arrow, part] : [part])), number];
}

interface Slot {
  readonly height: number;
  /** The distance to the slot above. */
  readonly above: number;
}

/**
 * Stacks slots in order, each with its middle as near its wish as the other slots and the frame allow.
 * @returns the upper edge of each slot
 */
export function stacked(slots: readonly (Slot & { readonly wish: number })[], frame: number): number[] {
  const tops: number[] = [];
  let free = 0;
  for (const { height, above, wish } of slots) {
    const top = Math.max(free + above, wish - height / 2);
    tops.push(top);
    free = top + height;
  }
  // Push the slots that overhang the frame up again, from the last to the first.
  let floor = frame;
  for (const [index, { height, above }] of [...slots.entries()].reverse()) {
    const top = Math.min(tops[index] ?? 0, floor - height);
    tops[index] = top;
    floor = top - above;
  }
  return tops;
}

const middle = ({ top, height }: Node): number => top + height / 2;

/** @returns the mean height at which the bands of a node start, weighted by their width */
function origin({ incoming, reports }: Node): number {
  return incoming.reduce((sum, link) => sum + middle(link.source) * link.reports, 0) / reports;
}

/** Gives every node its `top`: voices close together, chains near their voices, sources spread over the height. */
function placeNodes(columns: readonly Node[][]): number {
  const slotsOf = (column: readonly Node[]): Slot[] =>
    column.map(({ height, column: index, side }, place) => {
      const before = column[place - 1];
      const first = index === 0 ? SIDE_GAP : 0;
      return { height, above: before === undefined ? first : before.side === side ? GAP : SIDE_GAP };
    });
  const heightOf = (column: readonly Node[]): number =>
    slotsOf(column).reduce((sum, { height, above }) => sum + above + height, 0);
  const frame = Math.max(...columns.map(heightOf)) + GAP;
  for (const [index, column] of columns.entries()) {
    if (index > 0) column.sort((a, b) => a.rank - b.rank || origin(a) - origin(b));
    const spread = (frame - heightOf(column)) / (column.length + 1);
    let passed = 0;
    const slots = slotsOf(column).map((slot, place) => {
      passed += spread + slot.height + GAP;
      const wishes = [0, origin(column[place] as Node), passed - slot.height / 2];
      return { ...slot, wish: wishes[index] ?? 0 };
    });
    for (const [place, top] of stacked(slots, frame).entries()) (column[place] as Node).top = top;
  }
  return frame;
}

/**
 * Draws the lineage.
 * @param sides the result of `lineage()`, with at least one report
 */
export function layoutLineage(archive: Archive, sides: readonly LineageSide[]): LineageLayout {
  const { nodes, links } = graphOf(archive, sides);
  const each = Math.min(MAX_REPORT, Math.max(MIN_REPORT, HEIGHT / reportCount(sides)));
  const labels = new Map(nodes.map((node) => [node, labelOf(node)]));
  const linesOf = (node: Node): number => labels.get(node)?.[0]?.lines.length ?? 0;
  for (const node of nodes) node.height = Math.max(node.reports * each, linesOf(node) * LINE);
  const columns = [0, 1, 2].map((column) => nodes.filter((node) => node.column === column));
  const height = placeNodes(columns);

  const barTop = (node: Node): number => middle(node) - (node.reports * each) / 2;
  for (const node of nodes) {
    let from = barTop(node);
    for (const link of node.outgoing.sort((a, b) => middle(a.target) - middle(b.target))) {
      link.from = from + (link.reports * each) / 2;
      from += link.reports * each;
    }
    let to = barTop(node);
    for (const link of node.incoming.sort((a, b) => middle(a.source) - middle(b.source))) {
      link.to = to + (link.reports * each) / 2;
      to += link.reports * each;
    }
  }
  const pathOf = linkHorizontal().digits(1);
  const words = ({ names }: Node): string => names.map((name) => name.words).join(' → ');
  return {
    width: WIDTH,
    height,
    bars: columns.flat().map((node) => ({
      column: node.column,
      side: node.side,
      reports: node.reports,
      x: COLUMNS[node.column],
      y: barTop(node),
      width: BAR,
      height: node.reports * each,
      label: {
        parts: labels.get(node) ?? [],
        x: COLUMNS[node.column] + (node.column === 0 ? -LABEL_GAP : BAR + LABEL_GAP),
        y: middle(node) - ((linesOf(node) - 1) * LINE) / 2,
        anchor: node.column === 0 ? 'end' : 'start',
      },
    })),
    bands: links.map(({ source, target, side, reports, from, to }) => ({
      side,
      path:
        pathOf({
          source: [COLUMNS[source.column] + BAR, from],
          target: [COLUMNS[target.column], to],
        }) ?? '',
      width: reports * each,
      reports,
      words: `${words(source)} → ${words(target)}`,
    })),
    sides: sides.map(({ side }) => ({
      side,
      y: columns[0]?.find((node) => node.side === side)?.top ?? 0,
    })),
  };
}
