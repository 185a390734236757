// The ground of every map: regions, the borders between them, and how far a place lies from the border.
import { geoContains, geoDistance, geoInterpolate } from 'd3-geo';
import type { Feature, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type {
  GeometryCollection,
  MultiPolygon as MultiPolygonObject,
  Topology,
} from 'topojson-specification';
import data from '../data/map/regions.json' with { type: 'json' };

/** The mean radius of the Earth, in km (IUGG). */
export const EARTH = 6371.0088;
/** The length of a degree of latitude, in km. */
export const DEGREE = (EARTH * Math.PI) / 180;

interface RegionProperties {
  readonly name: string;
  /** As Natural Earth has it: Region, Municipality, Federal City. */
  readonly kind: string;
}

type Ground = Topology<{ regions: GeometryCollection<RegionProperties> }>;

/** A region: its ISO 3166-2 code as `id`. */
export type Region = Feature<Polygon | MultiPolygon, RegionProperties> & { readonly id: string };

/** What a map of one scale draws. */
export interface Borders {
  readonly regions: ReadonlyMap<string, Region>;
  /** The area of a state, as far as the data goes. */
  readonly state: (code: string) => MultiPolygon;
  /** Borders between regions of one state, where one of the two is wanted. */
  readonly inner: (wanted: (code: string) => boolean) => MultiLineString;
  /** Borders between states. */
  readonly outer: MultiLineString;
  /** The border between Russia and Ukraine. */
  readonly front: MultiLineString;
}

// The file's shape is what src/commands/map-regions.ts writes; the compiler sees loose JSON.
const ground = presimplify(data as unknown as Ground);

/** `RU` of `RU-BEL`. */
export function stateOf(region: string): string {
  return region.slice(0, 2);
}

function bordersOf(topology: Ground): Borders {
  const { regions } = topology.objects;
  type Unit = { readonly id?: string | number | undefined };
  const code = ({ id }: Unit): string => String(id ?? '');
  const state = (unit: Unit): string => stateOf(code(unit));
  return {
    regions: new Map(
      feature(topology, regions).features.map((region) => [String(region.id), region as Region]),
    ),
    state: (wanted) =>
      merge(
        topology,
        regions.geometries.filter((region) => state(region) === wanted) as MultiPolygonObject[],
      ),
    inner: (wanted) =>
      mesh(
        topology,
        regions,
        (a, b) => a !== b && state(a) === state(b) && (wanted(code(a)) || wanted(code(b))),
      ),
    outer: mesh(topology, regions, (a, b) => state(a) !== state(b)),
    front: mesh(topology, regions, (a, b) => [state(a), state(b)].sort().join() === 'RU,UA'),
  };
}

/** The borders in all the detail there is. */
export const FULL: Borders = bordersOf(ground);

/**
 * The borders, without detail that a map could not show.
 * @param km the side of the smallest bend worth drawing, in km
 */
export function bordersAt(km: number): Borders {
  return bordersOf(simplify(ground, (km / DEGREE) ** 2 / 2));
}

/** The codes of the regions that lie on the border between Russia and Ukraine. */
export const BORDER_REGIONS: ReadonlySet<string> = new Set(
  [...FULL.regions.values()].flatMap(({ id, geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const corners = new Set(polygons.flat(2).map(String));
    // Neighbours share their points: a region on the border shares at least one stretch, two points.
    const shared = FULL.front.coordinates.flat().filter((point) => corners.has(String(point)));
    return shared.length > 1 ? [id] : [];
  }),
);

/** The region a point lies in, where the data reaches so far. */
export function regionAt(point: Position): Region | undefined {
  return [...FULL.regions.values()].find((region) => geoContains(region, point as [number, number]));
}

/** How far a point lies from the border. */
export interface BorderDistance {
  /** Along a great circle, in km. */
  readonly km: number;
  /** The nearest point of the border, longitude and latitude. */
  readonly at: Position;
}

/** The part of the way from `a` to `b` that is nearest to `point`, 0 to 1; flat, which is exact enough here. */
function nearestPart(point: Position, a: Position, b: Position): number {
  const squeeze = Math.cos(((point[1] ?? 0) * Math.PI) / 180);
  const flat = ([x = 0, y = 0]: Position): [number, number] => [x * squeeze, y];
  const [px, py] = flat(point);
  const [ax, ay] = flat(a);
  const [bx, by] = flat(b);
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  if (length === 0) return 0;
  return Math.min(1, Math.max(0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length));
}

/**
 * The distance from a point to the nearest point of the border between Russia and Ukraine.
 * @param point longitude and latitude, in degrees
 */
export function borderDistance(point: Position): BorderDistance {
  let nearest: BorderDistance = { km: Number.POSITIVE_INFINITY, at: point };
  for (const line of FULL.front.coordinates) {
    for (const [index, a] of line.entries()) {
      const b = line[index + 1] ?? a;
      const at = geoInterpolate(
        a as [number, number],
        b as [number, number],
      )(nearestPart(point, a, b)) as Position;
      const km = geoDistance(point as [number, number], at as [number, number]) * EARTH;
      if (km < nearest.km) nearest = { km, at };
    }
  }
  return nearest;
}
