// The names on a map: which there are, which matter most, and where each may stand.
import { pageAddress } from '../archive/addresses.ts';
import { inArea } from './map-area.ts';
import { aroundMark, LINE, placeLabels, TARGET, textWidth, type Candidate } from './map-labels.ts';
import type { Label, Mark, Measure, Plan } from './map-panel.ts';
import type { MapPlace } from './map-places.ts';
import { stateOf, type Borders, type Region } from './map-regions.ts';
import type { Box, Spot, View } from './map-view.ts';

const STATE_NAMES = { RU: 'Russia', UA: 'Ukraine', BY: 'Belarus' } as const;
/** A state's name stands clear of others, in units: it is no part of theirs. */
const STATE_ROOM = 14;
/** How far state names are spaced, in letter heights; the style sheet spaces them so. */
const SPACING = 0.12;
/** What is kept free between a label and the edge of the frame. */
const MARGIN = 3;
/** How much of a name must lie in its area: little for a place, whose tint shows what is meant. */
const SHARE = { area: 0.3, state: 0.85, region: 0.7 } as const;

/** What a panel gives its names to stand among. */
export interface Scene {
  readonly plan: Plan;
  readonly view: View;
  readonly borders: Borders;
  readonly places: readonly MapPlace[];
  /** The places drawn as areas. */
  readonly areas: readonly MapPlace[];
  /** The marks to name. */
  readonly marks: readonly Mark[];
  readonly measures: readonly Measure[];
  /** The points of the border between Russia and Ukraine that are seen. */
  readonly front: readonly Spot[];
  /** The regions to name that no place is drawn as. */
  readonly regions: readonly Region[];
  /** What no name may touch. */
  readonly taken: readonly Box[];
  /** What a name avoids where it can. */
  readonly border: readonly Box[];
}

interface Draft extends Pick<Label, 'kind' | 'lines'> {
  readonly candidates: (width: number, height: number) => Candidate[];
  readonly place?: MapPlace | undefined;
  readonly mark?: Mark | undefined;
  readonly measure?: Measure | undefined;
}

/** The outlines of a region, as the view has them. */
function ringsOf(view: View, borders: Borders, code: string): Spot[][] {
  const geometry = borders.regions.get(code)?.geometry;
  if (!geometry) return [];
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flat().map((ring) => ring.map(view.spot));
}

/** A place's name, and how many events are told of it. */
function nameAndCount({ name, events }: MapPlace): Label['lines'] {
  return events.length === 0
    ? [name]
    : [name, `${events.length} ${events.length === 1 ? 'event' : 'events'}`];
}

/** Places along a line: to the left and to the right of each of its points. */
function besideLine(points: readonly Spot[], width: number, height: number): Candidate[] {
  const GAP = 6;
  return points.flatMap(([x, y]): Candidate[] => [
    { box: { x: x + GAP, y: y - height / 2, width, height }, anchor: 'start' },
    { box: { x: x - GAP - width, y: y - height / 2, width, height }, anchor: 'end' },
  ]);
}

/** A list from its middle outwards. */
function fromMiddle<Item>(list: readonly Item[]): Item[] {
  const middle = (list.length - 1) / 2;
  return list
    .map((item, index) => ({ item, off: Math.abs(index - middle) }))
    .sort((a, b) => a.off - b.off)
    .map(({ item }) => item);
}

