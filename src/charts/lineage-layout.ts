// The lineage as a Sankey diagram: voices on the left, chains of carriers in the middle, sources on the
// right; every band is as wide as the number of its reports. Bars are placed here, so that no two labels
// meet; d3-sankey makes the bands.
import { sankey, sankeyLinkHorizontal, type SankeyLink, type SankeyNode } from 'd3-sankey';
import type { Archive } from '../archive/archive.ts';
import { entryName } from '../archive/names.ts';
import { refKey, type EntryRef } from '../model/references.ts';
import type { Side } from '../model/sides.ts';
import { chainKey, sourceOrder, type LineageSide } from './lineage.ts';
import { fitted, textWidth, wrapped } from './text.ts';

/** The drawing is shown from 0.85 of its size on, so that its words are at least 11 CSS pixels high. */
export const WIDTH = 1000;
export const TEXT_SIZE = 13.5;
export const LINE = 16;
/** The left edges of the three columns of bars, and the width of a bar. */
const COLUMNS = [330, 590, 846] as const;
const BAR = 8;
/** Between words and bars. */
const BESIDE = 8;
/** Where the names of the voices may begin: left of it stand the names of their sides. */
const NAMES_FROM = 104;
/** Between the words of two bars, and between two sides. */
const GAP = 4;
const SIDE_GAP = 14;
/** The height that all reports share, and the least and most for one of them. */
const HEIGHT = 360;
const THINNEST = 1.5;
const THICKEST = 8;

/** A part of a label, with the page it leads to. */
export interface LabelPart {
  readonly words: string;
  readonly to: EntryRef | undefined;
}

