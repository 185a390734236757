import { gzipSync } from 'node:zlib';
import { geoContains, geoDistance } from 'd3-geo';
import { afterAll, describe, expect, test } from 'vitest';
import { pageAddress, pageKey } from '../../src/archive/addresses.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { LAND, STATE_BORDERS } from '../../src/charts/map-inset.ts';
import { Crowd, inside, overlap } from '../../src/charts/boxes.ts';
import { inArea } from '../../src/charts/map-area.ts';
import { alongLine, aroundMark, placeLabels, textWidth, type Request } from '../../src/charts/map-labels.ts';
import { mapPlaces } from '../../src/charts/map-places.ts';
import {
  borderDistance,
  BORDER_REGIONS,
  bordersAt,
  EARTH,
  FULL,
  regionAt,
} from '../../src/charts/map-regions.ts';
import { PathWriter, scaleBar, viewOf, type Box } from '../../src/charts/map-view.ts';
import { BEND, type Panel } from '../../src/charts/map-panel.ts';
import { drawMap } from '../../src/charts/map.ts';
import { refKey } from '../../src/model/references.ts';
import { archiveOf } from '../support/archive.ts';
import { libraryWith } from '../support/library.ts';
import { PROJECT } from '../support/project.ts';

const archive = archiveOf(PROJECT);
const places = mapPlaces(archive);
const focuses = [undefined, ...places.map(({ entry }) => entry.id)];
const panels = focuses.flatMap((focus) =>
  drawMap(archive, focus).map((panel) => ({ name: `${focus ?? 'all places'}: ${panel.id}`, focus, panel })),
);
const whole = drawMap(archive);

const removals: (() => void)[] = [];
afterAll(() => removals.forEach((remove) => remove()));

/** The archive of the sound library with places of its own. */
function archiveWith(fronts: Readonly<Record<string, string>>): Archive {
  const files = Object.entries(fronts).map(([id, front]) => [
    `places/${id}.mdx`,
    `---\ntitle: ${id}\nsummary: A place. [@gazette/1]\n${front}\n---\n\nIt is there. [@gazette/1]\n`,
  ]);
  const { root, remove } = libraryWith(Object.fromEntries(files) as Record<string, string>);
  removals.push(remove);
  return archiveOf(root);
}

describe('the ground', () => {
  test('knows the regions by their codes, and Moscow from its region', () => {
    for (const code of ['RU-BEL', 'RU-BRY', 'RU-KRS', 'UA-63', 'UA-59', 'UA-74', 'RU-MOW', 'RU-MOS'])
      expect(FULL.regions.has(code), code).toBe(true);
    expect(regionAt([37.62, 55.75])?.id).toBe('RU-MOW');
    expect(regionAt([-0.13, 51.5])).toBeUndefined();
  });

  test('holds nothing of Crimea', () => {
    const crimea: [number, number][] = [
      [34.1, 44.95],
      [33.5, 45.3],
      [36.4, 45.35],
    ];
    for (const point of crimea) expect(regionAt(point)).toBeUndefined();
  });

  test('tells the regions on the border', () => {
    expect([...BORDER_REGIONS].sort()).toEqual([
      'RU-BEL',
      'RU-BRY',
      'RU-KRS',
      'RU-ROS',
      'RU-VOR',
      'UA-09',
      'UA-14',
      'UA-59',
      'UA-63',
      'UA-74',
    ]);
  });

  test('state borders and borders between regions have no line in common', () => {
    const segments = (lines: readonly (readonly (readonly number[])[])[]): Set<string> =>
      new Set(
        lines.flatMap((line) =>
          line.slice(1).map((point, index) => [String(line[index]), String(point)].sort().join()),
        ),
      );
    const outer = segments(FULL.outer.coordinates);
    const inner = segments(FULL.inner(() => true).coordinates);
    const front = segments(FULL.front.coordinates);
    expect([...outer].filter((segment) => inner.has(segment))).toEqual([]);
    expect(front.size).toBeGreaterThan(100);
    expect([...front].filter((segment) => !outer.has(segment))).toEqual([]);
  });
});