/** The names of a panel, those that matter most first. */
function drafts({ plan, view, borders, places, areas, marks, measures, front, regions }: Scene): Draft[] {
  const { frame } = view;
  const standIn =
    (codes: readonly string[], share: number) =>
    (width: number, height: number): Candidate[] => {
      const rings = codes.flatMap((code) => ringsOf(view, borders, code));
      return inArea(rings, frame, width, height, share);
    };
  const tinted = new Set(areas.flatMap((place) => place.regions));
  const state = (code: keyof typeof STATE_NAMES): Draft => {
    const place = places.find((one) => one.drawn === 'state' && one.regions.includes(code));
    const codes = [...borders.regions.keys()].filter((region) => stateOf(region) === code);
    const plain = codes.filter((region) => !tinted.has(region));
    return {
      kind: 'state',
      lines: place && plan.overview ? nameAndCount(place) : [place?.name ?? STATE_NAMES[code]],
      // Rather not in a tinted region, whose name it would seem to be a part of.
      candidates: (width, height) =>
        (plain.length < codes.length ? [plain, codes] : [codes]).flatMap((some) =>
          standIn(some, SHARE.state)(width, height),
        ),
      place: plan.overview ? place : undefined,
    };
  };
  return [
    ...marks
      .toSorted((a, b) => Number(b.here) - Number(a.here))
      .map((mark): Draft => ({
        kind: mark.kind === 'edge' ? 'edge' : 'town',
        lines: nameAndCount(mark.place),
        candidates: (width, height) => aroundMark(mark.at, mark.radius, width, height),
        place: mark.place,
        mark,
      })),
    ...measures.map((measure): Draft => ({
      kind: 'measure',
      lines: [`${Math.round(measure.stated.measured.km)} km`],
      candidates: (width, height) => besideLine(alongMeasure(measure), width, height),
      measure,
    })),
    ...areas.map((place): Draft => ({
      kind: 'area',
      lines: nameAndCount(place),
      candidates: standIn(place.regions, SHARE.area),
      place,
    })),
    state('UA'),
    state('RU'),
    state('BY'),
    ...regions
      .filter(({ properties }) => properties.kind === 'Region')
      .map(({ id, properties }): Draft => ({
        kind: 'region',
        lines: [`${properties.name} region`],
        candidates: standIn([id], SHARE.region),
      })),
    ...places
      .filter(({ drawn }) => drawn === 'border' && plan.overview)
      .map((place): Draft => ({
        kind: 'border',
        lines: nameAndCount({ ...place, name: 'The border' }),
        candidates: (width, height) => besideLine(fromMiddle(front), width, height),
        place,
      })),
  ];
}

/** Points of a measure, its middle first. */
function alongMeasure({ from, to }: Measure): Spot[] {
  return [0.5, 0.4, 0.6, 0.3, 0.7].map((part) => [
    from[0] + (to[0] - from[0]) * part,
    from[1] + (to[1] - from[1]) * part,
  ]);
}

/** The size of a label: its widest line, and height enough to be touched where it is a link. */
function sizeOf({ kind, lines: [name, count], place }: Draft): [width: number, height: number] {
  const isState = kind === 'state';
  const first = textWidth(isState ? name.toUpperCase() : name, {
    bold: place !== undefined,
    spacing: isState ? SPACING : 0,
  });
  const width = Math.max(first, count === undefined ? 0 : textWidth(count)) + 4;
  return [width, Math.max((count === undefined ? 1 : 2) * LINE, place ? TARGET : LINE)];
}

/** Names what a panel shows. What finds no place is left out, the names of places last. */
export function labelPanel(scene: Scene): Label[] {
  const { plan, view, taken, border } = scene;
  const { frame } = view;
  const all = drafts(scene);
  const stands = placeLabels(
    all.map((draft, index) => ({
      key: String(index),
      must: draft.kind !== 'region',
      room: draft.kind === 'state' ? STATE_ROOM : undefined,
      candidates: draft.candidates(...sizeOf(draft)),
    })),
    {
      x: frame.x + MARGIN,
      y: frame.y + MARGIN,
      width: frame.width - 2 * MARGIN,
      height: frame.height - 2 * MARGIN,
    },
    taken,
    border,
  );
  return all.flatMap(({ kind, lines, place, mark, measure }, index): Label[] => {
    const stand = stands.get(String(index));
    const here = place !== undefined && place === plan.here;
    const href = place && !here ? pageAddress(place.entry) : undefined;
    return stand ? [{ kind, place, lines, stand, href, mark, measure, here }] : [];
  });
}
