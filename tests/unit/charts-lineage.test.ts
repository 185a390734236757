import { describe, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { layoutLineage, LINE, stacked, TEXT_SIZE, WIDTH, type Bar } from '../../src/charts/lineage-layout.ts';
import { chainKey, lineage, sourceOrder } from '../../src/charts/lineage.ts';
import { textWidth } from '../../src/charts/text.ts';
import { refKey } from '../../src/model/references.ts';
import { archiveOf, archiveWith } from '../support/archive.ts';
import { edited, SOUND } from '../support/library.ts';
import { PROJECT } from '../support/project.ts';

const site = archiveOf(PROJECT);
const sound = archiveWith();
const BOTH = ['organisations/noticeboard', 'people/ada'];
/** Two carriers with long names that pass statements to each other, in both orders. */
const circular = archiveWith({
  ...edited('reports/herald.yaml', 'via: [organisations/noticeboard]', `via: [${BOTH.join(', ')}]`),
  ...edited('reports/gazette.yaml', 'via: [organisations/town]', `via: [${[...BOTH].reverse().join(', ')}]`),
  ...edited('people/ada.mdx', 'title: Ada', `title: ${'Ada of the long and winding name '.repeat(4).trim()}`),
});
/** One voice that speaks five hundred times. */
const LOUD = Array.from(
  { length: 500 },
  (_, index) =>
    `  - { id: ${100 + index}, paragraph: 2, says: So., evidence: shut, by: people/ada, mode: said, about: [events/closure] }\n`,
);
const loud = archiveWith({ 'reports/gazette.yaml': `${SOUND['reports/gazette.yaml']}${LOUD.join('')}` });

const CASES: readonly (readonly [string, Archive, string | undefined])[] = [
  ['all sources', site, undefined],
  ...site.heldSources.map(({ id }) => [id, site, id] as const),
  ['the sound library', sound, undefined],
  ['a source of one report', sound, 'herald'],
  ['carriers of carriers', circular, undefined],
  ['one loud voice', loud, undefined],
];

/** The text of each line of a label: the first line of a part continues the line before. */
const linesOf = ({ label }: Bar): string[] =>
  label.parts.reduce<string[]>(
    (lines, { lines: [first, ...more] }) => [...lines.slice(0, -1), `${lines.at(-1) ?? ''}${first}`, ...more],
    [],
  );

describe.each(CASES)('the lineage of %s', (_name, archive, source) => {
  const sides = lineage(archive, source);
  const flows = sides.flatMap(({ voices }) => voices.flatMap((voice) => voice.flows));
  const reports = source === undefined ? archive.heldReports : archive.reportsOf(source);
  const layout = layoutLineage(archive, sides);
  const columns = [0, 1, 2].map((column) => layout.bars.filter((bar) => bar.column === column));

  test('the table equals the archive: every report in one flow, with its voice, carriers and source', () => {
    expect(flows.flatMap((flow) => flow.reports.map(({ key }) => key)).sort()).toEqual(
      reports.map(({ key }) => key).sort(),
    );
    for (const flow of flows) {
      for (const report of flow.reports) {
        expect(refKey(report.voice)).toBe(refKey(flow.voice));
        expect(chainKey(report.via)).toBe(chainKey(flow.via));
        expect(report.source).toBe(flow.source);
      }
    }
    const keys = flows.map(({ voice, via, source: to }) => `${refKey(voice)}|${chainKey(via)}|${to}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('voices are listed under their side, and their numbers add up', () => {
    for (const { side, voices, reports: sum } of sides) {
      expect(voices.reduce((total, voice) => total + voice.reports, 0)).toBe(sum);
      for (const voice of voices) {
        expect(archive.sideOf(voice.ref)).toBe(side);
        expect(voice.reports).toBe(reports.filter((each) => refKey(each.voice) === refKey(voice.ref)).length);
      }
    }
  });

  test('every column has all reports; bars and bands are as wide as their number of reports', () => {
    const [first] = layout.bars;
    const each = (first?.height ?? 0) / (first?.reports ?? 1);
    for (const column of columns) {
      expect(column.reduce((sum, bar) => sum + bar.reports, 0)).toBe(reports.length);
      for (const bar of column) expect(bar.height).toBeCloseTo(each * bar.reports);
    }
    for (const band of layout.bands) expect(band.width).toBeCloseTo(each * band.reports);
    // Every report goes through two bands: to its carrier, and from there to its source.
    expect(layout.bands.reduce((sum, band) => sum + band.reports, 0)).toBe(2 * reports.length);
  });

  test('bars and labels stay in the frame and do not overlap', () => {
    for (const column of columns) {
      const boxes = column
        .map((bar) => ({
          from: Math.min(bar.y, bar.label.y - LINE / 2),
          to: Math.max(bar.y + bar.height, bar.label.y + (linesOf(bar).length - 0.5) * LINE),
        }))
        .sort((a, b) => a.from - b.from);
      boxes.forEach(({ from, to }, index) => {
        expect(from).toBeGreaterThanOrEqual((boxes[index - 1]?.to ?? 0) - 1e-6);
        expect(to).toBeLessThanOrEqual(layout.height + 1e-6);
      });
    }
    const edges = columns.map((column) => column[0]?.x ?? WIDTH);
    for (const bar of layout.bars) {
      const { column, width, label } = bar;
      for (const line of linesOf(bar)) {
        const long = textWidth(line, TEXT_SIZE);
        if (column === 0) {
          // The names of sides are to the left of the names of voices.
          expect(label.x - long).toBeGreaterThanOrEqual(100);
          expect(label.x).toBeLessThan(edges[0] as number);
        } else {
          expect(label.x).toBeGreaterThan((edges[column] as number) + width);
          expect(label.x + long).toBeLessThan(edges[column + 1] ?? WIDTH + 1e-6);
        }
      }
    }
  });

  test('every label ends with the number of reports', () => {
    for (const bar of layout.bars) expect(linesOf(bar).at(-1)).toMatch(new RegExp(` ${bar.reports}$`));
  });

  test('every voice, carrier and source is a link', () => {
    const linked = layout.bars.flatMap(({ label }) =>
      label.parts.flatMap(({ to }) => (to ? [refKey(to)] : [])),
    );
    const expected = flows.flatMap(({ voice, via, source: to }) => [
      refKey(voice),
      ...via.map(refKey),
      `sources/${to}`,
    ]);
    expect(new Set(linked)).toEqual(new Set(expected));
  });
});

test('words are at least 11 CSS pixels high at the smallest size shown', () => {
  // `@container chart (width >= 50rem)` in src/styles/lineage.css, with a rem of 17 pixels.
  expect((TEXT_SIZE * 50 * 17) / WIDTH).toBeGreaterThanOrEqual(11);
});

test('sources with the highest share of carried reports come first', () => {
  const flows = lineage(sound).flatMap(({ voices }) => voices.flatMap((voice) => voice.flows));
  expect(sourceOrder(flows)).toEqual(['herald', 'gazette']);
});

describe('a stack', () => {
  const slot = (height: number, wish: number, above = 4) => ({ height, above, wish });

  test.each([
    ['puts each slot where it wishes, if there is room', [slot(10, 20), slot(10, 60)], [15, 55]],
    ['pushes down what would overlap', [slot(20, 30), slot(20, 30)], [20, 44]],
    ['pushes up what would leave the frame', [slot(20, 90), slot(20, 95)], [56, 80]],
  ])('%s', (_name, slots, tops) => {
    expect(stacked(slots, 100)).toEqual(tops);
  });
});