describe('the distance to the border', () => {
  test('is that of the nearest of all its points', () => {
    const belgorod: [number, number] = [36.58091, 50.60343];
    const { km, at } = borderDistance(belgorod);
    expect(geoDistance(belgorod, at as [number, number]) * EARTH).toBeCloseTo(km, 6);
    const corners = FULL.front.coordinates
      .flat()
      .map((corner) => geoDistance(belgorod, corner as [number, number]) * EARTH);
    // No corner is nearer; and the nearest stretch is no longer than 5 km, so a corner is not far off.
    expect(km).toBeLessThanOrEqual(Math.min(...corners));
    expect(Math.min(...corners) - km).toBeLessThan(1);
  });

  test('is nothing on the border itself', () => {
    const corner = FULL.front.coordinates[0]?.[10] ?? [];
    expect(borderDistance(corner).km).toBeLessThan(0.001);
  });

  test('that a source gives is taken from the place’s page, with its reports', () => {
    const archive = archiveWith({
      ford: 'kind: village\npoint: { latitude: 50.6, longitude: 36.58, precision: 1, from: a survey }\nposition:\n  - value: On a river\n    reports: [gazette/1]\n  - value: 12.5 km inside Russia\n    reports: [gazette/3]',
      mill: 'kind: village\npoint: { latitude: 50.6, longitude: 36.58, precision: 1, from: a survey }\nposition:\n  - value: 80 km from the sea\n    reports: [gazette/1]',
    });
    const [ford, mill] = mapPlaces(archive);
    expect(ford?.stated).toMatchObject({ words: '12.5 km inside Russia', km: 12.5 });
    expect(ford?.stated?.reports.map(({ key }) => key)).toEqual(['gazette/3']);
    expect(mill?.stated).toBeUndefined();
  });

  test('is drawn from the place’s point to the border, with the measured number', () => {
    const measures = panels.flatMap(({ panel }) => panel.measures.map((measure) => ({ panel, measure })));
    expect(measures.map(({ measure }) => measure.place.entry.id)).toContain('belgorod');
    for (const { panel, measure } of measures) {
      const length = Math.hypot(measure.to[0] - measure.from[0], measure.to[1] - measure.from[1]);
      expect(length * panel.view.scale).toBeCloseTo(measure.stated.measured.km, -0.5);
      expect(panel.labels.filter(({ kind }) => kind === 'measure').map(({ lines }) => lines[0])).toContain(
        `${Math.round(measure.stated.measured.km)} km`,
      );
    }
  });
});

