// The inset of a map: the land of Europe without borders, and a rectangle around the part that the map shows.
import { geoAzimuthalEqualArea, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import { filter, filterWeight, presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import world from 'world-atlas/land-110m.json' with { type: 'json' };
import { relativePath, WIDTH, type View } from './map-view.ts';

const [ACROSS, DOWN] = [104, 84];
/** The viewBox of the inset. */
export const INSET = `0 0 ${ACROSS} ${DOWN}`;
/** The shortest side of the rectangle, in units, so that it stays visible. */
const SHORTEST = 5;
/** Bends and islands below these sizes, in square degrees, are left out: a unit is about 0.4°. */
const DETAIL = { bend: 1.6, island: 6 } as const;

type World = Topology<{ land: GeometryCollection }>;

const projection = geoAzimuthalEqualArea()
  .rotate([-19, -52])
  .precision(0)
  .fitSize([ACROSS, DOWN], {
    type: 'MultiPoint',
    coordinates: [
      [-9, 40],
      [19, 35],
      [19, 68],
      [48, 52],
    ],
  })
  .clipExtent([
    [-2, -2],
    [ACROSS + 2, DOWN + 2],
  ]);

// world-atlas has no types; its README documents this shape. simplify() and filter() keep the shape.
const reduced = simplify(presimplify(world as unknown as World), DETAIL.bend);
const land = filter(reduced, filterWeight(reduced, DETAIL.island)) as World;

/** SVG path data of the land. */
export const LAND = relativePath(geoPath(projection).digits(0)(feature(land, land.objects.land)) ?? '');

/** The rectangle of the inset that a view covers. */
export function insetBox({ at, height }: View): { x: number; y: number; width: number; height: number } {
  const coordinates = [0, WIDTH].flatMap((x) => [0, height].map((y) => at([x, y])));
  const [[left, top], [right, bottom]] = geoPath(projection).bounds({ type: 'MultiPoint', coordinates });
  const [across, down] = [Math.max(SHORTEST, right - left), Math.max(SHORTEST, bottom - top)];
  const round = (value: number): number => Math.round(value * 10) / 10;
  return {
    x: round((left + right - across) / 2),
    y: round((top + bottom - down) / 2),
    width: round(across),
    height: round(down),
  };
}
