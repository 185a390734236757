// A map of places: what to draw where. src/components/PlaceMap.astro draws it.
import { geoCentroid, geoContains, type GeoPermissibleObjects } from 'd3-geo';
import type { Position } from 'geojson';
import ground from '../data/map/names.json' with { type: 'json' };
import { bordersAt, FULL, ringsOf, stateOf, type Borders } from './map-ground.ts';
import { insetBox } from './map-inset.ts';
import { MAP_WIDTHS, placeNames, type Name, type Obstacle, type Stand } from './map-labels.ts';
import { LABEL_SIDES, type LabelSide } from '../model/schemas/place.ts';
import type { MapPlace, StatedDistance } from './map-places.ts';
import { around, scaleBar, viewOf, WIDTH, type Spot, type View } from './map-view.ts';
import { textWidth } from './text.ts';

/** The side of the smallest bend of a border that is drawn, in units: a compact map has half the pixels. */
export const BEND = { full: 4, compact: 8 } as const;
/** The radius of a mark, in em. */
const RADIUS = { plain: 0.32, highlighted: 0.45 } as const;
/** What is shown around a point, in km. */
const SURROUNDINGS = 20;
/** The shortest line of a distance that is drawn, as a part of the map's width. */
const SHORTEST_LINE = 0.08;
/** The space between the letters of a state's name, in em; the style sheet has the same. */
const SPACING = 0.12;

export interface Mark {
  readonly place: MapPlace;
  readonly spot: Spot;
  /** The radius, in em. */
  readonly radius: number;
}

/** The line of a stated distance. */
export interface Measure {
  readonly place: MapPlace;
  readonly stated: StatedDistance;
  readonly from: Spot;
  readonly to: Spot;
}

export interface Label {
  readonly kind: 'point' | 'area' | 'state' | 'border' | 'region' | 'measure';
  readonly text: string;
  readonly stand: Stand;
  /** The place that it names, if that is one of the places of the map. */
  readonly place?: MapPlace | undefined;
}

/** A label that still has no place. */
type Draft = Omit<Label, 'stand'> & Pick<Name, 'spots' | 'sides' | 'inside'> & Partial<Pick<Name, 'radius'>>;

export interface PlaceMap {
  readonly view: View;
  /** Path data of the ground. Ukraine has its own fill, so that the two states are told apart. */
  readonly ukraine: string;
  readonly inner: string;
  readonly outer: string;
  /** The border between Russia and Ukraine, where it is one of the places. */
  readonly front: string | undefined;
  readonly areas: readonly { readonly place: MapPlace; readonly path: string }[];
  readonly marks: readonly Mark[];
  readonly measures: readonly Measure[];
  readonly labels: readonly Label[];
  /** The scale bar: its length in km and as a percentage of the map's width. */
  readonly scale: { readonly km: number; readonly percent: number };
  readonly inset: ReturnType<typeof insetBox>;
}

/** The points (longitude, latitude) that a map of these places must show. */
function extent(places: readonly MapPlace[]): Position[] {
  const outline = (codes: readonly string[]): Position[] =>
    codes.flatMap((code) => FULL.regions.get(code) ?? []).flatMap((region) => ringsOf(region).flat());
  const points = places.flatMap(({ at, shape, regions }) =>
    at ? around(at, SURROUNDINGS) : shape === 'area' ? outline(regions) : [],
  );
  if (points.length > 0) return points;
  const states = new Set(places.flatMap(({ regions }) => regions));
  if (states.size > 0) return outline([...FULL.frontRegions].filter((code) => states.has(stateOf(code))));
  return places.some(({ shape }) => shape === 'border') ? FULL.front.coordinates.flat() : [];
}

/** The names of the ground: areas, the border, states, and the regions along the border. */
function groundNames(places: readonly MapPlace[], view: View, borders: Borders): Draft[] {
  const middle = (code: string): Position[] => {
    const region = FULL.regions.get(code);
    return region ? [geoCentroid(region)] : [];
  };
  const given = ({ entry: { data } }: MapPlace): Position[] =>
    data.label_at ? [[data.label_at.longitude, data.label_at.latitude]] : [];
  const draft = (
    kind: Label['kind'],
    text: string,
    at: readonly Position[],
    rest: Partial<Draft>,
  ): Draft => ({
    kind,
    text,
    spots: at.map(view.spot),
    sides: ['center'],
    ...rest,
  });
  const isIn = (area: GeoPermissibleObjects | undefined) => (spot: Spot) =>
    area !== undefined && geoContains(area, view.at(spot) as [number, number]);
  const fixed: Readonly<Record<string, Position>> = ground.regions;
  const named = new Set(places.flatMap(({ regions }) => regions));
  return [
    ...places
      .filter(({ shape }) => shape === 'area')
      .map((place) => {
        const at = [...given(place), ...place.regions.flatMap(middle)];
        return draft('area', place.name, at, { place, sides: ['center', 'above', 'below'] });
      }),
    ...places
      .filter(({ shape }) => shape === 'border')
      .map((place) => {
        const at = [...given(place), ...FULL.front.coordinates.flat()];
        return draft('border', place.name, at, { place, sides: ['center', 'left', 'right'], radius: 0.3 });
      }),
    ...Object.entries(ground.states).map(([code, { name, at }]) => {
      const place = places.find(({ shape, regions }) => shape === 'state' && regions.includes(code));
      return draft('state', place?.name ?? name, at, { place, inside: isIn(borders.state(code)) });
    }),
    ...[...FULL.frontRegions]
      .filter((code) => !named.has(code))
      .map((code) => {
        const name = `${FULL.regions.get(code)?.properties.name} region`;
        return draft('region', name, fixed[code] ? [fixed[code]] : middle(code), {
          inside: isIn(borders.regions.get(code)),
        });
      }),
  ];
}

