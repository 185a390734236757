// Computes what a map of places shows and where. src/components/chart/PlaceMap.astro renders the result.
import { geoCentroid } from 'd3-geo';
import type { Position } from 'geojson';
import ground from '../data/map/names.json' with { type: 'json' };
import { LABEL_SIDES, type LabelSide } from '../model/schemas/place.ts';
import {
  bordersAt,
  distance,
  FULL,
  nearestBorderPoint,
  regionAt,
  ringsOf,
  stateOf,
  type Borders,
} from './map-ground.ts';
import { insetBox } from './map-inset.ts';
import { MAP_WIDTHS, placeNames, type Disc, type Name } from './map-labels.ts';
import type { MapPlace } from './map-places.ts';
import { around, scaleBar, viewOf, WIDTH, type Spot, type View } from './map-view.ts';

/** The side of the smallest bend of a border that is drawn, in units: a compact map has half the pixels. */
export const BEND = { full: 4, compact: 16 } as const;
/** The radius of a mark, in em. */
const RADIUS = { plain: 0.26, highlighted: 0.4 } as const;
/** The radius of the surroundings shown around a point, in km. */
const SURROUNDINGS = 15;
/** How far the border may lie from a point for the map to reach to it, in km. */
const REACH = 60;
/** The shortest line drawn for a distance, as a fraction of the map's width. */
const SHORTEST_LINE = 0.08;
/** The number of points across and down a view at which a name that has no room elsewhere is tried. */
const GRID = 9;
/** The distance of the points by which names keep clear of the border, in units. */
const PIECE = 6;
/** The most names that can find room once one place is left out. */
const FEW = 3;

interface Mark extends Disc {
  readonly place: MapPlace;
}

/** True if an area has a tint: one in which an event is placed, or that the map is about. Others have their name only. */
const isTinted = ({ entry, events }: MapPlace, highlighted: ReadonlySet<string>): boolean =>
  events > 0 || highlighted.has(entry.id);

const isCity = ({ place: { entry } }: Mark): boolean => entry.data.kind === 'city';

const withShape = (places: readonly MapPlace[], shape: MapPlace['shape']): MapPlace[] =>
  places.filter((place) => place.shape === shape);

/**
 * The points (longitude, latitude) that a map of these places must show: the surroundings of each point, up to a border that is
 * near, and areas as a whole, unless a point lies in each of them and the map is about none.
 */
function extent(places: readonly MapPlace[], highlighted: ReadonlySet<string>): Position[] {
  const outline = (codes: readonly string[]): Position[] =>
    codes.flatMap((code) => FULL.regions.get(code) ?? []).flatMap((region) => ringsOf(region).flat());
  const told = new Set(places.flatMap(({ at }) => (at ? regionAt(at)?.id : undefined) ?? []));
  const areas = withShape(places, 'area');
  const whole = areas.some(
    ({ entry, regions }) => highlighted.has(entry.id) || !regions.some((code) => told.has(code)),
  );
  const points = [
    ...places.flatMap(({ at }) => {
      if (!at) return [];
      const border = nearestBorderPoint(at);
      return [...around(at, SURROUNDINGS), ...(distance(at, border) < REACH ? [border] : [])];
    }),
    ...(whole ? areas.flatMap(({ regions }) => outline(regions)) : []),
  ];
  if (points.length > 0) return points;
  const states = new Set(places.flatMap(({ regions }) => regions));
  if (states.size > 0) return outline([...FULL.frontRegions].filter((code) => states.has(stateOf(code))));
  return withShape(places, 'border').flatMap(() => FULL.front.coordinates.flat());
}

/** Points at equal distances all over a view, from its middle outwards. */
function spotsOf({ height }: View): Spot[] {
  const steps = Array.from({ length: GRID }, (_step, index) => (index + 0.5) / GRID);
  const fromMiddle = ([x, y]: Spot): number => Math.hypot(x - WIDTH / 2, y - height / 2);
  return steps
    .flatMap((down) => steps.map((right): Spot => [right * WIDTH, down * height]))
    .sort((a, b) => fromMiddle(a) - fromMiddle(b));
}

