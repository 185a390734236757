// Places as input for maps: the shape of each, and the distances that sources state.
import type { Position } from 'geojson';
import type { Archive } from '../archive/archive.ts';
import { distanceWords } from '../archive/names.ts';
import type { Report } from '../archive/reports.ts';
import type { Entry } from '../model/entries.ts';
import { refKey } from '../model/references.ts';
import { distance, FULL, nearestBorderPoint, regionAt, stateOf } from './map-ground.ts';

/** The shape of a place on the map; `nothing` if its position is unknown. */
export type Shape = 'point' | 'ring' | 'area' | 'state' | 'border' | 'nothing';

/** A distance that sources state, with the distance measured on the map. */
export interface StatedDistance {
  readonly words: string;
  readonly reports: readonly Report[];
  /** The point that the distance is measured to. */
  readonly to: Position;
  readonly measuredKm: number;
}

export interface MapPlace {
  readonly entry: Entry<'places'>;
  /** The title without the brackets that distinguish namesakes: `Belgorod` for `Belgorod (city)`. */
  readonly name: string;
  readonly shape: Shape;
  /** Longitude and latitude of a point or a ring. */
  readonly at: Position | undefined;
  /** The codes of the regions of an area, or of the state. */
  readonly regions: readonly string[];
  readonly distances: readonly StatedDistance[];
  /** The number of reports about it. */
  readonly reports: number;
  /** The number of events that are placed there. */
  readonly events: number;
}

/** The point of a place as longitude and latitude; undefined if only its region is known. */
function exactPoint({ point }: Entry<'places'>['data']): Position | undefined {
  return point && point.precision < 3 ? [point.longitude, point.latitude] : undefined;
}

/** Chooses the shape of a place: never a point where only the region is known. */
function shapeOf({ data }: Entry<'places'>): Pick<MapPlace, 'shape' | 'at' | 'regions'> {
  const { point, area, kind } = data;
  const at = exactPoint(data);
  if (at) return { shape: point?.precision === 1 ? 'point' : 'ring', at, regions: [] };
  const around = point && regionAt([point.longitude, point.latitude]);
  const regions = around ? [around.id] : area.filter((code) => FULL.regions.has(code));
  if (regions.length > 0) return { shape: 'area', at, regions };
  const state = area.filter((code) => [...FULL.regions.keys()].some((id) => stateOf(id) === code));
  if (state.length > 0) return { shape: 'state', at, regions: state };
  return { shape: kind === 'border' ? 'border' : 'nothing', at, regions: [] };
}

function distancesOf(archive: Archive, { data }: Entry<'places'>): StatedDistance[] {
  const at = exactPoint(data);
  return data.distance.flatMap(({ value, reports }) => {
    const { data: other } = archive.entry({ collection: 'places', id: value.from.id });
    const to = at && (other.kind === 'border' ? nearestBorderPoint(at) : exactPoint(other));
    if (!at || !to) return [];
    return {
      words: distanceWords(archive, value),
      reports: reports.map((ref) => archive.report(ref.id)),
      to,
      measuredKm: distance(at, to),
    };
  });
}

export function mapPlace(archive: Archive, entry: Entry<'places'>): MapPlace {
  const name = entry.data.kind === 'border' ? 'The border' : entry.data.title.replace(/ \([^)]*\)$/, '');
  return {
    entry,
    name,
    ...shapeOf(entry),
    distances: distancesOf(archive, entry),
    reports: archive.about(entry).length,
    events: archive.eventsOf(entry).length,
  };
}

/** The records that the points of places come from, each once, in the order of the places. */
export function pointRecords(places: readonly MapPlace[]): string[] {
  return [...new Set(places.flatMap(({ entry }) => entry.data.point?.from ?? []))];
}

/** The least number of points in a region for which a map of all places leaves them to a map of the region. */
const CLOSE_UP = 3;

/** The regions in which many points lie, each with these points: a map of all places has no room for them. */
export function closeUps(archive: Archive) {
  const places = archive.list('places');
  return places.flatMap((region) => {
    const points = places.filter(
      ({ data }) => region.data.kind === 'region' && data.within?.id === region.id && exactPoint(data),
    );
    return points.length >= CLOSE_UP ? [{ region, points }] : [];
  });
}

/** How far a neighbour may lie from a point whose map shows it, in km. */
const NEAR = 50;

/**
 * The places to show on the map of a place, including the place: for the border all but those of a close-up; for a region or state in which
 * places have a position, these; for a point in a region, its neighbours there; for any other place, those in the same region
 * or state.
 */
export function placesAround(archive: Archive, entry: Entry<'places'>): readonly Entry<'places'>[] {
  const { kind, within, point } = entry.data;
  const places = archive.list('places');
  if (kind === 'border') {
    const close = new Set(closeUps(archive).flatMap(({ points }) => points));
    return places.filter((place) => !close.has(place));
  }
  const isIn = (place: Entry<'places'>, key: string): boolean =>
    place.data.within !== undefined && refKey(place.data.within) === key;
  const own = refKey(entry);
  const isOuter = !within || (!point && places.some((place) => isIn(place, own) && exactPoint(place.data)));
  const outer = isOuter ? own : refKey(within);
  const at = exactPoint(entry.data);
  const isNear = ({ data }: Entry<'places'>): boolean => {
    const other = exactPoint(data);
    return !at || !other || distance(at, other) <= NEAR;
  };
  return places.filter(
    (place) =>
      place === entry ||
      refKey(place) === outer ||
      (isIn(place, outer) && shapeOf(place).shape !== 'nothing' && isNear(place)),
  );
}

/**
 * The places to show on the map of an event: those with a position, and the regions in which points lie. Nothing if only a
 * state is known, or one point without its region: a dot in an empty frame tells nothing.
 */
export function placesOfEvent(archive: Archive, { data }: Entry<'events'>): readonly Entry<'places'>[] {
  const places = data.places.map(({ value }) => archive.entry({ collection: 'places', id: value.id }));
  const around = places.flatMap(({ data: { within } }) =>
    within ? archive.entry({ collection: 'places', id: within.id }) : [],
  );
  const drawn = [...new Set([...places, ...around])].filter(
    (place) => !['nothing', 'state'].includes(shapeOf(place).shape),
  );
  return drawn.length === 1 && drawn.some(({ data: { point } }) => point) ? [] : drawn;
}
