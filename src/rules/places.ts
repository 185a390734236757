// Rules for places: latitude and longitude are not reversed, a point lies in the region that its place lies within, and
// the map has the regions of an area.
import { geoBounds } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import data from '../data/map/regions.json' with { type: 'json' };
import type { EntryFile, EntryFiles } from '../model/entries.ts';
import { fieldAt, nearest, shown, type Problem } from '../model/problems.ts';

type Place = EntryFile<'places'>;

/** West, south, east and north, in degrees. */
type Box = readonly [west: number, south: number, east: number, north: number];

const ground = data as unknown as Topology<{ regions: GeometryCollection }>;

/** The boxes around the regions of the map, by their ISO 3166-2 codes. */
const boxes: ReadonlyMap<string, Box> = new Map(
  feature(ground, ground.objects.regions).features.map((region): [string, Box] => {
    const [[west, south], [east, north]] = geoBounds(region);
    return [String(region.id), [west, south, east, north]];
  }),
);

/** How far from the map a point is unlikely, in degrees. */
const FAR = 25;

/** How far beyond the box of its region a point may lie, in degrees. */
const MARGIN = 1;

const isIn = ([west, south, east, north]: Box, longitude: number, latitude: number): boolean =>
  longitude >= west - MARGIN &&
  longitude <= east + MARGIN &&
  latitude >= south - MARGIN &&
  latitude <= north + MARGIN;

/** The box of the innermost region of the map that a place lies within. */
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
export function pointProblems(files: EntryFiles): Problem[] {
  const places = new Map(files.places.map((place) => [place.id, place]));
  return files.places.flatMap((place) =>
    (['point', 'label_at'] as const).flatMap((field): Problem[] => {
      const point = place.data[field];
      if (!point) return [];
      const { latitude, longitude } = point;
      const region = regionOf(place, places);
      const around = region?.boxes ?? [...boxes.values()];
      const reversed = around.some((box) => isIn(box, latitude, longitude));
      if (around.some((box) => isIn(box, longitude, latitude)) || (!region && !reversed)) return [];
      const near = `${region ? region.name : 'the map'}`;
      const at = { file: place.file, ...place.place([field, 'latitude']), field };
      const problem = {
        rule: 'schema',
        ...at,
        found: `latitude ${latitude}, longitude ${longitude}, far from ${near}`,
      } as const;
      return [
        reversed
          ? {
              ...problem,
              expected: `the two the other way round`,
              nearest: `latitude: ${longitude}, longitude: ${latitude}`,
            }
          : { ...problem, expected: `a point in ${near}, or another place in \`within\`` },
      ];
    }),
  );
}

/** Finds points that are far from everything that texts about the war name. */
export function farPointWarnings(files: EntryFiles): Problem[] {
  const [west, south, east, north] = [...boxes.values()].reduce((all, box) => [
    Math.min(all[0], box[0]),
    Math.min(all[1], box[1]),
    Math.max(all[2], box[2]),
    Math.max(all[3], box[3]),
  ]);
  const around: Box = [west - FAR, south - FAR, east + FAR, north + FAR];
  return files.places.flatMap(({ file, place, data: { point } }): Problem[] => {
    if (!point || isIn(around, point.longitude, point.latitude)) return [];
    const at = { file, ...place(['point', 'latitude']), field: 'point' };
    const found = `latitude ${point.latitude}, longitude ${point.longitude}, thousands of kilometres from the map`;
    return [
      { rule: 'schema', ...at, found, expected: 'degrees north and east, negative for south and west' },
    ];
  });
}

/** Finds regions of areas that the map does not have, in the states that it has. */
export function areaWarnings(files: EntryFiles): Problem[] {
  const states = new Set([...boxes.keys()].map((code) => code.slice(0, 2)));
  return files.places.flatMap((file) =>
    file.data.area.flatMap((code, index): Problem[] => {
      if (boxes.has(code) || !states.has(code.slice(0, 2)) || code.length === 2) return [];
      const near = nearest(code, [...boxes.keys()]);
      return [
        {
          rule: 'schema',
          ...fieldAt(file, ['area', index]),
          found: shown(code),
          expected: 'the code of a region that the map has',
          nearest: near,
        },
      ];
    }),
  );
}
