// What the maps know of the places: how each can be drawn, what is told of it, how far it is from the
// border. The drawing and the table beside it both take it from here.
import type { Position } from 'geojson';
import type { Archive } from '../archive/archive.ts';
import type { Report } from '../archive/reports.ts';
import type { Entry } from '../model/entries.ts';
import { refKey } from '../model/references.ts';
import { MOST, weightiest } from './most.ts';
import { borderDistance, FULL, regionAt, stateOf, type BorderDistance } from './map-regions.ts';

/** How a place is drawn, by what is known of its position. */
export type Drawn = 'point' | 'ring' | 'area' | 'state' | 'border' | 'nothing';

/** A distance to the border that a source gives, beside the one the map has. */
export interface Stated {
  /** As the place's page words it: `35 km inside Russia`. */
  readonly words: string;
  readonly km: number;
  readonly reports: readonly Report[];
  readonly measured: BorderDistance;
}

export interface MapPlace {
  readonly entry: Entry<'places'>;
  /** The name without what tells it from others of its name: `Belgorod (city)` is `Belgorod`. */
  readonly name: string;
  readonly drawn: Drawn;
  /** Longitude and latitude, where the place is drawn as a point or a ring. */
  readonly at: Position | undefined;
  /** The codes of the regions that are tinted for it, or of the state. */
  readonly regions: readonly string[];
  /** The events told of it, in order of time. */
  readonly events: readonly Entry<'events'>[];
  readonly stated: Stated | undefined;
}

/** Whether a place lies in an area, by its own page. */
export function lies({ entry }: MapPlace, area: MapPlace): boolean {
  return entry.data.within !== undefined && refKey(entry.data.within) === refKey(area.entry);
}

/** The wording of a distance that a map can measure. */
const INSIDE = /(\d+(?:\.\d+)?)\s?km inside\b/;

function statedDistance(archive: Archive, entry: Entry<'places'>, at: Position): Stated | undefined {
  for (const { value, reports } of entry.data.position) {
    const km = INSIDE.exec(value)?.[1];
    if (km !== undefined)
      return {
        words: value,
        km: Number(km),
        reports: reports.map((ref) => archive.report(ref.id)),
        measured: borderDistance(at),
      };
  }
  return undefined;
}

/** How a place can be drawn: never as a pin where a larger region is all that is known. */
function drawing({ data }: Entry<'places'>): Pick<MapPlace, 'drawn' | 'at' | 'regions'> {
  const at = data.point && [data.point.longitude, data.point.latitude];
  if (at && data.point?.precision !== 3)
    return { drawn: data.point?.precision === 1 ? 'point' : 'ring', at, regions: [] };
  const around = at && regionAt(at);
  const regions = around ? [around.id] : data.area.filter((code) => FULL.regions.has(code));
  if (regions.length > 0) return { drawn: 'area', at: undefined, regions };
  const state = data.area.find((code) => [...FULL.regions.keys()].some((id) => stateOf(id) === code));
  if (state !== undefined) return { drawn: 'state', at: undefined, regions: [state] };
  return { drawn: data.kind === 'border' ? 'border' : 'nothing', at: undefined, regions: [] };
}

const known = new WeakMap<Archive, readonly MapPlace[]>();

/** Every place of the archive, by title, as the maps take it. Worked out once for each archive. */
export function mapPlaces(archive: Archive): readonly MapPlace[] {
  const held = known.get(archive);
  if (held) return held;
  const places = archive.list('places').map((entry): MapPlace => {
    const how = drawing(entry);
    return {
      entry,
      name: entry.data.title.replace(/ \([^)]*\)$/, ''),
      ...how,
      events: archive.eventsOf(entry),
      stated: how.at && statedDistance(archive, entry, how.at),
    };
  });
  known.set(archive, places);
  return places;
}

const drawable = new WeakMap<Archive, readonly MapPlace[]>();

/** The places that every map draws, by title: those with the most reports, where there are many. */
export function drawnPlaces(archive: Archive): readonly MapPlace[] {
  const held = drawable.get(archive);
  if (held) return held;
  const most = weightiest(mapPlaces(archive), MOST.places, ({ entry }) => archive.about(entry).length);
  drawable.set(archive, most);
  return most;
}