/** The border between Russia and Ukraine as discs, for names to keep clear of. */
function frontDiscs(view: View, { front }: Borders): Disc[] {
  return front.coordinates.flatMap((line) =>
    line.slice(1).flatMap((end, index) => {
      const [from, to] = [view.spot(line[index] ?? end), view.spot(end)];
      const [across, down] = [to[0] - from[0], to[1] - from[1]];
      const pieces = Math.ceil(Math.hypot(across, down) / PIECE);
      return Array.from({ length: pieces }, (_piece, piece): Disc => {
        const part = piece / pieces;
        return { spot: [from[0] + across * part, from[1] + down * part], radius: 0.1 };
      }).filter(({ spot: [x, y] }) => x > 0 && x < WIDTH && y > 0 && y < view.height);
    }),
  );
}

/** The names of the ground: areas, the border, states, and the regions along the border. */
function groundNames(
  places: readonly MapPlace[],
  highlighted: ReadonlySet<string>,
  view: View,
  borders: Borders,
): Name[] {
  const middle = (code: string): Position[] => [FULL.regions.get(code) ?? []].flat().map(geoCentroid);
  const given = ({ entry: { data } }: MapPlace): Position[] =>
    data.label_at ? [[data.label_at.longitude, data.label_at.latitude]] : [];
  const fixed: Readonly<Record<string, Position>> = ground.regions;
  const name = (kind: Name['kind'], text: string, at: readonly Position[], rest: Partial<Name>): Name => ({
    kind,
    text,
    spots: at.map(view.spot),
    moreSpots: () => (rest.inside ? spotsOf(view).filter(rest.inside) : []),
    sides: ['center'],
    radius: 0,
    ...rest,
  });
  return [
    ...withShape(places, 'area').map((place) => {
      const at = [...given(place), ...place.regions.flatMap(middle)];
      const [region] = place.regions.flatMap((code) => borders.regions.get(code) ?? []);
      const inside = region && view.covers(region);
      const kind = isTinted(place, highlighted) ? 'area' : 'region';
      return name(kind, place.name, at, { place, inside, sides: ['center', 'above', 'below'] });
    }),
    ...withShape(places, 'border').map((place) => {
      const at = [...given(place), ...FULL.front.coordinates.flat()];
      return name('border', place.name, at, { place, sides: ['center', 'left', 'right'], radius: 0.3 });
    }),
    ...Object.entries(ground.states).map(([code, state]) => {
      const place = withShape(places, 'state').find(({ regions }) => regions.includes(code));
      return name('state', place?.name ?? state.name, state.at, {
        place,
        inside: view.covers(borders.state(code)),
      });
    }),
    ...[...borders.regions.values()]
      .filter(({ id }) => FULL.frontRegions.has(id) && !places.some(({ regions }) => regions.includes(id)))
      .map((region) => {
        const { id, properties } = region;
        const at = fixed[id] ? [fixed[id]] : middle(id);
        return name('region', `${properties.name} region`, at, { inside: view.covers(region) });
      }),
  ];
}

/** The side of a point that an editor chose for its name, and, where a map is too crowded for it, those in the same row. */
function sidesFrom(side: LabelSide): LabelSide[] {
  const [row = side] = side.split('-');
  return [side, ...LABEL_SIDES.filter((other) => other.startsWith(row))];
}

/** The lines of the distances stated of a place that are long enough to be drawn, each with the label of its length. */
function measuresOf({ place, spot }: Mark, view: View) {
  return place.distances.flatMap((stated) => {
    const to = view.spot(stated.to);
    const [across, down] = [to[0] - spot[0], to[1] - spot[1]];
    if (Math.hypot(across, down) < SHORTEST_LINE * WIDTH) return [];
    const spots = [0.5, 0.6, 0.4, 1, 0.7, 0.3, 0.8, 0.2, 0.9, 0.1].map((fraction): Spot => [
      spot[0] + across * fraction,
      spot[1] + down * fraction,
    ]);
    const text = `${Math.round(stated.measuredKm)} km`;
    const name: Name = { kind: 'measure', text, spots, sides: LABEL_SIDES, radius: 0.1 };
    return [{ place, stated, line: [spot, to] as const, name }];
  });
}

interface Options {
  /** The ids of the places that the map is about. */
  readonly highlighted?: ReadonlySet<string>;
  /** Draw for a small figure: less detail, and no names that need a wide map. */
  readonly compact?: boolean;
}

type Drawing = NonNullable<ReturnType<typeof draw>>;

/** The marked places that have no name on the narrowest map. */
const unnamed = ({ marks, labels }: Drawing): MapPlace[] =>
  marks
    .map(({ place }) => place)
    .filter((place) => !labels.some((label) => label.place === place && !label.wide));

