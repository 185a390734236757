// A map view: a rectangle of the Earth, north up, projected onto a drawing of fixed width.
import {
  geoConicConformal,
  geoPath,
  type GeoContext,
  type GeoPermissibleObjects,
  type GeoProjection,
} from 'd3-geo';
import { polygonContains } from 'd3-polygon';
import type { Position } from 'geojson';
import { DEGREE, EARTH } from './map-ground.ts';

/** A point of the drawing. */
export type Spot = readonly [x: number, y: number];

/** The width of every drawing, in its own units: about a CSS pixel where the map is drawn largest. */
export const WIDTH = 700;
/** The smallest width of a view, in km: enough to recognise the surroundings of a village. */
const SMALLEST = 60;
/** The factor by which a view is wider and higher than the points that it must show. */
const MARGIN = 1.16;
/** The lowest and the highest ratio of a drawing's height to its width. */
const RATIO = [0.75, 1.25] as const;
/** How far beyond the frame shapes are drawn, in units, so that no cut edge is visible. */
const BLEED = 4;

/** Rewrites path data of absolute whole numbers with relative steps, which takes half the bytes compressed. */
export function relativePath(path: string): string {
  let [x, y] = [0, 0];
  return path.replace(
    /([MLZ])(?:(-?\d+),(-?\d+))?/g,
    (_match, command: string, right: string, down: string) => {
      if (command === 'Z') return 'z';
      const [dx, dy] = [Number(right) - x, Number(down) - y];
      [x, y] = [Number(right), Number(down)];
      if (command === 'M') return `M${x} ${y}`;
      return dx === 0 && dy === 0 ? '' : `l${dx}${dy < 0 ? '' : ' '}${dy}`;
    },
  );
}

/** The four outermost points of a circle of `km` around a point. */
export function around([longitude = 0, latitude = 0]: Position, km: number): Position[] {
  const north = km / DEGREE;
  const east = north / Math.cos((latitude * Math.PI) / 180);
  return [
    [longitude, latitude + north],
    [longitude, latitude - north],
    [longitude + east, latitude],
    [longitude - east, latitude],
  ];
}

/** The rings of an area as it is drawn; those of holes are in those that they are cut from. */
function ringsOf(area: GeoPermissibleObjects, projection: GeoProjection): [number, number][][] {
  const rings: [number, number][][] = [];
  const nothing = (): void => undefined;
  const context: GeoContext = {
    beginPath: nothing,
    closePath: nothing,
    arc: nothing,
    moveTo: (x, y) => rings.push([[x, y]]),
    lineTo: (x, y) => rings.at(-1)?.push([x, y]),
  };
  geoPath(projection, context)(area);
  return rings;
}

export type View = ReturnType<typeof viewOf>;

/** The view that shows all the points (longitude, latitude), at least one. */
export function viewOf(points: readonly Position[]) {
  const longitudes = points.map(([longitude = 0]) => longitude);
  const projection = geoConicConformal()
    // Parallels a sixth inside the data's latitudes keep the scale constant to about 1 %.
    .parallels([49, 55])
    .rotate([-(Math.min(...longitudes) + Math.max(...longitudes)) / 2, 0])
    .precision(0)
    // At this scale a unit is a km.
    .scale(EARTH)
    .translate([0, 0]);
  const [[left, top], [right, bottom]] = geoPath(projection).bounds({
    type: 'MultiPoint',
    coordinates: [...points],
  });
  const [across, down] = [(right - left) * MARGIN, (bottom - top) * MARGIN];
  const km = Math.max(SMALLEST, across, down / RATIO[1]);
  const height = Math.round(WIDTH * Math.min(RATIO[1], Math.max(RATIO[0], down / km)));
  const scale = WIDTH / km;
  projection
    .scale(EARTH * scale)
    .translate([WIDTH / 2 - ((left + right) / 2) * scale, height / 2 - ((top + bottom) / 2) * scale])
    .clipExtent([
      [-BLEED, -BLEED],
      [WIDTH + BLEED, height + BLEED],
    ]);
  const path = geoPath(projection).digits(0);
  return {
    /** The height of the drawing, in units. */
    height,
    /** The width of the view in km, along the standard parallels; within about 1 % elsewhere. */
    km,
    /** Projects a longitude and latitude, also outside the frame. */
    spot: (at: Position): Spot => projection(at as [number, number]) ?? [Number.NaN, Number.NaN],
    /** The longitude and latitude of a point of the drawing. */
    at: ([x, y]: Spot): Position => projection.invert?.([x, y]) ?? [],
    /** Makes the test whether a point of the drawing is in an area. */
    covers: (area: GeoPermissibleObjects): ((spot: Spot) => boolean) => {
      let rings: readonly [number, number][][] | undefined;
      return (spot) => {
        rings ??= ringsOf(area, projection);
        return rings.filter((ring) => polygonContains(ring, [...spot])).length % 2 === 1;
      };
    },
    /** SVG path data of a shape, cut at the frame. */
    path: (shape: GeoPermissibleObjects): string => relativePath(path(shape) ?? ''),
  };
}

/** @returns the longest round length (1, 2 or 5 times a power of ten) of at most `limit` km */
export function scaleBar(limit: number): number {
  const power = 10 ** Math.floor(Math.log10(limit));
  return ([5, 2].find((step) => step * power <= limit) ?? 1) * power;
}