/** A bar with its label. */
export interface Bar {
  readonly column: 0 | 1 | 2;
  /** The side of a voice. */
  readonly side: Side | undefined;
  readonly reports: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where its words stand: their anchor, the middle of the first line, and how they run from there. */
  readonly label: {
    readonly lines: readonly (readonly LabelPart[])[];
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

/** Path data with its numbers to a tenth: a unit is about a CSS pixel. */
function rounded(path: string): string {
  return path.replace(/\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10));
}

export interface LineageLayout {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly Bar[];
  readonly bands: readonly Band[];
  /** Where the voices of each side begin. */
  readonly sides: readonly { readonly side: Side; readonly y: number }[];
}

interface NodeData {
  readonly id: string;
  readonly column: 0 | 1 | 2;
  readonly side: Side | undefined;
  /** Among the carriers and the sources: its place, where that is fixed. */
  readonly rank: number | undefined;
  /** Its name: one part, or the carriers of a chain in order. */
  readonly parts: readonly LabelPart[];
}

interface LinkData {
  readonly source: string;
  readonly target: string;
  readonly side: Side;
  value: number;
}

type Node = SankeyNode<NodeData, LinkData>;
type Link = SankeyLink<NodeData, LinkData>;

/** How wide the words of a bar may be, by column. */
const ROOM = [
  COLUMNS[0] - BESIDE - NAMES_FROM,
  COLUMNS[2] - COLUMNS[1] - BAR - 2 * BESIDE,
  WIDTH - COLUMNS[2] - BAR - BESIDE,
] as const;

/** The bars and the bands between them, without their places. */
function graphOf(archive: Archive, sides: readonly LineageSide[]): { nodes: NodeData[]; links: LinkData[] } {
  const nodes = new Map<string, NodeData>();
  const links = new Map<string, LinkData>();
  const order = sourceOrder(sides.flatMap(({ voices }) => voices.flatMap(({ flows }) => flows)));
  const part = (to: EntryRef, words = entryName(archive, to)): LabelPart => ({ words, to });
  const add = (node: NodeData): void => void (nodes.has(node.id) || nodes.set(node.id, node));
  const link = (source: string, target: string, side: Side, value: number): void => {
    const key = `${source}|${target}|${side}`;
    const known = links.get(key);
    if (known) known.value += value;
    else links.set(key, { source, target, side, value });
  };
  for (const { side, voices } of sides) {
    for (const { ref, name, own, flows } of voices) {
      const voice = `voice ${refKey(ref)}`;
      add({ id: voice, column: 0, side, rank: undefined, parts: [part(ref, own ? `${name} itself` : name)] });
      for (const { via, source: to, reports } of flows) {
        // Flows without a carrier run together only where they end in one source.
        const chain = via.length === 0 ? `direct ${to}` : `via ${chainKey(via)}`;
        const parts =
          via.length === 0 ? [{ words: 'no carrier named', to: undefined }] : via.map((each) => part(each));
        const source = `source ${to}`;
        const rank = order.indexOf(to);
        add({ id: chain, column: 1, side: undefined, rank: via.length === 0 ? rank : undefined, parts });
        add({
          id: source,
          column: 2,
          side: undefined,
          rank,
          parts: [part({ collection: 'sources', id: to })],
        });
        link(voice, chain, side, reports.length);
        link(chain, source, side, reports.length);
      }
    }
  }
  return { nodes: [...nodes.values()], links: [...links.values()] };
}

/** The lines of a label; the number of reports closes the last. A chain of carriers keeps to one line. */
function labelLines(parts: readonly LabelPart[], reports: number, room: number): LabelPart[][] {
  const number = { words: ` ${reports}`, to: undefined };
  const left = room - textWidth(number.words, TEXT_SIZE);
  const [only, ...more] = parts as readonly [LabelPart, ...LabelPart[]];
  if (more.length === 0) {
    const lines = wrapped(only.words, TEXT_SIZE, left, 2);
    return lines.map((words, index) => [
      { words, to: only.to },
      ...(index === lines.length - 1 ? [number] : []),
    ]);
  }
  const arrow = { words: ' → ', to: undefined };
  const free = left - textWidth(arrow.words, TEXT_SIZE) * more.length;
  // Names are cut alike, and only where they do not all fit.
  const whole = parts.reduce((sum, { words }) => sum + textWidth(words, TEXT_SIZE), 0);
  const each = whole <= free ? free : free / parts.length;
  return [
    [
      ...parts.flatMap(({ words, to }, index) => [
        ...(index > 0 ? [arrow] : []),
        { words: fitted(words, TEXT_SIZE, each), to },
      ]),
      number,
    ],
  ];
}

interface Slot {
  /** The height that the bar or its words take up. */
  readonly height: number;
  /** Room above it. */
  readonly above: number;
  /** Where its middle would best be. */
  readonly wish: number;
}

/** The tops of slots stacked in order, each as near its wish as the others and the frame allow. */
export function stacked(slots: readonly Slot[], frame: number): number[] {
  const tops: number[] = [];
  let free = 0;
  for (const { height, above, wish } of slots) {
    const top = Math.max(free + above, wish - height / 2);
    tops.push(top);
    free = top + height;
  }
  let floor = frame;
  for (let index = slots.length - 1; index >= 0; index -= 1) {
    const { height, above } = slots[index] as Slot;
    const top = Math.min(tops[index] as number, floor - height);
    tops[index] = top;
    floor = top - above;
  }
  return tops;
}

const middle = (node: Node): number => ((node.y0 ?? 0) + (node.y1 ?? 0)) / 2;

/** The mean of where a node's bands come from, by their width. */
function origin(node: Node): number {
  const links = node.targetLinks ?? [];
  const sum = links.reduce((total, { source, value }) => total + middle(source as Node) * value, 0);
  return links.length === 0 ? 0 : sum / (node.value ?? 1);
}

/** Carriers by where their bands come from, then what is ranked, in its order. */
function byRank(a: Node, b: Node): number {
  return (a.rank ?? -1) - (b.rank ?? -1) || origin(a) - origin(b);
}

/**
 * Draws the lineage.
 * @param sides what `lineage()` gives, with at least one report
 */
export function layoutLineage(archive: Archive, sides: readonly LineageSide[]): LineageLayout {
  const graph = graphOf(archive, sides);
  const total = sides.reduce((sum, { reports }) => sum + reports, 0);
  const each = Math.min(THICKEST, Math.max(THINNEST, HEIGHT / total));
  // Without padding, every column is as high as all reports: so one report is `each` high.
  const layout = sankey<NodeData, LinkData>()
    .nodeId(({ id }) => id)
    .nodeAlign(({ column }) => column)
    .nodeSort((a, b) => (a.index ?? 0) - (b.index ?? 0))
    .nodePadding(0)
    .nodeWidth(BAR)
    .iterations(0)
    .extent([
      [COLUMNS[0], 0],
      [COLUMNS[2] + BAR, each * total],
    ]);
  const { nodes, links } = layout(graph);
  const columns = [0, 1, 2].map((column) => nodes.filter((node) => node.column === column));
  const label = (node: Node): LabelPart[][] => labelLines(node.parts, node.value ?? 0, ROOM[node.column]);
  const slot = (node: Node, before: Node | undefined, wish: number): Slot => ({
    height: Math.max((node.value ?? 0) * each, label(node).length * LINE),
    above:
      before === undefined ? (node.column === 0 ? SIDE_GAP : 0) : before.side === node.side ? GAP : SIDE_GAP,
    wish,
  });
  const slotsOf = (column: readonly Node[], wish: (node: Node, index: number) => number): Slot[] =>
    column.map((node, index) => slot(node, column[index - 1], wish(node, index)));
  const heightOf = (slots: readonly Slot[]): number =>
    slots.reduce((sum, { height, above }) => sum + above + height, 0);
  const height = Math.max(...columns.map((column) => heightOf(slotsOf(column, () => 0)))) + GAP;
  const tops = new Map<Node, { top: number; height: number }>();
  for (const [index, unsorted] of columns.entries()) {
    const column = index === 0 ? unsorted : [...unsorted].sort(byRank);
    // Voices stand close, carriers where their bands come from, sources spread over the height.
    const spread = (height - heightOf(slotsOf(column, () => 0))) / (column.length + 1);
    let passed = 0;
    const wish = (node: Node): number => {
      if (index < 2) return index === 0 ? 0 : origin(node);
      const tall = slot(node, node, 0).height;
      passed += spread + tall + GAP;
      return passed - tall / 2;
    };
    const slots = slotsOf(column, wish);
    stacked(slots, height).forEach((top, place) => {
      const node = column[place] as Node;
      const { height: room } = slots[place] as Slot;
      const bar = (node.value ?? 0) * each;
      tops.set(node, { top, height: room });
      node.x0 = COLUMNS[node.column];
      node.x1 = node.x0 + BAR;
      node.y0 = top + (room - bar) / 2;
      node.y1 = node.y0 + bar;
    });
  }
  for (const node of nodes) {
    node.sourceLinks?.sort((a, b) => middle(a.target as Node) - middle(b.target as Node));
    node.targetLinks?.sort((a, b) => middle(a.source as Node) - middle(b.source as Node));
  }
  layout.update({ nodes, links });
  const bands = sankeyLinkHorizontal<NodeData, LinkData>();
  const words = (node: Node): string => node.parts.map((part) => part.words).join(' → ');
  return {
    width: WIDTH,
    height,
    // Column by column, downwards: the order in which a keyboard comes to them.
    bars: [...nodes]
      .sort((a, b) => a.column - b.column || (a.y0 ?? 0) - (b.y0 ?? 0))
      .map((node): Bar => {
        const { top, height: room } = tops.get(node) as { top: number; height: number };
        const lines = label(node);
        return {
          column: node.column,
          side: node.side,
          reports: node.value ?? 0,
          x: node.x0 ?? 0,
          y: node.y0 ?? 0,
          width: BAR,
          height: (node.y1 ?? 0) - (node.y0 ?? 0),
          label: {
            lines,
            x: node.column === 0 ? COLUMNS[0] - BESIDE : COLUMNS[node.column] + BAR + BESIDE,
            y: top + room / 2 - ((lines.length - 1) * LINE) / 2,
            anchor: node.column === 0 ? 'end' : 'start',
          },
        };
      }),
    bands: links.map((link: Link) => ({
      side: link.side,
      path: rounded(bands(link) ?? ''),
      width: link.width ?? 0,
      reports: link.value,
      words: `${words(link.source as Node)} → ${words(link.target as Node)}`,
    })),
    sides: sides.map(({ side }) => {
      const first = (columns[0] as Node[]).find((node) => node.side === side) as Node;
      return { side, y: (tops.get(first) as { top: number }).top };
    }),
  };
}