/**
 * Draws a map of places. If points lie so close that a name finds no room, leaves out one place whose absence lets all
 * others have theirs: of several such places the one nearest to another, and of two neighbours the one with fewer reports.
 * A map of many points keeps them all and leaves out names.
 * @returns the map, with the place left out; nothing where no place has a position
 */
export function drawMap(
  places: readonly MapPlace[],
  options: Options = {},
): (Drawing & { readonly leftOut?: MapPlace }) | undefined {
  const map = draw(places, options);
  const missing = map ? unnamed(map).length : 0;
  if (!map || missing === 0 || missing > FEW || map.marks.length === 1) return map;
  const toNext = ({ spot }: Mark): number =>
    Math.min(
      ...map.marks.map((mark) => Math.hypot(mark.spot[0] - spot[0], mark.spot[1] - spot[1])).filter(Boolean),
    );
  const crowded = map.marks
    .filter(({ place }) => !options.highlighted?.has(place.entry.id))
    .toSorted((a, b) => toNext(a) - toNext(b) || a.place.reports - b.place.reports);
  for (const { place: leftOut } of crowded) {
    const others = draw(
      places.filter((place) => place !== leftOut),
      options,
    );
    if (others && unnamed(others).length === 0) return { ...others, leftOut };
  }
  return map;
}

function draw(places: readonly MapPlace[], { highlighted = new Set(), compact = false }: Options) {
  const points = extent(places, highlighted);
  if (points.length === 0) return undefined;
  const view = viewOf(points);
  const size = compact ? 'compact' : 'full';
  const borders = bordersAt((view.km / WIDTH) * BEND[size]);
  const marks = places
    .flatMap((place): Mark[] => {
      const radius = RADIUS[highlighted.has(place.entry.id) ? 'highlighted' : 'plain'];
      return place.at ? [{ place, spot: view.spot(place.at), radius }] : [];
    })
    .toSorted(
      (a, b) =>
        b.radius - a.radius || Number(isCity(b)) - Number(isCity(a)) || b.place.reports - a.place.reports,
    );
  // The map of one place does not measure the distances of its neighbours.
  const measures = marks
    .filter(({ place }) => highlighted.size === 0 || highlighted.has(place.entry.id))
    .flatMap((mark) => measuresOf(mark, view));
  // Most important first: later names avoid earlier ones.
  const names: Name[] = [
    ...marks.map(({ place, spot, radius }): Name => {
      const sides = sidesFrom(place.entry.data.point?.label ?? 'right');
      const otherSides = LABEL_SIDES.filter((side) => !sides.includes(side));
      const state = place.at && regionAt(place.at);
      const inside = state && view.covers(borders.state(stateOf(state.id)));
      return { kind: 'point', text: place.name, place, spots: [spot], sides, otherSides, radius, inside };
    }),
    ...measures.map(({ name }) => name),
    ...groundNames(places, highlighted, view, borders),
  ];
  const discs = [
    ...marks,
    ...measures.flatMap(({ name }) => name.spots.map((spot) => ({ spot, radius: 0.1 }))),
  ];
  const labels = placeNames(names, discs, frontDiscs(view, borders), view.height, MAP_WIDTHS[size]);
  const tinted = places.flatMap(({ regions }) => regions);
  const km = scaleBar(view.km / 4);
  return {
    view,
    /** Ukraine has its own fill, to distinguish the two states. */
    ukraine: view.path(borders.state('UA')),
    /** Borders between regions of one state: those of the regions on the front and of the tinted areas. */
    inner: view.path(borders.inner(new Set([...FULL.frontRegions, ...tinted]))),
    outer: view.path(borders.outer),
    /** The border between Russia and Ukraine, if it is one of the places. */
    front: withShape(places, 'border').length > 0 ? view.path(borders.front) : undefined,
    areas: withShape(places, 'area')
      .filter((place) => isTinted(place, highlighted))
      .map((place) => {
        const regions = place.regions.flatMap((code) => borders.regions.get(code) ?? []);
        return { place, path: regions.map(view.path).join('') };
      }),
    marks,
    /** Only the distances whose label fits: a line without its number has no meaning. */
    measures: measures.filter(({ name }) => labels.some(({ spots }) => spots === name.spots)),
    labels,
    /** The scale bar: its length in km and as a percentage of the map's width. */
    scale: { km, percent: (km / view.km) * 100 },
    inset: insetBox(view),
  };
}
