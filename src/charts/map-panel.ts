// One panel of a map: its marks, measures, inset and scale bar. What is named in it, and where the names
// stand, is worked out in map-names.ts.
import type { Position } from 'geojson';
import { insetBox, INSET } from './map-inset.ts';
import { overlap } from './boxes.ts';
import { alongLine, type Candidate } from './map-labels.ts';
import { labelPanel } from './map-names.ts';
import { lies, type MapPlace, type Stated } from './map-places.ts';
import { BORDER_REGIONS, bordersAt } from './map-regions.ts';
import { scaleBar, viewOf, within, type Box, type Spot, type View } from './map-view.ts';

/** The smallest bend of a border that is drawn, in units. */
export const BEND = 3.5;
/** A measure shorter than this, in units, would be hidden by its own label. */
const SHORTEST_MEASURE = 30;
/** The width of the panel, in units, for which the inset has its own size. */
const INSET_FITS = 400;
/** How far from the edge a mark must be to be seen whole, and how far an arrow stands from it. */
const EDGE = 10;

const RADIUS = { point: 4.5, here: 6, ring: 8, edge: 6 } as const;

export interface Mark {
  readonly place: MapPlace;
  readonly kind: 'point' | 'ring' | 'edge';
  readonly at: Spot;
  readonly radius: number;
  /** Which way an arrow at the edge points, in degrees clockwise from the right. */
  readonly turn: number;
  /** True for the place the map is about. */
  readonly here: boolean;
}

export type LabelKind = 'town' | 'edge' | 'area' | 'measure' | 'state' | 'border' | 'region';

export interface Label {
  readonly kind: LabelKind;
  readonly place: MapPlace | undefined;
  /** The name, and the count of events below it. */
  readonly lines: readonly [name: string, count?: string];
  readonly stand: Candidate;
  /** The page it leads to: a place's, unless it is the page the map stands on. */
  readonly href: string | undefined;
  /** What it names, where that is no area. */
  readonly mark: Mark | undefined;
  readonly measure: Measure | undefined;
  readonly here: boolean;
}

/** The way from a place to the border, where a source gives its length. */
export interface Measure {
  readonly place: MapPlace;
  readonly stated: Stated;
  readonly from: Spot;
  readonly to: Spot;
}

export interface Panel {
  readonly id: 'overview' | 'close-up' | 'here';
  readonly title: string;
  readonly description: string;
  readonly view: View;
  /** The places that are seen in it. */
  readonly places: readonly MapPlace[];
  /** Ukraine's area: the one state with a fill of its own, so that the two are told apart. */
  readonly ukraine: string;
  readonly inner: string;
  readonly outer: string;
  readonly areas: readonly { readonly path: string; readonly hatched: boolean; readonly here: boolean }[];
  /** Marks that carry no label here, because a close-up shows them or there was no room. */
  readonly bare: readonly Mark[];
  readonly labels: readonly Label[];
  readonly measures: readonly Measure[];
  /** What the close-up shows. */
  readonly closeUp: Box | undefined;
  readonly scale: { readonly km: number; readonly width: number; readonly at: Spot };
  /** Where the inset stands, and what it marks; in its own units. */
  readonly inset: { readonly at: Spot; readonly scale: number; readonly box: Box } | undefined;
}

/** What a panel shall show. */
export interface Plan {
  readonly id: Panel['id'];
  readonly title: string;
  readonly size: Box;
  readonly points: readonly Position[];
  readonly padding: number;
  /** The place the map is about. */
  readonly here?: MapPlace | undefined;
  /** The view of the close-up that goes with it. */
  readonly closeUp?: View | undefined;
  /**
   * An overview has arrows to what lies beyond its edge, and shows what is told of the states and their
   * border; it names no regions but those on it.
   */
  readonly overview: boolean;
  readonly inset: boolean;
}

/** The square that a mark takes up; its corners, where a disc has nothing, are cut a little. */
function markBox({ at: [x, y], radius }: Mark): Box {
  const half = radius * 0.85;
  return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
}

/** The box that covers the fewest things, and of those the one that covers the least of the border. */
function freest(boxes: readonly Box[], things: readonly Box[], border: readonly Box[]): Box | undefined {
  const count = (box: Box, others: readonly Box[]): number =>
    others.filter((other) => overlap(box, other, 4)).length;
  const costs = boxes.map((box) => count(box, things) * 1000 + count(box, border));
  return boxes[costs.indexOf(Math.min(...costs))];
}

/** The marks of a view: what has a point, and arrows for what lies beyond the edge. */
function marksOf(places: readonly MapPlace[], view: View, plan: Plan): Mark[] {
  return places.flatMap((place): Mark[] => {
    if (!place.at) return [];
    const [x, y] = view.spot(place.at);
    const here = place === plan.here;
    if (within([x, y], view.frame, EDGE)) {
      const kind = place.drawn === 'ring' ? 'ring' : 'point';
      return [{ place, kind, at: [x, y], radius: here ? RADIUS.here : RADIUS[kind], turn: 0, here }];
    }
    if (!plan.overview) return [];
    const at: Spot = [
      Math.min(Math.max(x, EDGE), view.frame.width - EDGE),
      Math.min(Math.max(y, EDGE), view.frame.height - EDGE),
    ];
    const turn = Math.round((Math.atan2(y - at[1], x - at[0]) * 180) / Math.PI);
    return [{ place, kind: 'edge', at, radius: RADIUS.edge, turn, here }];
  });
}

