// The maps: which panels there are, and what stands where in each. Geometry only; PlaceMap.astro draws it.
import type { Position } from 'geojson';
import type { Archive } from '../archive/archive.ts';
import { pageAddress } from '../archive/addresses.ts';
import { refKey } from '../model/references.ts';
import { insetBox, INSET } from './map-inset.ts';
import {
  alongLine,
  aroundMark,
  inArea,
  LINE,
  overlap,
  placeLabels,
  TARGET,
  textWidth,
  type Candidate,
} from './map-labels.ts';
import { mapPlaces, type MapPlace, type Stated } from './map-places.ts';
import { borderDistance, BORDER_REGIONS, bordersAt, FULL, regionAt, type Borders } from './map-regions.ts';
import { around, scaleBar, viewOf, type Box, type Spot, type View } from './map-view.ts';

/**
 * The sizes of panels, in units. Letters are 14.5 units high: 11 CSS pixels where a large panel is 305
 * wide and a small one 245.
 */
const LARGE: Box = { x: 0, y: 0, width: 400, height: 380 };
const SMALL: Box = { x: 0, y: 0, width: 320, height: 320 };

/** A place farther from the border than this, in km, is shown by an arrow at the edge of the overview. */
const FAR = 250;
/** The least and the greatest distance, in km, that a place's own map shows around it. */
const SURROUNDINGS = [50, 110] as const;
/** A measure shorter than this, in units, would be hidden by its own label. */
const SHORTEST_MEASURE = 30;

const STATE_NAMES = { RU: 'Russia', UA: 'Ukraine', BY: 'Belarus' } as const;

/** A state's name stands clear of others, in units: it is no part of theirs. */
const STATE_ROOM = 14;

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
  /** The name, and the count of events below it. */
  readonly lines: readonly string[];
  readonly stand: Candidate;
  /** The page it leads to: a place's, unless it is the page the map stands on. */
  readonly href: string | undefined;
  readonly mark: Mark | undefined;
  readonly here: boolean;
}

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
  /** The ways to the border of the places for which a source gives it. */
  readonly measures: readonly Measure[];
  /** What the close-up shows. */
  readonly closeUp: Box | undefined;
  readonly scale: { readonly km: number; readonly width: number; readonly at: Spot };
  /** Where the inset stands, and what it marks; in its own units. */
  readonly inset: { readonly at: Spot; readonly scale: number; readonly box: Box } | undefined;
}