describe('how a place is drawn', () => {
  const at = 'point: { latitude: 50.6, longitude: 36.58, from: a survey, precision:';
  const archive = archiveWith({
    named: `kind: town\n${at} 1 }`,
    near: `kind: town\n${at} 2 }`,
    region: `kind: town\n${at} 3 }`,
    area: 'kind: region\narea: [RU-BRY]',
    state: 'kind: country\narea: [UA]',
    elsewhere: 'kind: region\narea: [PL-14]',
    line: 'kind: border',
    unknown: 'kind: building',
  });
  const drawn = Object.fromEntries(mapPlaces(archive).map((place) => [place.entry.id, place]));

  test('follows what is known of its position', () => {
    expect(Object.fromEntries(Object.entries(drawn).map(([id, place]) => [id, place.drawn]))).toEqual({
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

  test('a place known only by its region is that region, hatched, and never a mark', () => {
    expect(drawn['region']?.regions).toEqual(['RU-BEL']);
    expect(drawn['region']?.at).toBeUndefined();
    const [panel] = drawMap(archive, 'region');
    expect(panel?.areas.some(({ hatched, here }) => hatched && here)).toBe(true);
    expect(marks(panel).map(({ place }) => place.entry.id)).not.toContain('region');
  });

  test('a place known by its neighbour is a ring', () => {
    expect(marks(drawMap(archive, 'near')[0]).find(({ here }) => here)?.kind).toBe('ring');
  });

  test('without a position there is no map', () => {
    expect(drawMap(archive, 'unknown')).toEqual([]);
    expect(drawMap(archive, 'elsewhere')).toEqual([]);
    expect(drawMap(archive, 'no-such-place')).toEqual([]);
    expect(drawMap(archiveWith({ 'old-bridge': 'kind: building' }))).toEqual([]);
  });
});

function marks(panel: Panel | undefined) {
  return [...(panel?.bare ?? []), ...(panel?.labels.flatMap(({ mark }) => mark ?? []) ?? [])];
}

describe('the maps of the content', () => {
  test('there is one for every place with a position', () => {
    for (const { entry, drawn } of places)
      expect(drawMap(archive, entry.id).length, entry.id).toBe(drawn === 'nothing' ? 0 : 1);
  });

  test.each(panels)('$name: no label meets another, a mark, the inset or the scale', ({ panel }) => {
    const { labels } = panel;
    labels.forEach(({ lines, stand }, index) => {
      for (const other of labels.slice(index + 1)) {
        expect(overlap(stand.box, other.stand.box), `${lines} × ${other.lines}`).toBe(false);
        for (const piece of other.stand.leader ? alongLine(...other.stand.leader) : [])
          expect(overlap(stand.box, piece), `${lines} × leader of ${other.lines}`).toBe(false);
      }
      for (const { at, place } of marks(panel)) {
        const dot = { x: at[0] - 1, y: at[1] - 1, width: 2, height: 2 };
        expect(overlap(stand.box, dot), `${lines} × ${place.name}`).toBe(false);
      }
      const { scale, inset, view } = panel;
      const bar = { x: scale.at[0], y: scale.at[1], width: scale.width, height: 22 };
      expect(overlap(stand.box, bar), `${lines} × scale`).toBe(false);
      if (!inset) return;
      const box = {
        x: inset.at[0],
        y: inset.at[1],
        width: 104 * inset.scale,
        height: 84 * inset.scale,
      };
      expect(overlap(stand.box, box), `${lines} × inset`).toBe(false);
      expect(inside(box, view.frame)).toBe(true);
    });
  });

  test.each(panels)('$name: no label leaves the frame, and each holds its letters', ({ panel }) => {
    for (const { lines, stand } of panel.labels) {
      expect(inside(stand.box, panel.view.frame), String(lines)).toBe(true);
      for (const line of lines.filter((line) => line !== undefined))
        expect(stand.box.width, line).toBeGreaterThanOrEqual(textWidth(line));
    }
  });

  test.each(panels)('$name: every town lies on its own side of the border as drawn', ({ panel }) => {
    const borders = bordersAt(panel.view.scale * BEND);
    for (const { place } of marks(panel)) {
      const at = place.at as [number, number];
      const code = regionAt(at)?.id.slice(0, 2);
      if (code !== undefined) expect(geoContains(borders.state(code), at), place.name).toBe(true);
    }
  });

  test.each(panels)('$name: the place it is about is emphasised, and no link to its own page', (item) => {
    const { focus, panel } = item;
    const address = focus && pageAddress({ collection: 'places', id: focus });
    expect(panel.labels.filter(({ here }) => here).length).toBe(focus === undefined ? 0 : 1);
    expect(panel.labels.map(({ href }) => href)).not.toContain(address ?? 'none');
  });

  test('the whole map links every place that has a position', () => {
    const linked = whole.flatMap(({ labels }) => labels.flatMap(({ href }) => href ?? []));
    for (const { entry, drawn } of places)
      if (drawn !== 'nothing') expect(linked).toContain(pageAddress(entry));
  });

  test('labels count the events of the archive', () => {
    for (const place of places) {
      const told = archive
        .list('events')
        .filter(({ data }) => data.places.some(({ value }) => refKey(value) === pageKey(place.entry)));
      expect(place.events, place.entry.id).toEqual(told);
      const words = `${told.length} ${told.length === 1 ? 'event' : 'events'}`;
      const label = whole
        .flatMap(({ labels }) => labels)
        .find(({ href }) => href === pageAddress(place.entry));
      if (label) expect(label.lines[1], place.entry.id).toBe(told.length === 0 ? undefined : words);
    }
  });

  test('a far place is an arrow at the edge that points to it', () => {
    const arrows = marks(whole[0]).filter(({ kind }) => kind === 'edge');
    expect(arrows.map(({ place }) => place.entry.id)).toEqual(['moscow']);
    expect(arrows[0]?.turn).toBe(-90);
  });

  test('the paths of the whole map stay under 7 KB compressed', () => {
    const paths = whole.flatMap(({ ukraine, inner, outer, areas }) => [
      ukraine,
      inner,
      outer,
      ...areas.map(({ path }) => path),
    ]);
    expect(gzipSync([...paths, LAND, STATE_BORDERS].join('\n')).length).toBeLessThan(7 * 1024);
  });
});

describe('views', () => {
  const view = viewOf(
    [
      [35, 50],
      [37, 51],
    ],
    400,
    380,
    20,
  );

  test('hold the points they are made for, and turn back to the earth', () => {
    for (const point of [
      [35, 50],
      [37, 51],
    ]) {
      const [x, y] = view.spot(point);
      expect(x).toBeGreaterThanOrEqual(19.9);
      expect(x).toBeLessThanOrEqual(380.1);
      expect(y).toBeGreaterThanOrEqual(19.9);
      expect(y).toBeLessThanOrEqual(360.1);
      expect(view.at([x, y])[0]).toBeCloseTo(point[0] ?? 0);
    }
  });

  test('have a scale that is true', () => {
    const [a, b] = [view.at([150, 190]), view.at([250, 190])];
    expect(view.scale * 100).toBeCloseTo(geoDistance(a, b) * EARTH, 1);
  });

  test.each([
    [1, 90, 50],
    [1.8, 80, 100],
    [0.31, 64, 10],
    [0.05, 64, 2],
  ])('a scale of %d km in a unit, %d units: a bar of %d km', (scale, most, km) => {
    expect(scaleBar(scale, most).km).toBeCloseTo(km);
    expect(scaleBar(scale, most).width * scale).toBeCloseTo(km);
  });

  test('paths are relative, short and the same', () => {
    const writer = new PathWriter();
    writer.moveTo(10, 20.4);
    writer.lineTo(15.2, 19.6);
    writer.lineTo(12.6, 14.8);
    // Less than a unit away: no step.
    writer.lineTo(13.2, 15.1);
    writer.lineTo(14, 20);
    writer.lineTo(11.4, 20.4);
    writer.closePath();
    expect(writer.path).toBe('M10 20l5 0-2-5 1 5-3 0z');
  });
});

describe('labels', () => {
  const frame = { x: 0, y: 0, width: 200, height: 200 };
  const label = (key: string, x: number, y: number, must = true): Request => ({
    key,
    must,
    candidates: aroundMark([x, y], 4, 60, 30),
  });

  test('wider text takes more room, and bold more than plain', () => {
    expect(textWidth('Grayvoron')).toBeGreaterThan(textWidth('Kozinka'));
    expect(textWidth('Kozinka', { bold: true })).toBeGreaterThan(textWidth('Kozinka'));
    expect(textWidth('RUSSIA', { spacing: 0.12 })).toBeGreaterThan(textWidth('RUSSIA'));
  });

  test('two marks side by side both keep a label', () => {
    const placed = placeLabels([label('a', 100, 100), label('b', 104, 100)], frame, [], []);
    const [a, b] = [placed.get('a'), placed.get('b')];
    if (!a || !b) throw new Error('A label found no place');
    expect(overlap(a.box, b.box)).toBe(false);
  });

  test('a crowd keeps what fits, and nothing overlaps', () => {
    const crowd = Array.from({ length: 60 }, (_, index) =>
      label(String(index), 20 + (index % 10) * 17, 20 + Math.floor(index / 10) * 30),
    );
    const boxes = [...placeLabels(crowd, frame, [], []).values()].map(({ box }) => box);
    expect(boxes.length).toBeGreaterThan(8);
    boxes.forEach((box, index) => {
      expect(inside(box, frame)).toBe(true);
      for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
    });
  });

  test('what must be named comes before what may be', () => {
    const narrow = { x: 0, y: 0, width: 62, height: 32 };
    const only = { box: { x: 1, y: 1, width: 60, height: 30 }, anchor: 'middle' as const };
    const requests = [
      { key: 'may', must: false, candidates: [only] },
      { key: 'must', must: true, candidates: [only] },
    ];
    expect([...placeLabels(requests, narrow, [], []).keys()]).toEqual(['must']);
  });

  test('a label leaves a soft line alone where it can, and crosses it rather than go missing', () => {
    const right = { x: 106, y: 80, width: 60, height: 40 };
    const beside = placeLabels([label('a', 100, 100)], frame, [], [right]).get('a');
    expect(beside && overlap(beside.box, right)).toBe(false);
    const everywhere = placeLabels([label('a', 100, 100)], frame, [], [frame]).get('a');
    expect(everywhere?.leader).toBeUndefined();
  });

  test('an area’s label stands in the area, clear of its hole', () => {
    const square = (from: number, to: number): [number, number][] => [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
    ];
    const found = inArea([square(0, 200), square(60, 140)], frame, 40, 20, 0.99);
    expect(found.length).toBeGreaterThan(10);
    for (const { box } of found) expect(overlap(box, { x: 64, y: 64, width: 72, height: 72 })).toBe(false);
    expect(inArea([square(300, 400)], frame, 40, 20, 0.5)).toEqual([]);
  });
});

test('a label stands in an area by the share that is asked for, as counted point by point', () => {
  const frame = { x: 0, y: 0, width: 200, height: 160 };
  // A slope: of a label near its edge, some lies outside.
  const slope: [number, number][] = [
    [20, 10],
    [190, 40],
    [120, 150],
  ];
  const inSlope = (x: number, y: number): boolean =>
    slope.every(([fromX, fromY], index) => {
      const [toX, toY] = slope[(index + 1) % slope.length] ?? [0, 0];
      return (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX) >= 0;
    });
  /** The points of a grid of eight units that a box is looked at by. */
  const shareOf = ({ x, y, width, height }: Box): number => {
    const at: boolean[] = [];
    for (let left = x; left <= x + width; left += 8)
      for (let top = y; top <= y + height; top += 8)
        at.push(inSlope(Math.round(left / 8) * 8, Math.round(top / 8) * 8));
    return at.filter(Boolean).length / at.length;
  };
  const places = inArea([slope], frame, 53, 17, 0);
  const expected = places.filter(({ box }) => shareOf(box) >= 0.6);
  expect(expected.length).toBeGreaterThan(20);
  expect(expected.length).toBeLessThan(places.length);
  expect(new Set(inArea([slope], frame, 53, 17, 0.6).map(({ box }) => `${box.x} ${box.y}`))).toEqual(
    new Set(expected.map(({ box }) => `${box.x} ${box.y}`)),
  );
});

test('a crowd tells of every box that comes too close, across its squares as within them', () => {
  const at = (x: number, y: number, width = 10, height = 10): Box => ({ x, y, width, height });
  const boxes = [at(-40, -40), at(31, 31, 2, 2), at(60, 0, 200, 3), at(100, 100, 0, 0)];
  const crowd = new Crowd(boxes);
  for (let x = -80; x < 300; x += 7)
    for (let y = -80; y < 140; y += 3)
      for (const gap of [0, 1, 14])
        expect(crowd.touches(at(x, y), gap), `${x} ${y} ${gap}`).toBe(
          boxes.some((box) => overlap(at(x, y), box, gap)),
        );
});