/** The measures that a view is large enough to show. */
function measuresOf(marks: readonly Mark[], view: View): Measure[] {
  return marks.flatMap(({ place, at: from, kind }): Measure[] => {
    if (!place.stated || kind === 'edge') return [];
    const to = view.spot(place.stated.measured.at);
    const long = Math.hypot(to[0] - from[0], to[1] - from[1]) >= SHORTEST_MEASURE;
    return long && within(to, view.frame) ? [{ place, stated: place.stated, from, to }] : [];
  });
}

/** The four corners of a frame, as boxes of this size. */
function corners(frame: Box, width: number, height: number, margin: number): Box[] {
  const [right, bottom] = [frame.width - width - margin, frame.height - height - margin];
  return [
    { x: margin, y: bottom, width, height },
    { x: right, y: bottom, width, height },
    { x: right, y: margin, width, height },
    { x: margin, y: margin, width, height },
  ];
}

/** The rectangle that one view takes up in another. */
function boxOf(inner: View, outer: View): Box {
  const corners = [
    [0, 0],
    [inner.frame.width, inner.frame.height],
  ].map(([x = 0, y = 0]) => outer.spot(inner.at([x, y])));
  const [[left, top], [right, bottom]] = corners as [Spot, Spot];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** What a panel shows, in words, for those who do not see it. */
function describe(labels: readonly Label[], inset: boolean): string {
  const sentence = (kind: LabelKind, before: string): string[] => {
    const names = labels
      .filter((label) => label.kind === kind)
      .map(({ lines: [name, count] }) => (count === undefined ? name : `${name} (${count})`));
    return names.length === 0 ? [] : [`${before}: ${listed(names)}.`];
  };
  return [
    ...sentence('town', 'Points'),
    ...sentence('area', 'Areas'),
    ...sentence('edge', 'Beyond the edge'),
    ...sentence('measure', 'From the point to the nearest border'),
    ...(inset ? ['An inset shows where in Europe this is.'] : []),
    'The table below the map holds the same.',
  ].join(' ');
}

/** Draws a panel. @param places all places, whether they are seen in it or not */
export function drawPanel(places: readonly MapPlace[], plan: Plan): Panel {
  const view = viewOf(plan.points, plan.size.width, plan.size.height, plan.padding);
  const borders = bordersAt(view.scale * BEND);
  const { frame } = view;

  const marks = marksOf(places, view, plan);
  const measures = measuresOf(marks, view);
  const areas = places.filter((place) => place.drawn === 'area');
  const closeUp = plan.closeUp && boxOf(plan.closeUp, view);
  // A close-up names its towns itself; an overview that has none names the region they lie in.
  const shown = marks.filter(({ at, place }) =>
    closeUp ? !within(at, closeUp) : !plan.overview || !areas.some((area) => lies(place, area)),
  );

  const front = borders.front.coordinates
    .flat()
    .map(view.spot)
    .filter((spot) => within(spot, frame));
  const border = front.map(([x, y]) => ({ x: x - 1, y: y - 1, width: 2, height: 2 }));
  const things = [
    ...marks.map(markBox),
    ...measures.flatMap(({ from, to }) => alongLine(from, to)),
    ...(closeUp ? [closeUp] : []),
  ];
  // The corners: the inset first, then the scale bar in what is left.
  const insetScale = frame.width / INSET_FITS;
  const inset = plan.inset
    ? freest(corners(frame, INSET.width * insetScale, INSET.height * insetScale, 0), things, border)
    : undefined;
  const bar = scaleBar(view.scale, frame.width / 5);
  const barCorners = corners(frame, Math.max(bar.width + 4, 54), 24, 8);
  const scale = freest(barCorners, [...things, ...(inset ? [inset] : [])], border) ?? frame;

  const tinted = new Set(areas.flatMap((place) => place.regions));
  const named = (code: string): boolean => !plan.overview || BORDER_REGIONS.has(code) || tinted.has(code);
  const labels = labelPanel({
    plan,
    view,
    borders,
    places,
    areas,
    marks: shown,
    measures,
    front,
    regions: [...borders.regions.values()].filter(({ id }) => named(id) && !tinted.has(id)),
    taken: [...things, scale, ...(inset ? [inset] : [])],
    border,
  });
  const carried = new Set(labels.map(({ mark }) => mark));
  const seen = new Set([...marks, ...labels].map(({ place }) => place));

  return {
    id: plan.id,
    title: plan.title,
    description: describe(labels, inset !== undefined),
    view,
    places: places.filter((place) => seen.has(place)),
    ukraine: view.path(borders.state('UA')),
    inner: view.path(borders.inner(named)),
    outer: view.path(borders.outer),
    areas: areas.flatMap((place) =>
      place.regions.flatMap((code) => {
        const region = borders.regions.get(code);
        const path = region ? view.path(region) : '';
        return path === ''
          ? []
          : [{ path, hatched: place.entry.data.point !== undefined, here: place === plan.here }];
      }),
    ),
    bare: marks.filter((mark) => !carried.has(mark) && mark.kind !== 'edge'),
    labels,
    // A line without its number says nothing.
    measures: labels.flatMap(({ measure }) => measure ?? []),
    closeUp,
    scale: { ...bar, at: [scale.x, scale.y] },
    inset: inset && { at: [inset.x, inset.y], scale: insetScale, box: insetBox(view) },
  };
}