/** The width of a name, in em. */
function nameWidth({ kind, text, place }: Draft): number {
  const letters = kind === 'state' ? text.toUpperCase() : text;
  const bold = place ? 1.06 : 1;
  return textWidth(letters, 1) * bold + (kind === 'state' ? SPACING * letters.length : 0);
}

/** The sides of a point that a name may stand on: the editor's, those above or below like it, then all. */
function sidesFrom(side: LabelSide): LabelSide[] {
  const [row = side] = side.split('-');
  return [side, ...LABEL_SIDES.filter((other) => other.startsWith(row)), ...LABEL_SIDES];
}

/** Points along a line, each a part of the way. */
function alongLine({ from, to }: Measure, parts: readonly number[]): Spot[] {
  return parts.map((part) => [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]);
}

interface Options {
  /** The ids of the places that the map is about. */
  readonly highlighted?: ReadonlySet<string>;
  /** Draw for a small figure: less detail, and no names that need a wide map. */
  readonly compact?: boolean;
}

/** Draws a map of places. Returns nothing where no place has a position. */
export function drawMap(
  places: readonly MapPlace[],
  { highlighted = new Set(), compact = false }: Options = {},
): PlaceMap | undefined {
  const points = extent(places);
  if (points.length === 0) return undefined;
  const view = viewOf(points);
  const size = compact ? 'compact' : 'full';
  const borders = bordersAt((view.km / WIDTH) * BEND[size]);

  const marks = places
    .flatMap((place): Mark[] => {
      const radius = RADIUS[highlighted.has(place.entry.id) ? 'highlighted' : 'plain'];
      return place.at ? [{ place, spot: view.spot(place.at), radius }] : [];
    })
    .toSorted((a, b) => b.radius - a.radius);
  const lines = marks.flatMap(({ place, spot: from }) =>
    place.distances
      .map((stated): Measure => ({ place, stated, from, to: view.spot(stated.to) }))
      .filter(({ to }) => Math.hypot(to[0] - from[0], to[1] - from[1]) >= SHORTEST_LINE * WIDTH),
  );

  // The most important first: a name gives way to those before it.
  const names: Draft[] = [
    ...marks.map(({ place, spot, radius }): Draft => {
      const sides = sidesFrom(place.entry.data.point?.label ?? 'right');
      return { kind: 'point', text: place.name, place, spots: [spot], sides, radius };
    }),
    ...lines.map((line): Draft => {
      const text = `${Math.round(line.stated.measuredKm)} km`;
      return {
        kind: 'measure',
        text,
        spots: alongLine(line, [0.5, 0.6, 0.4, 1, 0.7, 0.3]),
        sides: LABEL_SIDES,
        radius: 0.1,
      };
    }),
    ...groundNames(places, view, borders),
  ];
  const obstacles: Obstacle[] = [
    ...marks,
    ...lines.flatMap((line) =>
      alongLine(line, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]).map((spot) => ({
        spot,
        radius: 0.1,
      })),
    ),
  ];
  const stands = placeNames(
    names.map((name) => ({
      radius: 0,
      ...name,
      width: nameWidth(name),
      // An area is a link as a whole.
      link: name.place !== undefined && name.kind !== 'area',
    })),
    obstacles,
    view.height,
    MAP_WIDTHS[size],
  );
  const km = scaleBar(view.km / 4);
  return {
    view,
    ukraine: view.path(borders.state('UA')),
    // Others would only be noise.
    inner: view.path(
      borders.inner(new Set([...FULL.frontRegions, ...places.flatMap(({ regions }) => regions)])),
    ),
    outer: view.path(borders.outer),
    front: places.some(({ shape }) => shape === 'border') ? view.path(borders.front) : undefined,
    areas: places
      .filter(({ shape }) => shape === 'area')
      .map((place) => {
        const regions = place.regions.flatMap((code) => borders.regions.get(code) ?? []);
        return { place, path: regions.map(view.path).join('') };
      }),
    marks,
    // A line says nothing without its number.
    measures: lines.filter((_line, index) => stands[marks.length + index]),
    labels: names.flatMap(({ kind, text, place }, index) => {
      const stand = stands[index];
      return stand ? [{ kind, text, place, stand }] : [];
    }),
    scale: { km, percent: (km / view.km) * 100 },
    inset: insetBox(view),
  };
}
