// The maps: which panels there are, and what each is to show.
import type { Position } from 'geojson';
import type { Archive } from '../archive/archive.ts';
import { drawPanel, type Panel, type Plan } from './map-panel.ts';
import { drawnPlaces, lies, mapPlaces, type MapPlace } from './map-places.ts';
import { borderDistance, FULL, regionAt } from './map-regions.ts';
import { around, viewOf, type Box } from './map-view.ts';

/**
 * The sizes of panels, in units. Letters are 14.5 units high: 11 CSS pixels where a large panel is 305
 * wide and a small one 245.
 */
const LARGE: Box = { x: 0, y: 0, width: 400, height: 380 };
const SMALL: Box = { x: 0, y: 0, width: 320, height: 320 };

/** A place farther from the border than this, in km, is shown by an arrow at the edge of the overview. */
const FAR = 250;
/** The least and the greatest distance, in km, that a place's own map shows around it. */
const SURROUNDINGS = [50, 110] as const;

/** The outermost points of a region. */
function outline(codes: readonly string[]): Position[] {
  return codes.flatMap((code) => {
    const geometry = FULL.regions.get(code)?.geometry;
    return geometry?.type === 'Polygon' ? geometry.coordinates.flat() : (geometry?.coordinates.flat(2) ?? []);
  });
}

/** The region that holds the most points, with those points: what is worth a close-up. */
function crowd(places: readonly MapPlace[]): { area: MapPlace; towns: MapPlace[] } | undefined {
  return places
    .filter(({ drawn }) => drawn === 'area')
    .map((area) => ({
      area,
      towns: places.filter((place) => place.at && lies(place, area)),
    }))
    .filter(({ towns }) => towns.length > 1)
    .sort((a, b) => b.towns.length - a.towns.length)[0];
}

/** A place's point, with what is near enough to be seen along with it. */
function surroundings(at: Position): Position[] {
  const [least, most] = SURROUNDINGS;
  return around(at, Math.min(most, Math.max(least, borderDistance(at).km * 1.6)));
}

/**
 * The panels of a map.
 * @param focus the id of the place the map is about; without it, the map is of all places
 * @returns no panel where there is nothing to draw: no place with a position, or a focus without one
 */
export function drawMap(archive: Archive, focus?: string): Panel[] {
  const here = mapPlaces(archive).find(({ entry }) => entry.id === focus);
  const most = drawnPlaces(archive);
  // A place with few reports is drawn on the map of its own.
  const places = !here || most.includes(here) ? most : [...most, here];
  if (focus !== undefined && (!here || here.drawn === 'nothing')) return [];

  if (here && (here.drawn === 'area' || (here.at && regionAt(here.at)))) {
    return [
      drawPanel(places, {
        id: 'here',
        title: `${here.name} and its surroundings`,
        points: here.at ? surroundings(here.at) : outline(here.regions),
        padding: here.at ? 0 : 32,
        here,
        size: SMALL,
        overview: false,
        inset: true,
      }),
    ];
  }

  const near = places.flatMap(({ at, drawn, regions }) =>
    at ? (borderDistance(at).km <= FAR ? around(at, 30) : []) : drawn === 'area' ? outline(regions) : [],
  );
  if (near.length === 0) return [];
  const group = here ? undefined : crowd(places);
  const close: Plan | undefined = group && {
    id: 'close-up',
    title: `Close-up: the towns of the ${group.area.name}`,
    points: group.towns.flatMap(({ at, stated }) => [
      ...(at ? around(at, 10) : []),
      ...(stated ? [stated.measured.at] : []),
    ]),
    padding: 55,
    size: LARGE,
    overview: false,
    inset: false,
  };
  const closeView = close && viewOf(close.points, LARGE.width, LARGE.height, close.padding);
  const overview: Plan = {
    id: 'overview',
    title: here ? `Where ${here.name} lies` : 'The border country',
    points: near,
    padding: 14,
    here,
    closeUp: closeView,
    size: here ? SMALL : LARGE,
    overview: true,
    inset: true,
  };
  return [overview, ...(close ? [close] : [])].map((plan) => drawPanel(places, plan));
}
