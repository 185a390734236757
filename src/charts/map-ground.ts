// The ground of the maps: regions and borders, and the distance from a place to the border.
import { geoBounds, geoContains, geoDistance, geoInterpolate } from 'd3-geo';
import type { Feature, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type {
  GeometryCollection,
  GeometryObject,
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
  /** The type of the unit in Natural Earth: Region, Municipality, Federal City. */
  readonly kind: string;
}

type Ground = Topology<{ regions: GeometryCollection<RegionProperties> }>;

/** A first-level unit of a state; its `id` is the ISO 3166-2 code. */
export type Region = Feature<Polygon | MultiPolygon, RegionProperties> & { readonly id: string };

// scripts/map-regions.ts writes this type of topology; TypeScript infers only loose JSON.
const ground = presimplify(data as unknown as Ground);

const codeOf = ({ id }: GeometryObject): string => String(id);

/** The state's code in a region's code: `RU` of `RU-BEL`. */
export const stateOf = (region: string): string => region.slice(0, 2);

/** The state's code of a region as the topology holds it. */
const state = (region: GeometryObject): string => stateOf(codeOf(region));
const isInner = (a: GeometryObject, b: GeometryObject): boolean => state(a) === state(b);

/** Regions and borders in the detail of one map scale. */
export type Borders = ReturnType<typeof bordersOf>;

function bordersOf(topology: Ground) {
  const { regions } = topology.objects;
  /** The codes of the regions on the border between Russia and Ukraine. */
  const frontRegions = new Set<string>();
  const front = mesh(topology, regions, (a, b) => {
    if ([state(a), state(b)].sort().join() !== 'RU,UA') return false;
    frontRegions.add(codeOf(a)).add(codeOf(b));
    return true;
  });
  const areas = feature(topology, regions).features.map((area) => [String(area.id), area as Region] as const);
  return {
    regions: new Map(areas),
    /** The area of a state (ISO 3166-1 code), as far as the data reaches. */
    state: (code: string): MultiPolygon =>
      merge(topology, regions.geometries.filter((region) => state(region) === code) as MultiPolygonObject[]),
    /** Borders of these regions (ISO 3166-2 codes) with others of the same state. */
    inner: (codes: ReadonlySet<string>): MultiLineString =>
      mesh(
        topology,
        regions,
        (a, b) => a !== b && isInner(a, b) && (codes.has(codeOf(a)) || codes.has(codeOf(b))),
      ),
    /** Borders between states. */
    outer: mesh(topology, regions, (a, b) => !isInner(a, b)),
    /** The border between Russia and Ukraine. */
    front,
    frontRegions,
  };
}

/** The borders in the full detail of the data. */
export const FULL = bordersOf(ground);

/**
 * The borders without the detail that a map cannot show.
 * @param km the side of the smallest bend to keep, in km
 */
export function bordersAt(km: number): Borders {
  return bordersOf(simplify(ground, (km / DEGREE) ** 2 / 2));
}

/** The regions with the rectangles around them, which rule most regions out at once. */
const BOUNDS = [...FULL.regions.values()].map((region) => ({ region, bounds: geoBounds(region) }));

/** The region that contains a point (longitude, latitude), if the data reaches that far. */
export function regionAt(point: Position): Region | undefined {
  const [longitude = 0, latitude = 0] = point;
  return BOUNDS.find(
    ({ region, bounds: [[west, south], [east, north]] }) =>
      west <= longitude &&
      longitude <= east &&
      south <= latitude &&
      latitude <= north &&
      geoContains(region, [longitude, latitude]),
  )?.region;
}

/** The polygon rings of a region. */
export function ringsOf({ geometry }: Region): Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

/** The great-circle distance between two points (longitude, latitude), in km. */
export function distance(a: Position, b: Position): number {
  return geoDistance(a as [number, number], b as [number, number]) * EARTH;
}

/** The point of the border between Russia and Ukraine that is nearest to `point`. */
export function nearestBorderPoint(point: Position): Position {
  const [longitude = 0, latitude = 0] = point;
  /** A degree of longitude in degrees of latitude: near the point, degrees scaled by it are lengths of a plane. */
  const narrow = Math.cos((latitude * Math.PI) / 180);
  const plane = ([east = 0, north = 0]: Position): [number, number] => [
    (east - longitude) * narrow,
    north - latitude,
  ];
  /** The point of a segment nearest to the origin of the plane. */
  const nearestOf = (start: Position, end: Position): Position => {
    const [[x, y], [toX, toY]] = [plane(start), plane(end)];
    const [across, up] = [toX - x, toY - y];
    const part = Math.min(1, Math.max(0, -(x * across + y * up) / (across ** 2 + up ** 2 || 1)));
    return geoInterpolate(start as [number, number], end as [number, number])(part);
  };
  const far = (at: Position): number => Math.hypot(...plane(at));
  return FULL.front.coordinates
    .flatMap((line) => line.slice(1).map((end, index) => nearestOf(line[index] ?? end, end)))
    .reduce((nearest, at) => (far(at) < far(nearest) ? at : nearest));
}
