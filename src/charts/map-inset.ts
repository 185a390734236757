// The inset: Europe in a hundred units, to show where the map lies.
import { geoAzimuthalEqualArea, geoPath, type GeoPermissibleObjects } from 'd3-geo';
import type { MultiLineString } from 'geojson';
import { merge, mesh } from 'topojson-client';
import { filter, filterWeight, presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, GeometryObject, MultiPolygon, Topology } from 'topojson-specification';
import world from 'world-atlas/countries-110m.json' with { type: 'json' };
import { PathWriter, type Box, type Spot, type View } from './map-view.ts';

type World = Topology<{ countries: GeometryCollection<{ readonly name: string }> }>;

/** The inset's own units: it is scaled to its place as a whole. */
export const INSET: Box = { x: 0, y: 0, width: 104, height: 84 };

/** South of this no border of the two states is drawn: whose Crimea is, the inset does not say. */
const OPEN_SOUTH_OF = 46.4;
/** The least side of the square that shows where the map lies. */
const LEAST = 5;

const STATES = ['Russia', 'Ukraine'];

// The package ships no types; the shape is the one its documentation gives.
const full = presimplify(world as unknown as World);
// A unit of the inset is about 0.4°: bends and islands of less are left out.
const reduced = simplify(full, 0.8);
// Neither step changes the shape, which their types forget.
const topology = filter(reduced, filterWeight(reduced, 3)) as unknown as World;
const { countries } = topology.objects;

function isState({ properties }: GeometryObject): boolean {
  return (
    properties !== null &&
    properties !== undefined &&
    'name' in properties &&
    STATES.includes(String(properties.name))
  );
}

function stateBorders(): MultiLineString {
  const borders = mesh(topology, countries, (a, b) => a !== b && [a, b].some(isState));
  return {
    ...borders,
    coordinates: borders.coordinates.filter((line) =>
      line.some(([longitude = 0, latitude = 0]) => latitude > OPEN_SOUTH_OF || longitude > 38),
    ),
  };
}

const projection = geoAzimuthalEqualArea()
  .rotate([-19, -52])
  .precision(0)
  .fitExtent(
    [
      [0, 0],
      [INSET.width, INSET.height],
    ],
    {
      type: 'MultiPoint',
      coordinates: [
        [-9, 40],
        [19, 35],
        [19, 68],
        [48, 52],
      ],
    },
  )
  .clipExtent([
    [-2, -2],
    [INSET.width + 2, INSET.height + 2],
  ]);

function path(shape: GeoPermissibleObjects): string {
  const writer = new PathWriter();
  geoPath(projection, writer)(shape);
  return writer.path;
}

/** The land of Europe and what is around it. */
export const LAND = path(merge(topology, countries.geometries as MultiPolygon[]));
/** The borders of Russia and Ukraine with their neighbours and each other. */
export const STATE_BORDERS = path(stateBorders());

/** The rectangle that a view takes up in the inset; small views are shown a little larger than they are. */
export function insetBox(view: View): Box {
  const { width: across, height: down } = view.frame;
  const corners = (
    [
      [0, 0],
      [across, 0],
      [0, down],
      [across, down],
    ] as const
  ).map((corner): Spot => projection(view.at(corner)) ?? [Number.NaN, Number.NaN]);
  const [left, right] = [Math.min(...corners.map(([x]) => x)), Math.max(...corners.map(([x]) => x))];
  const [top, bottom] = [Math.min(...corners.map(([, y]) => y)), Math.max(...corners.map(([, y]) => y))];
  const [width, height] = [Math.max(LEAST, right - left), Math.max(LEAST, bottom - top)];
  return { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height };
}
