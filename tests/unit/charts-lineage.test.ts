import { describe, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import {
  bearingKinds,
  CARRIER_KINDS,
  carriers,
  flows,
  sideBars,
  sourceBars,
} from '../../src/charts/lineage.ts';
import type { Report } from '../../src/archive/reports.ts';
import { refKey } from '../../src/model/references.ts';
import { ownArchive, archiveWith } from '../support/archive.ts';

const site = ownArchive();
const sound = archiveWith();
const keys = (reports: readonly Report[]): string[] => reports.map(({ key }) => key).toSorted();

const CASES: readonly (readonly [string, Archive, string | undefined])[] = [
  ['all sources', site, undefined],
  ...site.heldSources.map(({ id }) => [id, site, id] as const),
  ['the sound library', sound, undefined],
  ['a source of one report', sound, 'herald'],
];

describe.each(CASES)('the flows into %s', (_name, archive, source) => {
  test('hold every report once, with its voice, carriers and source', () => {
    const reports = source === undefined ? archive.heldReports : archive.reportsOf(source);
    const all = flows(archive, source);
    const key = (of: Pick<(typeof reports)[number], 'voice' | 'via' | 'source'>): string =>
      [refKey(of.voice), ...of.via.map(refKey), of.source].join(' ');
    expect(keys(all.flatMap((flow) => flow.reports))).toEqual(keys(reports));
    for (const flow of all) for (const report of flow.reports) expect(key(report)).toBe(key(flow));
    expect(new Set(all.map(key)).size).toBe(all.length);
  });
});

describe.each([
  ['carriers', () => CARRIER_KINDS],
  ['relations', bearingKinds],
] as const)('the bars of %s', (_name, kindsOf) => {
  test('share out all reports, each in the first kind that holds', () => {
    const kinds = kindsOf(site);
    const bars = [
      ...sourceBars(site, kinds),
      ...site.heldSources.flatMap(({ id }) => sideBars(site, id, kinds)),
    ];
    for (const { reports, shares } of bars) {
      expect(keys(shares.flatMap((share) => share.reports))).toEqual(keys(reports));
      for (const share of shares)
        for (const report of share.reports)
          expect(kinds.find(({ holds }) => holds(report))?.name, report.key).toBe(share.name);
    }
  });
});

test('the seen sources share one bar, below those of the held', () => {
  const bars = sourceBars(site, CARRIER_KINDS);
  expect(bars.at(-1)?.of).toBe('seen');
  expect(bars.at(-1)?.reports).toHaveLength(site.reports.length - site.heldReports.length);
  expect(bars).toHaveLength(site.heldSources.length + 1);
});

test('a report is opposed if another source contradicts or corrects it, at either end of the relation', () => {
  const [opposed] = bearingKinds(site);
  for (const report of site.reports)
    for (const { to, how } of report.bearsOn)
      if ((how === 'contradicts' || how === 'corrects') && site.report(to).source !== report.source)
        expect([report, site.report(to)].map((each) => opposed?.holds(each))).toEqual([true, true]);
});

test('carriers are counted once a report, most first', () => {
  const counts = carriers(site.heldReports);
  for (const { ref, count } of counts) {
    const carried = site.heldReports.filter(({ via }) => via.map(refKey).includes(refKey(ref)));
    expect(carried).toHaveLength(count);
  }
  expect(counts).toEqual(counts.toSorted((a, b) => b.count - a.count));
});
