import { gzipSync } from 'node:zlib';
import { geoContains } from 'd3-geo';
import { describe, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import {
  bordersAt,
  distance,
  FULL,
  nearestBorderPoint,
  regionAt,
  stateOf,
} from '../../src/charts/map-ground.ts';
import { insetBox, LAND } from '../../src/charts/map-inset.ts';
import {
  boxAt,
  discAt,
  inFrame,
  isLink,
  LINE,
  MAP_WIDTHS,
  placeNames,
  TARGET,
  textBox,
  touch,
  WIDE,
  type Label,
  type Name,
} from '../../src/charts/map-labels.ts';
import {
  closeUps,
  mapPlace,
  placesAround,
  placesOfEvent,
  pointRecords,
  type MapPlace,
} from '../../src/charts/map-places.ts';
import { relativePath, scaleBar, viewOf, WIDTH } from '../../src/charts/map-view.ts';
import { BEND, drawMap } from '../../src/charts/map.ts';
import { textWidth } from '../../src/charts/text.ts';
import { LABEL_SIDES } from '../../src/model/schemas/place.ts';
import { archiveWith, ownArchive } from '../support/archive.ts';

const archive = ownArchive();
const entries = archive.list('places');
const placed = (list: readonly (typeof entries)[number][], of = archive): MapPlace[] =>
  list.map((entry) => mapPlace(of, entry));

/** Draws a map of some places. @returns nothing if none of them has a position */
function mapOf(
  name: string,
  size: keyof typeof BEND,
  of: readonly (typeof entries)[number][],
  about?: string,
) {
  const places = placed(of);
  const options = { highlighted: new Set(about === undefined ? [] : [about]), compact: size === 'compact' };
  const map = drawMap(places, options);
  return map ? [{ name, size, places, map }] : [];
}

const EVENTS = new Set(archive.list('events').map(({ id }) => id));

/** The places on the map of the home page. */
const HOME = archive
  .list('pages')
  .flatMap(({ data }) => data.map)
  .map(({ id }) => id);

/** Every map that the site shows: of all places, of the home page, of regions with many points, of each place, and of each event. */
const maps = [
  ...mapOf(
    'all places',
    'full',
    placesAround(archive, archive.entry({ collection: 'places', id: 'border' })),
  ),
  ...mapOf(
    'home',
    'full',
    entries.filter(({ id }) => HOME.includes(id)),
  ),
  ...closeUps(archive).flatMap(({ region, points }) =>
    mapOf(`close-up of ${region.id}`, 'compact', [region, ...points]),
  ),
  ...entries.flatMap((entry) =>
    mapPlace(archive, entry).shape === 'nothing'
      ? []
      : mapOf(entry.id, 'compact', placesAround(archive, entry), entry.id),
  ),
  ...archive.list('events').flatMap((event) => {
    const places = placesOfEvent(archive, event);
    return places.length === 0 ? [] : mapOf(event.id, 'compact', places);
  }),
];

/** The archive of the sound library with these places. */
function archiveWithPlaces(fronts: Readonly<Record<string, string>>): Archive {
  const files = Object.entries(fronts).map(([id, front]) => [
    `places/${id}.mdx`,
    `---\ntitle: ${id}\nsummary: A place. [@gazette/1]\n${front}\n---\n\nIt is there. [@gazette/1]\n`,
  ]);
  return archiveWith(Object.fromEntries(files) as Record<string, string>);
}

describe('the ground', () => {
  test('has the regions by their codes; Moscow and its region have different codes', () => {
    for (const code of ['RU-BEL', 'RU-BRY', 'RU-KRS', 'UA-63', 'UA-59', 'UA-74', 'RU-MOW', 'RU-MOS'])
      expect(FULL.regions.has(code), code).toBe(true);
    expect(regionAt([37.62, 55.75])?.id).toBe('RU-MOW');
    expect(regionAt([-0.13, 51.5])).toBeUndefined();
  });

  test('does not contain Crimea, and no map reaches it', () => {
    const points = ['34.1 44.95', '33.5 45.3', '36.4 45.35'].map((point) => point.split(' ').map(Number));
    for (const point of points) expect(regionAt(point)).toBeUndefined();
    for (const { name, map } of maps)
      for (const x of [0, WIDTH]) expect(map.view.at([x, map.view.height])[1], name).toBeGreaterThan(46.4);
  });

  test('covers every map up to its edges, within its three states', () => {
    // Moldova, Romania, Poland and the Baltic states are farther west.
    // Maps of the same places have the same view.
    const views = new Map(
      maps.map(({ map }) => [`${map.view.km} ${map.view.at([0, 0])}`, map.view] as const),
    );
    for (const [name, view] of views)
      for (let part = 0; part <= 1; part += 0.05)
        for (const spot of [
          [part * WIDTH, 0],
          [part * WIDTH, view.height],
          [WIDTH, part * view.height],
        ] as const) {
          const at = view.at(spot);
          if ((at[0] ?? 0) > 30 && (at[1] ?? 0) > 47.3) expect(regionAt(at), `${name} ${at}`).toBeDefined();
        }
  });

  test('has the regions on the border', () => {
    const codes = 'RU-BEL RU-BRY RU-KRS RU-ROS RU-VOR UA-09 UA-14 UA-59 UA-63 UA-74';
    expect([...FULL.frontRegions].sort().join(' ')).toBe(codes);
  });

  test('borders of states and borders between regions have no line in common', () => {
    const segments = (lines: readonly (readonly (readonly number[])[])[]): Set<string> =>
      new Set(
        lines.flatMap((line) =>
          line.slice(1).map((point, index) => [String(line[index]), String(point)].sort().join()),
        ),
      );
    const outer = segments(FULL.outer.coordinates);
    const inner = segments(FULL.inner(new Set(FULL.regions.keys())).coordinates);
    const front = segments(FULL.front.coordinates);
    expect([...outer].filter((segment) => inner.has(segment))).toEqual([]);
    expect(front.size).toBeGreaterThan(100);
    expect([...front].filter((segment) => !outer.has(segment))).toEqual([]);
  });
});

describe('the distance to the border', () => {
  test('is the distance to the nearest point of the border', () => {
    const belgorod = [36.58091, 50.60343];
    const km = distance(belgorod, nearestBorderPoint(belgorod));
    const corners = FULL.front.coordinates.flat().map((corner) => distance(belgorod, corner));
    // Segments are at most 5 km long, so that an end of the nearest one is not much farther.
    expect(km).toBeLessThanOrEqual(Math.min(...corners));
    expect(Math.min(...corners) - km).toBeLessThan(1);
  });

  test('is zero on the border', () => {
    const corner = FULL.front.coordinates[0]?.[10] ?? [];
    expect(distance(corner, nearestBorderPoint(corner))).toBeLessThan(0.001);
  });
});

describe('a stated distance', () => {
  const at = 'point: { latitude: 50.6, longitude: 36.58, precision: 1, from: a survey }';
  const of = archiveWithPlaces({
    border: 'kind: border',
    region: 'kind: region\narea: [RU-BEL]',
    mill: 'kind: village\npoint: { latitude: 50.6, longitude: 37.58, precision: 2, from: an atlas }',
    ford: `kind: village\n${at}\ndistance:\n  - { value: { km: 12.5, from: places/border }, reports: [gazette/3] }\n  - { value: { km: 80, from: places/mill }, reports: [gazette/1] }\n  - { value: { km: 9, from: places/region }, reports: [gazette/1] }`,
    farm: 'kind: village\ndistance:\n  - { value: { km: 3, from: places/mill }, reports: [gazette/1] }',
  });
  const stated = (id: string) => mapPlace(of, of.entry({ collection: 'places', id })).distances;

  test('is measured to the border or to a point, and keeps its reports', () => {
    const [toBorder, toMill, ...others] = stated('ford');
    expect(toBorder).toMatchObject({ words: '12.5 km from border' });
    expect(toBorder?.reports.map(({ key }) => key)).toEqual(['gazette/3']);
    expect(toBorder?.measuredKm).toBeCloseTo(distance([36.58, 50.6], nearestBorderPoint([36.58, 50.6])));
    expect(toMill?.to).toEqual([37.58, 50.6]);
    expect(toMill?.measuredKm).toBeCloseTo(70.6, 0);
    // A source does not say from which point of a region it measures.
    expect(others).toEqual([]);
    expect(stated('farm')).toEqual([]);
  });

  test('joins places whose records are credited, each once', () => {
    expect(pointRecords(placed(of.list('places'), of)).toSorted()).toEqual(['a survey', 'an atlas']);
    expect(pointRecords(placed([of.entry({ collection: 'places', id: 'border' })], of))).toEqual([]);
  });

  test('is a line of the measured length with its number', () => {
    const lines = maps.flatMap(({ map }) => map.measures.map((measure) => ({ map, measure })));
    expect(lines.map(({ measure }) => measure.place.entry.id)).toContain('belgorod');
    for (const { map, measure } of lines) {
      const [from, to] = measure.line;
      const km = (Math.hypot(to[0] - from[0], to[1] - from[1]) * map.view.km) / WIDTH;
      expect(km).toBeCloseTo(measure.stated.measuredKm, -0.5);
      const numbers = map.labels.filter(({ kind }) => kind === 'measure').map(({ text }) => text);
      expect(numbers).toContain(`${Math.round(measure.stated.measuredKm)} km`);
    }
  });

  test('is left out if its line would be short', () => {
    expect(maps.find(({ name }) => name === 'all places')?.map.measures).toEqual([]);
  });
});

describe('how a place is drawn', () => {
  const at = 'point: { latitude: 50.6, longitude: 36.58, from: a survey, precision:';
  const of = archiveWithPlaces({
    named: `kind: town\n${at} 1 }`,
    near: `kind: town\n${at} 2 }`,
    region: `kind: town\n${at} 3 }`,
    area: 'kind: region\narea: [RU-BRY]',
    state: 'kind: country\narea: [UA]',
    elsewhere: 'kind: region\narea: [PL-14]',
    line: 'kind: border',
    unknown: 'kind: building',
  });
  const all = placed(of.list('places'), of);
  const only = (...ids: string[]): MapPlace[] => all.filter(({ entry }) => ids.includes(entry.id));

  test('follows from the data on its position', () => {
    expect(Object.fromEntries(all.map(({ entry, shape }) => [entry.id, shape]))).toEqual({
      named: 'point',
      near: 'ring',
      region: 'area',
      area: 'area',
      state: 'state',
      elsewhere: 'nothing',
      line: 'border',
      unknown: 'nothing',
      'old-bridge': 'point',
    });
  });

  test('a place with a known region only is drawn as the region, not as a mark', () => {
    const map = drawMap(only('region', 'named'), { highlighted: new Set(['region']) });
    expect(map?.marks.map(({ place }) => place.entry.id)).toEqual(['named']);
    expect(map?.areas.map(({ place }) => place.regions)).toEqual([['RU-BEL']]);
  });

  test('a highlighted place has the larger mark', () => {
    const radii = drawMap(only('named', 'old-bridge'), { highlighted: new Set(['old-bridge']) })?.marks.map(
      ({ place, radius }) => [place.entry.id, radius] as const,
    );
    const [[first, large] = ['', 0], [, small] = ['', 0]] = radii ?? [];
    expect(first).toBe('old-bridge');
    expect(large).toBeGreaterThan(small);
  });

  test('a state alone and the border alone have a map; a place without a position has none', () => {
    expect(drawMap(only('state'))?.labels.map(({ place }) => place?.entry.id)).toContain('state');
    expect(drawMap(only('line'))?.front).toMatch(/^M/);
    for (const ids of [[], ['unknown'], ['elsewhere']]) expect(drawMap(only(...ids))).toBeUndefined();
  });
});

test('the map of a place has its neighbours, that of a region or state its places, that of the border all but a close-up', () => {
  const around = (id: string): string[] =>
    placesAround(archive, archive.entry({ collection: 'places', id })).map((entry) => entry.id);
  // The region has further places, whose positions are in no record.
  const region = ['belgorod', 'belgorod-region', 'grayvoron', 'kozinka', 'novaya-tavolzhanka', 'shebekino'];
  expect(around('kozinka').toSorted()).toEqual(['belgorod-region', 'grayvoron', 'kozinka']);
  expect(around('belgorod-region').toSorted()).toEqual(region);
  const regions = ['belgorod-region', 'bryansk-region', 'kursk-region'];
  expect(around('moscow').toSorted()).toEqual([...regions, 'moscow', 'russia'].toSorted());
  // No place in the region has a position.
  expect(around('bryansk-region')).toEqual(around('russia'));
  const points = region.filter((id) => id !== 'belgorod-region');
  expect(closeUps(archive).map((close) => [close.region.id, close.points.map(({ id }) => id)])).toEqual([
    ['belgorod-region', points],
  ]);
  expect(around('border')).toEqual(entries.map(({ id }) => id).filter((id) => !points.includes(id)));
});

test('an event whose only place on a map is one point without its region has no map', () => {
  const drawn = (id: string): string[] =>
    placesOfEvent(archive, archive.entry({ collection: 'events', id })).map((place) => place.id);
  for (const id of ['kremlin-drones', 'moscow-drones-may-2023', 'moscow-drones-30-may-2023'])
    expect(drawn(id), id).toEqual([]);
  expect(drawn('bryansk-attack-march-2023')).toContain('bryansk-region');
  expect(drawn('overnight-drones-grayvoron')).toContain('grayvoron');
});

/** The width of a close map, in km: names of towns have room beside the border. */
const CLOSE = 100;

describe('the maps of the content', () => {
  const shown = (labels: readonly Label[], width: number): Label[] =>
    labels.filter(({ wide }) => !wide || width >= WIDE);

  test.each(maps)(
    '$name: at every width, names overlap neither names nor marks and stay in the frame',
    ({ map: { labels, marks, view }, size }) => {
      // One `expect` for all: thousands of them take longer than the comparisons.
      const faults: string[] = [];
      // Also test widths between those at which names are placed.
      const [from, to] = { compact: [21.4, 43], full: [24.5, 75] }[size] as [number, number];
      for (let width = from; width <= to; width += 0.9) {
        const boxes = shown(labels, width).map((label) => ({ label, box: boxAt(label, width) }));
        const discs = marks.map((mark) => ({ name: mark.place.name, disc: discAt(mark, width) }));
        for (const [index, { label, box }] of boxes.entries()) {
          const fault = (what: string) => faults.push(`${label.text} ${what} at ${width}`);
          if (!inFrame(box, width, (view.height * width) / WIDTH)) fault('leaves the frame');
          if (box.width < textWidth(label.text, 1)) fault('is wider than its box');
          for (const other of boxes.slice(index + 1)) {
            // Links are 24 px high and do not overlap.
            const gap = isLink(label) && isLink(other.label) ? TARGET - LINE - 0.01 : 0;
            if (touch(box, other.box, 0, gap)) fault(`× ${other.label.text}`);
          }
          for (const { name, disc } of discs) if (touch(box, disc)) fault(`× the mark of ${name}`);
        }
      }
      expect(faults).toEqual([]);
    },
  );

  test.each(maps)('$name: every place with a position has its name at every width', ({ map, places }) => {
    const always = shown(map.labels, 0);
    const drawn = places.filter((place) => place.shape !== 'nothing' && place !== map.leftOut);
    expect(new Set(always.flatMap(({ place }) => place ?? []))).toEqual(new Set(drawn));
  });

  test.each(maps.filter(({ name }) => !EVENTS.has(name)))(
    '$name: the map of a place names both states',
    ({ map }) => {
      const always = shown(map.labels, 0).map(({ text }) => text);
      expect(always).toEqual(expect.arrayContaining(['Ukraine', 'Russia']));
    },
  );

  test('a place too close for two names is left out, but not the place that the map is about', () => {
    const left = Object.fromEntries(maps.map(({ name, map }) => [name, map.leftOut?.entry.id] as const));
    expect(Object.entries(left).filter(([, place]) => place)).toEqual([
      ['close-up of belgorod-region', 'novaya-tavolzhanka'],
      ['belgorod-region', 'novaya-tavolzhanka'],
    ]);
  });

  test.each(maps)('$name: names of states and regions are inside their areas', ({ map }) => {
    for (const { kind, text, spot } of map.labels.filter((each) => /state|region/.test(each.kind))) {
      const region = regionAt(map.view.at(spot));
      const state = { UA: 'Ukraine', RU: 'Russia', BY: 'Belarus' }[stateOf(region?.id ?? '')];
      expect(text).toBe(kind === 'state' ? state : `${region?.properties.name} region`);
    }
  });

  test.each(maps.filter(({ map }) => map.view.km < CLOSE))(
    '$name: a close map shows the border, and the name of every town on the side of the town',
    ({ map, size }) => {
      expect(map.outer).not.toBe('');
      const [narrowest] = MAP_WIDTHS[size];
      for (const label of map.labels.filter(({ kind }) => kind === 'point')) {
        const { x, y, width, height } = boxAt(label, narrowest);
        const ends = [0.1, 0.9].map((part) =>
          [x + part * width, y + height / 2].map((em) => (em * WIDTH) / narrowest),
        );
        const states = ends.map((end) => stateOf(regionAt(map.view.at(end as [number, number]))?.id ?? ''));
        expect(states, label.text).toEqual(
          states.map(() => stateOf(regionAt(label.place?.at ?? [])?.id ?? '')),
        );
      }
    },
  );

  test.each(maps)(
    '$name: has a tint where an event is placed or that it is about, and no other',
    ({ map, name }) => {
      for (const { place } of map.areas) expect(place.events > 0 || place.entry.id === name).toBe(true);
      for (const { kind, place } of map.labels) if (kind === 'region' && place) expect(place.events).toBe(0);
    },
  );

  test.each(maps)('$name: every town is on its own side of the drawn border', ({ map, size }) => {
    const borders = bordersAt((map.view.km / WIDTH) * BEND[size]);
    for (const { place } of map.marks) {
      const at = place.at as [number, number];
      expect(geoContains(borders.state(regionAt(at)?.id.slice(0, 2) ?? ''), at), place.name).toBe(true);
    }
  });

  test('a name is on the side that the editor chose, if there is room', () => {
    for (const { kind, side, place } of maps[0]?.map.labels ?? [])
      if (kind === 'point') expect(side, place?.name).toBe(place?.entry.data.point?.label ?? 'right');
  });

  test.each(maps)('$name: its paths stay under 6 KB compressed', ({ map }) => {
    const { ukraine, inner, outer, front, areas } = map;
    const paths = [ukraine, inner, outer, front, ...areas.map(({ path }) => path), LAND];
    expect(gzipSync(paths.join('\n')).length).toBeLessThan(6 * 1024);
  });
});

describe('views', () => {
  const points = [
    [35, 50],
    [37, 51],
  ];
  const view = viewOf(points);

  test('contain their points, and convert back to degrees', () => {
    for (const point of points) {
      const [x, y] = view.spot(point);
      expect(x > 0 && x < WIDTH && y > 0 && y < view.height).toBe(true);
      expect(view.at([x, y])[0]).toBeCloseTo(point[0] ?? 0);
    }
  });

  test('have a true scale', () => {
    const half = view.height / 2;
    expect(distance(view.at([250, half]), view.at([450, half]))).toBeCloseTo((view.km * 200) / WIDTH, -0.3);
  });

  test('of one point show its surroundings', () => {
    expect(viewOf([[36, 50]]).km).toBe(60);
  });

  test.each([
    [90, 50],
    [144, 100],
    [20, 20],
    [3.2, 2],
  ])('of at most %d km, a bar of %d km', (most, km) => {
    expect(scaleBar(most)).toBeCloseTo(km);
  });

  test('the inset marks their part of Europe, inside its frame', () => {
    const { x, y, width, height } = insetBox(view);
    expect(x > 52 && x + width < 104 && y > 0 && y + height < 84).toBe(true);
  });

  test('paths become relative, without steps of zero length', () => {
    expect(relativePath('M10,20L15,20L13,15L13,15L13,20ZM1,-2L3,-4')).toBe('M10 20l5 0l-2-5l0 5zM1 -2l2-2');
  });
});

describe('names', () => {
  const name = (x: number, y: number, more: Partial<Name> = {}): Name => ({
    kind: 'measure',
    text: 'Kozinka',
    spots: [[x, y]],
    sides: ['right', ...LABEL_SIDES],
    radius: 0.3,
    ...more,
  });
  const placedNames = (...names: Name[]) => placeNames(names, [], [], 600, MAP_WIDTHS.full);

  test.each(LABEL_SIDES)('%s of a mark is clear of the mark, on that side', (side) => {
    const { x, y, width, height } = textBox(side, 5, 0.3);
    const mark = { x: -0.3, y: -0.3, width: 0.6, height: 0.6 };
    expect(touch({ x, y, width, height }, mark)).toBe(false);
    if (side.includes('above')) expect(y + height).toBeLessThan(0);
    if (side.includes('below')) expect(y).toBeGreaterThan(0);
    if (side.includes('left')) expect(x + width).toBeLessThanOrEqual(0);
    if (side.includes('right')) expect(x).toBeGreaterThanOrEqual(0);
  });

  test('move to another side at the frame and beside other names', () => {
    expect(placedNames(name(WIDTH - 20, 300)).map(({ side }) => side)).toEqual(['left']);
    expect(placedNames(name(300, 300), name(302, 300)).map(({ side }) => side)).toEqual(['right', 'left']);
  });

  test('of many close names, those that fit are kept', () => {
    const crowd = Array.from({ length: 60 }, (_, index) => name(100 + (index % 10) * 20, 100 + index * 4));
    const { length } = placedNames(...crowd);
    expect(length > 5 && length < 60).toBe(true);
  });

  test('names that fit only in wide maps are marked as wide; names of areas are inside the area', () => {
    const beside = [name(300, 300, { sides: ['right'] }), name(380, 300, { sides: ['right'] })];
    expect(placedNames(...beside).map(({ wide }) => wide)).toEqual([false, true]);
    const inside = ([x]: readonly [number, number]): boolean => x < 310;
    const [only, ...others] = placedNames(
      name(300, 300, { inside, sides: ['right'] }),
      name(300, 300, { inside, sides: ['left'] }),
    );
    expect(only?.side).toBe('left');
    expect(others).toEqual([]);
  });
});
