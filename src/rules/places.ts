// Rules for places: latitude and longitude are not reversed, a point lies in the region that its place lies within, and
// the map has the regions of an area.
import { geoBounds } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import data from '../data/map/regions.json' with { type: 'json' };
import type { EntryFile, EntryFiles } from '../model/entries.ts';
import { fieldAt, nearest, shown, type Problem } from '../model/problems.ts';

type Place = EntryFile<'places'>;

const ground = data as unknown as Topology<{ regions: GeometryCollection }>;
const regions = feature(ground, ground.objects.regions);

/** The box around something, from south-west to north-east: points of longitude and latitude, in degrees. */
type Box = ReturnType<typeof geoBounds>;

/** The boxes around the regions of the map, by their ISO 3166-2 codes. */
const boxes: ReadonlyMap<string, Box> = new Map(
  regions.features.map((region) => [String(region.id), geoBounds(region)]),
);

/** How far from the map a point is unlikely, in degrees. */
const FAR = 26;

/** How far beyond the box of its region a point may lie, in degrees. */
const MARGIN = 1;

const isNear = (
  [[west, south], [east, north]]: Box,
  longitude: number,
  latitude: number,
  most: number,
): boolean =>
  longitude >= west - most &&
  longitude <= east + most &&
  latitude >= south - most &&
  latitude <= north + most;

/** The innermost place around a place, or the place itself, that has regions of the map, with their boxes. */
function regionOf(
  place: Place,
  places: ReadonlyMap<string, Place>,
): { name: string; boxes: Box[] } | undefined {
  const seen = new Set<Place>();
  for (let each: Place | undefined = place; each && !seen.has(each);) {
    seen.add(each);
    const found = each.data.area.map((code) => boxes.get(code)).filter((box) => box !== undefined);
    if (found.length > 0) return { name: each.data.title, boxes: found };
    each = each.data.within && places.get(each.data.within.id);
  }
  return undefined;
}

/** Finds points that lie far from their region, or far from the map with latitude and longitude reversed. */
export function* pointProblems(files: EntryFiles): Iterable<Problem> {
  const places = new Map(files.places.map((place) => [place.id, place]));
  for (const place of files.places)
    for (const field of ['point', 'label_at'] as const) {
      const point = place.data[field];
      if (!point) continue;
      const { latitude, longitude } = point;
      const region = regionOf(place, places);
      const around = region?.boxes ?? [...boxes.values()];
      const reversed = around.some((box) => isNear(box, latitude, longitude, MARGIN));
      const right = around.some((box) => isNear(box, longitude, latitude, MARGIN));
      if (right || (!region && !reversed)) continue;
      const name = region?.name ?? 'the map';
      yield {
        rule: 'schema',
        ...fieldAt(place, [field, 'latitude']),
        field,
        found: `latitude ${latitude}, longitude ${longitude}, far from ${name}`,
        expected: reversed
          ? 'the two the other way round'
          : `a point in ${name}, or another place in \`within\``,
        nearest: reversed ? `latitude: ${longitude}, longitude: ${latitude}` : undefined,
      };
    }
}

/** Finds points that are far from everything that texts about the war name. */
function* farPoints({ places }: EntryFiles): Iterable<Problem> {
  const map = geoBounds(regions);
  for (const place of places) {
    const { point } = place.data;
    if (!point || isNear(map, point.longitude, point.latitude, FAR)) continue;
    const at = { ...fieldAt(place, ['point', 'latitude']), field: 'point' };
    const found = `latitude ${point.latitude}, longitude ${point.longitude}, thousands of kilometres from the map`;
    const expected = 'degrees north and east, negative for south and west';
    yield { rule: 'schema', ...at, found, expected };
  }
}

/** Finds regions of areas that the map does not have, in the states that it has. */
function* unknownAreas({ places }: EntryFiles): Iterable<Problem> {
  const codes = [...boxes.keys()];
  for (const place of places)
    for (const [index, code] of place.data.area.entries()) {
      const isState = code.length === 2;
      if (isState || boxes.has(code) || !codes.some((known) => known.startsWith(code.slice(0, 3)))) continue;
      const at = fieldAt(place, ['area', index]);
      const expected = 'the code of a region that the map has';
      yield { rule: 'schema', ...at, found: shown(code), expected, nearest: nearest(code, codes) };
    }
}

export function placeWarnings(files: EntryFiles): Problem[] {
  return [...unknownAreas(files), ...farPoints(files)];
}