interface Plan {
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

function within([x, y]: Spot, box: Box, margin = 0): boolean {
  return (
    x >= box.x + margin &&
    y >= box.y + margin &&
    x <= box.x + box.width - margin &&
    y <= box.y + box.height - margin
  );
}

/** The square that a mark takes up; its corners, where a disc has nothing, are cut a little. */
function markBox({ at: [x, y], radius }: Mark): Box {
  const half = radius * 0.85;
  return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
}

/** Whether a place lies in an area, by its own page. */
function lies({ entry }: MapPlace, area: MapPlace): boolean {
  return entry.data.within !== undefined && refKey(entry.data.within) === refKey(area.entry);
}

/** The outlines of a region, as the view has them. */
function ringsOf(view: View, borders: Borders, code: string): Spot[][] {
  const geometry = borders.regions.get(code)?.geometry;
  if (!geometry) return [];
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flat().map((ring) => ring.map(view.spot));
}

/** The box that covers the fewest things, and of those the one that covers the least of the border. */
function freest(boxes: readonly Box[], things: readonly Box[], border: readonly Box[]): Box | undefined {
  const count = (box: Box, others: readonly Box[]): number =>
    others.filter((other) => overlap(box, other, 4)).length;
  const costs = boxes.map((box) => count(box, things) * 1000 + count(box, border));
  return boxes[costs.indexOf(Math.min(...costs))];
}

function eventWords(place: MapPlace): string[] {
  const count = place.events.length;
  return count === 0 ? [] : [`${count} ${count === 1 ? 'event' : 'events'}`];
}

/** The marks of a view: what has a point, and arrows for what lies beyond the edge. */
function marksOf(places: readonly MapPlace[], view: View, plan: Plan): Mark[] {
  const EDGE = 10;
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

interface Draft {
  readonly kind: LabelKind;
  readonly lines: readonly string[];
  readonly candidates: (width: number, height: number) => Candidate[];
  readonly place?: MapPlace | undefined;
  readonly mark?: Mark | undefined;
}

/** Places along a line: to the left and to the right of each of its points. */
function besideLine(points: readonly Spot[], width: number, height: number): Candidate[] {
  const GAP = 6;
  return points.flatMap(([x, y]): Candidate[] => [
    { box: { x: x + GAP, y: y - height / 2, width, height }, anchor: 'start' },
    { box: { x: x - GAP - width, y: y - height / 2, width, height }, anchor: 'end' },
  ]);
}

function drawPanel(places: readonly MapPlace[], plan: Plan): Panel {
  const view = viewOf(plan.points, plan.size.width, plan.size.height, plan.padding);
  const borders = bordersAt(view.scale * 2);
  const { frame } = view;
  const rings = (codes: readonly string[]): Spot[][] => codes.flatMap((code) => ringsOf(view, borders, code));

  const closeUp = plan.closeUp && boxOf(plan.closeUp, view);
  const marks = marksOf(places, view, plan);
  const areas = places.filter((place) => place.drawn === 'area');
  // A close-up names its towns itself; an overview that has none names the region they lie in.
  const shown = marks.filter(({ at, place }) =>
    closeUp ? !within(at, closeUp) : !plan.overview || !areas.some((area) => lies(place, area)),
  );
  const tinted = new Set(areas.flatMap((place) => place.regions));
  const named = (code: string): boolean => !plan.overview || BORDER_REGIONS.has(code) || tinted.has(code);
  const measures = marks.flatMap(({ place, at: from, kind }): Measure[] => {
    if (!place.stated || kind === 'edge') return [];
    const to = view.spot(place.stated.measured.at);
    const long = Math.hypot(to[0] - from[0], to[1] - from[1]) >= SHORTEST_MEASURE;
    return long && within(to, frame) ? [{ place, stated: place.stated, from, to }] : [];
  });

  // The corners: the inset first, then the scale bar in what is left.
  const things = [
    ...marks.map(markBox),
    ...measures.flatMap(({ from, to }) => alongLine(from, to)),
    ...(closeUp ? [closeUp] : []),
  ];
  const corner = (width: number, height: number, margin: number): Box[] => {
    const [right, bottom] = [frame.width - width - margin, frame.height - height - margin];
    return [
      { x: margin, y: bottom, width, height },
      { x: right, y: bottom, width, height },
      { x: right, y: margin, width, height },
      { x: margin, y: margin, width, height },
    ];
  };
  const front = borders.front.coordinates
    .flat()
    .map(view.spot)
    .filter((spot) => within(spot, frame));
  const border = front.map(([x, y]) => ({ x: x - 1, y: y - 1, width: 2, height: 2 }));
  const insetScale = frame.width / LARGE.width;
  const inset = plan.inset
    ? freest(corner(INSET.width * insetScale, INSET.height * insetScale, 0), things, border)
    : undefined;
  const bar = scaleBar(view.scale, frame.width / 5);
  const barBox = corner(Math.max(bar.width + 4, 54), 24, 8);
  const scale = freest(barBox, [...things, ...(inset ? [inset] : [])], border) ?? frame;

  const stateLabel = (code: keyof typeof STATE_NAMES): Draft => {
    const place = places.find(({ drawn, regions }) => drawn === 'state' && regions.includes(code));
    const codes = [...borders.regions.keys()].filter((region) => region.startsWith(code));
    return {
      kind: 'state',
      lines: [place?.name ?? STATE_NAMES[code], ...(place && plan.overview ? eventWords(place) : [])],
      // Rather not in a tinted region, whose name it would seem to be a part of.
      candidates: (width, height) =>
        [codes.filter((region) => !tinted.has(region)), codes].flatMap((some) =>
          inArea(rings(some), frame, width, height, 0.85),
        ),
      place: plan.overview ? place : undefined,
    };
  };
  const drafts: Draft[] = [
    ...shown
      .toSorted((a, b) => Number(b.here) - Number(a.here))
      .map((mark): Draft => ({
        kind: mark.kind === 'edge' ? 'edge' : 'town',
        lines: [mark.place.name, ...eventWords(mark.place)],
        candidates: (width, height) => aroundMark(mark.at, mark.radius, width, height),
        place: mark.place,
        mark,
      })),
    ...measures.map(({ stated, from, to }): Draft => ({
      kind: 'measure',
      lines: [`${Math.round(stated.measured.km)} km`],
      candidates: (width, height) =>
        besideLine(
          [0.5, 0.4, 0.6, 0.3, 0.7].map((part) => [
            from[0] + (to[0] - from[0]) * part,
            from[1] + (to[1] - from[1]) * part,
          ]),
          width,
          height,
        ),
    })),
    ...areas.map((place): Draft => ({
      kind: 'area',
      lines: [place.name, ...eventWords(place)],
      candidates: (width, height) => inArea(rings(place.regions), frame, width, height, 0.3),
      place,
    })),
    stateLabel('UA'),
    stateLabel('RU'),
    ...places
      .filter(({ drawn }) => drawn === 'border' && plan.overview)
      .map((place): Draft => ({
        kind: 'border',
        lines: ['The border', ...eventWords(place)],
        candidates: (width, height) => besideLine(fromMiddle(front), width, height),
        place,
      })),
    stateLabel('BY'),
    ...[...borders.regions.values()]
      .filter(({ id, properties }) => properties.kind === 'Region' && !tinted.has(id) && named(id))
      .map((region): Draft => ({
        kind: 'region',
        lines: [`${region.properties.name} region`],
        candidates: (width, height) => inArea(rings([region.id]), frame, width, height, 0.8),
      })),
  ];
  const requests = drafts.map(({ kind, lines, candidates, place }, index) => {
    const width = Math.max(
      ...lines.map(
        (line, row) =>
          textWidth(kind === 'state' && row === 0 ? line.toUpperCase() : line, {
            bold: row === 0 && place !== undefined,
            spacing: kind === 'state' && row === 0 ? 0.12 : 0,
          }) + 4,
      ),
    );
    const height = Math.max(lines.length * LINE, place ? TARGET : LINE);
    return {
      key: String(index),
      must: place !== undefined,
      room: kind === 'state' ? STATE_ROOM : undefined,
      candidates: candidates(width, height),
    };
  });
  const stands = placeLabels(
    requests,
    { x: 3, y: 3, width: frame.width - 6, height: frame.height - 6 },
    [...things, scale, ...(inset ? [inset] : [])],
    border,
  );
  const labels = drafts.flatMap(({ kind, lines, place, mark }, index): Label[] => {
    const stand = stands.get(String(index));
    const here = place !== undefined && place === plan.here;
    const href = place && !here ? pageAddress(place.entry) : undefined;
    return stand ? [{ kind, lines, stand, href, mark, here }] : [];
  });
  // A line without its number says nothing.
  const measured = measures.filter((_, index) => stands.has(String(shown.length + index)));
  const carried = new Set(labels.map(({ mark }) => mark));
  const seen = new Set([
    ...marks.map(({ place }) => place),
    ...drafts.flatMap(({ place }, index) => (place && stands.has(String(index)) ? [place] : [])),
  ]);

  return {
    id: plan.id,
    title: plan.title,
    description: describe(labels, measured.length > 0, plan),
    view,
    places: places.filter((place) => seen.has(place)),
    ukraine: view.path(borders.state('UA')),
    inner: view.path(borders.inner(named)),
    outer: view.path(borders.outer),
    areas: areas.flatMap((place) =>
      place.regions.map((code) => ({
        path: view.path(borders.regions.get(code) ?? { type: 'GeometryCollection', geometries: [] }),
        hatched: place.entry.data.point !== undefined,
        here: place === plan.here,
      })),
    ),
    bare: marks.filter((mark) => !carried.has(mark) && mark.kind !== 'edge'),
    labels,
    measures: measured,
    closeUp,
    scale: { ...bar, at: [scale.x, scale.y] },
    inset: inset && { at: [inset.x, inset.y], scale: insetScale, box: insetBox(view) },
  };
}

/** A list from its middle outwards. */
function fromMiddle<Item>(list: readonly Item[]): Item[] {
  const middle = (list.length - 1) / 2;
  return list
    .map((item, index) => ({ item, off: Math.abs(index - middle) }))
    .sort((a, b) => a.off - b.off)
    .map(({ item }) => item);
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

function describe(labels: readonly Label[], measured: boolean, plan: Plan): string {
  const names = (kind: LabelKind): string =>
    listed(labels.filter((label) => label.kind === kind).map(({ lines }) => lines.join(', ')));
  const sentence = (kind: LabelKind, before: string, after = ''): string =>
    labels.some((label) => label.kind === kind) ? `${before}${names(kind)}${after}.` : '';
  return [
    sentence('town', 'Points: '),
    sentence('area', 'Areas: '),
    sentence('edge', 'Beyond the edge: '),
    measured ? 'A thin line measures the way to the nearest border.' : '',
    plan.inset ? 'An inset shows where in Europe this is.' : '',
    'The table below the map holds the same.',
  ]
    .filter(Boolean)
    .join(' ');
}

/** The outermost points of a region. */
function outline(codes: readonly string[]): Position[] {
  return codes.flatMap((code) => {
    const geometry = FULL.regions.get(code)?.geometry;
    return geometry?.type === 'Polygon' ? geometry.coordinates.flat() : (geometry?.coordinates.flat(2) ?? []);
  });
}

/** The region that holds the most points, with those points: what is worth a close-up. */
function crowd(places: readonly MapPlace[]): { area: MapPlace; towns: MapPlace[] } | undefined {
  return places
    .filter(({ drawn }) => drawn === 'area')
    .map((area) => ({
      area,
      towns: places.filter((place) => place.at && lies(place, area)),
    }))
    .filter(({ towns }) => towns.length > 1)
    .sort((a, b) => b.towns.length - a.towns.length)[0];
}

/** A place's point, with what is near enough to be seen along with it. */
function surroundings(at: Position): Position[] {
  const [least, most] = SURROUNDINGS;
  return around(at, Math.min(most, Math.max(least, borderDistance(at).km * 1.6)));
}

/**
 * The panels of a map.
 * @param focus the id of the place the map is about; without it, the map is of all places
 * @returns no panel where there is nothing to draw: no place with a position, or a focus without one
 */
export function drawMap(archive: Archive, focus?: string): Panel[] {
  const places = mapPlaces(archive);
  const here = places.find(({ entry }) => entry.id === focus);
  if (focus !== undefined && (!here || here.drawn === 'nothing')) return [];

  if (here && (here.drawn === 'area' || (here.at && regionAt(here.at)))) {
    return [
      drawPanel(places, {
        id: 'here',
        title: `Map: ${here.name} and its surroundings`,
        points: here.at ? surroundings(here.at) : outline(here.regions),
        padding: here.at ? 0 : 32,
        here,
        size: SMALL,
        overview: false,
        inset: true,
      }),
    ];
  }

  const near = places.flatMap(({ at, drawn, regions }) =>
    at ? (borderDistance(at).km <= FAR ? around(at, 30) : []) : drawn === 'area' ? outline(regions) : [],
  );
  if (near.length === 0) return [];
  const group = here ? undefined : crowd(places);
  const close: Plan | undefined = group && {
    id: 'close-up',
    title: `Close-up: the towns of the ${group.area.name}`,
    points: group.towns.flatMap(({ at, stated }) => [
      ...(at ? around(at, 10) : []),
      ...(stated ? [stated.measured.at] : []),
    ]),
    padding: 55,
    size: LARGE,
    overview: false,
    inset: false,
  };
  const closeView = close && viewOf(close.points, LARGE.width, LARGE.height, close.padding);
  const overview: Plan = {
    id: 'overview',
    title: here ? `Map: where ${here.name} lies` : 'Map: the border country',
    points: near,
    padding: 14,
    here,
    closeUp: closeView,
    size: here ? SMALL : LARGE,
    overview: true,
    inset: true,
  };
  return [overview, ...(close ? [close] : [])].map((plan) => drawPanel(places, plan));
}
