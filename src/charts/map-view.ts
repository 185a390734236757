// A view: a piece of the earth fitted into a frame, north up, and paths as short as they can be written.
import { geoConicConformal, geoDistance, geoPath, type GeoContext, type GeoPermissibleObjects } from 'd3-geo';
import type { Position } from 'geojson';
import { DEGREE, EARTH } from './map-regions.ts';

/** A point of a drawing, in its own units. */
export type Spot = readonly [x: number, y: number];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whether a spot lies in a box, this far from its edge at least. */
export function within([x, y]: Spot, box: Box, margin = 0): boolean {
  return (
    x >= box.x + margin &&
    y >= box.y + margin &&
    x <= box.x + box.width - margin &&
    y <= box.y + box.height - margin
  );
}

export interface View {
  readonly frame: Box;
  /** How many km one unit of the drawing is, at the centre. */
  readonly scale: number;
  /** Where a longitude and latitude lie in the drawing; outside the frame, where they would lie. */
  readonly spot: (at: Position) => Spot;
  /** The longitude and latitude of a spot. */
  readonly at: (spot: Spot) => [longitude: number, latitude: number];
  /** The path data of a shape, cut at the frame. */
  readonly path: (shape: GeoPermissibleObjects) => string;
}

/** How far beyond the frame shapes are drawn, so that no cut edge shows. */
const BLEED = 4;

/** Two numbers side by side, with a space only where they would run together: `5-3`, `5 3`. */
function beside(first: number, second: number): string {
  return `${first}${second < 0 ? '' : ' '}${second}`;
}

/**
 * Writes what d3 draws as path data with relative steps in whole units, which are about a CSS pixel: a sixth
 * of the bytes of absolute ones. A point is rounded where it lies, so that borders drawn twice meet.
 */
export class PathWriter implements GeoContext {
  #path = '';
  /** Whether an `l` stands, which the next step may follow. */
  #open = false;
  #x = 0;
  #y = 0;

  get path(): string {
    return this.#path;
  }

  beginPath(): void {
    this.#path = '';
    this.#open = false;
  }

  moveTo(x: number, y: number): void {
    [this.#x, this.#y] = [Math.round(x), Math.round(y)];
    this.#path += `M${beside(this.#x, this.#y)}`;
    this.#open = false;
  }

  lineTo(x: number, y: number): void {
    const [nextX, nextY] = [Math.round(x), Math.round(y)];
    const [dx, dy] = [nextX - this.#x, nextY - this.#y];
    if (dx === 0 && dy === 0) return;
    this.#path += `${!this.#open ? 'l' : dx < 0 ? '' : ' '}${beside(dx, dy)}`;
    this.#open = true;
    [this.#x, this.#y] = [nextX, nextY];
  }

  closePath(): void {
    this.#path += 'z';
    this.#open = false;
  }

  /** Only points become arcs, and no point is drawn this way. */
  arc(): void {
    throw new RangeError('A map path holds lines only');
  }
}

/** The points around which a circle of `km` fits: its four outermost. */
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

/**
 * Fits points into a frame.
 * @param points longitudes and latitudes that shall be seen
 * @param width the drawing's width
 * @param height the drawing's height
 * @param padding what is kept free around the points
 */
export function viewOf(points: readonly Position[], width: number, height: number, padding: number): View {
  const longitudes = points.map(([longitude = 0]) => longitude);
  const middle = (Math.min(...longitudes) + Math.max(...longitudes)) / 2;
  const projection = geoConicConformal()
    // Parallels a sixth inside the coverage keep the scale the same to about 1 %.
    .parallels([49, 55])
    .rotate([-middle, 0])
    .precision(0)
    .fitExtent(
      [
        [padding, padding],
        [width - padding, height - padding],
      ],
      { type: 'MultiPoint', coordinates: [...points] },
    );
  const spot = ([longitude = 0, latitude = 0]: Position): Spot =>
    projection([longitude, latitude]) ?? [Number.NaN, Number.NaN];
  const at = ([x, y]: Spot): [number, number] => projection.invert?.([x, y]) ?? [Number.NaN, Number.NaN];
  const scale =
    (geoDistance(at([width / 2 - 50, height / 2]), at([width / 2 + 50, height / 2])) * EARTH) / 100;
  const clipped = projection.clipExtent([
    [-BLEED, -BLEED],
    [width + BLEED, height + BLEED],
  ]);
  return {
    frame: { x: 0, y: 0, width, height },
    scale,
    spot,
    at,
    path: (shape) => {
      const writer = new PathWriter();
      geoPath(clipped, writer)(shape);
      return writer.path;
    },
  };
}

/**
 * The longest round length (1, 2 or 5 times a power of ten) that a scale bar can show.
 * @param scale km in one unit
 * @param most the longest bar, in units
 */
export function scaleBar(scale: number, most: number): { readonly km: number; readonly width: number } {
  const limit = scale * most;
  const power = 10 ** Math.floor(Math.log10(limit));
  const km = ([5, 2].find((step) => step * power <= limit) ?? 1) * power;
  return { km, width: km / scale };
}
