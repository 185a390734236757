// How statements reached the sources, and how reports bear on each other: the shares of each source's reports, and the
// flows from each voice through its carriers to the source.
import type { Archive } from '../archive/archive.ts';
import { entryName } from '../archive/names.ts';
import type { Report } from '../archive/reports.ts';
import type { PageRef } from '../model/content-links.ts';
import { refKey, type EntryRef } from '../model/references.ts';
import { SIDES, type Side } from '../model/sides.ts';
import { LIMITS, weightiest } from './limits.ts';

/** A part of a bar: its name in the key, which is also its CSS class, and its reports. */
export interface Share {
  readonly name: string;
  readonly reports: readonly Report[];
}

/** One bar: the reports of a source, of all seen sources, or of the voices of a side, in shares. */
export interface Bar {
  readonly of: PageRef | Side | 'seen';
  readonly reports: readonly Report[];
  readonly shares: readonly Share[];
}

/** A kind of share, with the test that a report passes. A report belongs to the first kind whose test it passes. */
export interface ShareKind {
  readonly name: string;
  readonly words: string;
  readonly holds: (report: Report) => boolean;
}

export const CARRIER_KINDS: readonly ShareKind[] = [
  { name: 'carried', words: 'the text says who passed the words on', holds: ({ via }) => via.length > 0 },
  {
    name: 'direct',
    words: 'somebody else’s words; the text does not say who passed them on',
    holds: ({ voice }) => voice.collection !== 'sources',
  },
  { name: 'own', words: 'the text itself speaks', holds: () => true },
];

/** How reports of other sources bear on a report, in the order of weight. */
export function bearingKinds(archive: Archive): ShareKind[] {
  const borne =
    (...how: readonly string[]) =>
    (report: Report): boolean =>
      [
        ...report.bearsOn.map(({ to, how: each }) => ({ other: to, how: each })),
        ...archive.borneOnBy(report.key).map(({ from, how: each }) => ({ other: from, how: each })),
      ].some(({ other, how: each }) => archive.report(other).source !== report.source && how.includes(each));
  return [
    { name: 'opposed', words: 'contradicted or corrected', holds: borne('contradicts', 'corrects') },
    { name: 'confirmed', words: 'confirmed, or the same statement', holds: borne('confirms', 'same_as') },
    { name: 'completed', words: 'another text adds something', holds: borne('completes') },
    { name: 'alone', words: 'no other text on the same point', holds: () => true },
  ];
}

function barOf(of: Bar['of'], reports: readonly Report[], kinds: readonly ShareKind[]): Bar {
  const byKind = Map.groupBy(reports, (report) => kinds.find(({ holds }) => holds(report))?.name ?? '');
  const shares = kinds.map(({ name }) => ({ name, reports: byKind.get(name) ?? [] }));
  return { of, reports, shares: shares.filter((share) => share.reports.length > 0) };
}

/** The bars of the held sources, those with the most reports first, and one of all seen sources together. */
export function sourceBars(archive: Archive, kinds: readonly ShareKind[], limits = LIMITS): Bar[] {
  const weight = ({ id }: { readonly id: string }): number => archive.reportsOf(id).length;
  const held = weightiest(archive.heldSources, limits.sources, weight).toSorted(
    (a, b) => weight(b) - weight(a),
  );
  const seen = archive.reports.filter(({ capture }) => capture === 'seen');
  return [
    ...held.map((source) => barOf(source, archive.reportsOf(source.id), kinds)),
    ...(seen.length > 0 ? [barOf('seen', seen, kinds)] : []),
  ];
}

/** The bars of one source: a bar for each side whose voices it reports. */
export function sideBars(archive: Archive, source: string, kinds: readonly ShareKind[]): Bar[] {
  const bySide = Map.groupBy(archive.reportsOf(source), ({ voice }) => archive.sideOf(voice));
  return SIDES.flatMap((side) => {
    const reports = bySide.get(side);
    return reports ? [barOf(side, reports, kinds)] : [];
  });
}

/**
 * The flows into one source or into all held sources, by voice, and the largest first: the reports that share a voice, all
 * carriers (nearest the voice first) and a source.
 */
export function flows(archive: Archive, source?: string) {
  const reports = source === undefined ? archive.heldReports : archive.reportsOf(source);
  const groups = Map.groupBy(reports, ({ voice, via, source: to }) =>
    [refKey(voice), ...via.map(refKey), to].join(' '),
  );
  return [...groups.values()]
    .flatMap((group) => (group[0] ? [{ ...group[0], reports: group }] : []))
    .sort(
      (a, b) =>
        entryName(archive, a.voice).localeCompare(entryName(archive, b.voice), 'en') ||
        b.reports.length - a.reports.length,
    );
}

/** The carriers of some reports with their numbers of reports, most first. */
export function carriers(reports: readonly Report[]): { readonly ref: EntryRef; readonly count: number }[] {
  const via = reports.flatMap((report) => [...new Map(report.via.map((ref) => [refKey(ref), ref])).values()]);
  return [...Map.groupBy(via, refKey).values()]
    .flatMap((same) => (same[0] ? [{ ref: same[0], count: same.length }] : []))
    .sort((a, b) => b.count - a.count);
}
