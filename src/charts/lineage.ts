// How statements reached the sources: from each voice, through its carriers, to the text.
import type { Archive } from '../archive/archive.ts';
import { entryName } from '../archive/names.ts';
import type { Report } from '../archive/reports.ts';
import { refKey, type EntryRef } from '../model/references.ts';
import { SIDES, type Side } from '../model/sides.ts';
import { LIMITS, weightiest } from './limits.ts';

/** The reports that share a voice, all carriers and a source. */
export interface Flow {
  readonly voice: EntryRef;
  /** The carriers, nearest the voice first; empty if the source names none. */
  readonly via: readonly EntryRef[];
  /** The id of the source. */
  readonly source: string;
  readonly reports: readonly Report[];
}

/** A voice with its flows, largest first. */
export interface LineageVoice {
  readonly ref: EntryRef;
  /** True if a source speaks for itself. */
  readonly own: boolean;
  readonly name: string;
  readonly reports: number;
  readonly flows: readonly Flow[];
}

/** The voices of one side, most reported first. */
export interface LineageSide {
  readonly side: Side;
  readonly reports: number;
  readonly voices: readonly LineageVoice[];
}

/** @returns a key that is the same for the same carriers in the same order */
export function chainKey(via: readonly EntryRef[]): string {
  return via.map(refKey).join(' ');
}

/** @returns the number of reports in the flows, or of the voices */
export function reportCount(
  items: readonly { readonly reports: number | { readonly length: number } }[],
): number {
  return items.reduce(
    (sum, { reports }) => sum + (typeof reports === 'number' ? reports : reports.length),
    0,
  );
}

/**
 * Orders the ids of the sources: highest share of carried reports first, then by number of reports. The drawing places
 * carriers above reports without a carrier, so this order keeps crossings few.
 */
export function sourceOrder(flows: readonly Flow[]): string[] {
  const shares = [...Map.groupBy(flows, ({ source }) => source)].map(([source, own]) => {
    const all = reportCount(own);
    return { source, all, share: reportCount(own.filter(({ via }) => via.length > 0)) / all };
  });
  return shares.sort((a, b) => b.share - a.share || b.all - a.all).map(({ source }) => source);
}

function voiceOf(archive: Archive, reports: readonly Report[]): LineageVoice {
  const [{ voice: ref }] = reports as readonly [Report];
  const flows = [...Map.groupBy(reports, ({ via, source }) => `${chainKey(via)}|${source}`).values()].map(
    (group): Flow => {
      const [{ voice, via, source }] = group as [Report];
      return { voice, via, source, reports: group };
    },
  );
  return {
    ref,
    own: ref.collection === 'sources',
    name: entryName(archive, ref),
    reports: reports.length,
    flows: flows.sort((a, b) => b.reports.length - a.reports.length),
  };
}

/**
 * Collects the flows into one held source or into all of them, by side and voice.
 * @param source the id of a source; all sources if left out
 * @param limits how many sources and voices are drawn: those with the most reports
 */
export function lineage(archive: Archive, source?: string, limits = LIMITS): LineageSide[] {
  const sources = archive.heldSources.filter(({ id }) => source === undefined || id === source);
  const reports = weightiest(sources, limits.sources, ({ id }) => archive.reportsOf(id).length).flatMap(
    ({ id }) => archive.reportsOf(id),
  );
  const byVoice = [...Map.groupBy(reports, ({ voice }) => refKey(voice)).values()];
  const voices = weightiest(byVoice, limits.voices, ({ length }) => length).map((own) =>
    voiceOf(archive, own),
  );
  const order = sourceOrder(voices.flatMap(({ flows }) => flows));
  return SIDES.flatMap((side) => {
    const members = voices.filter(({ ref }) => archive.sideOf(ref) === side);
    if (members.length === 0) return [];
    // Sources that speak for themselves come last, in the order in which the drawing lists the sources.
    members.sort(
      (a, b) =>
        Number(a.own) - Number(b.own) ||
        (a.own ? order.indexOf(a.ref.id) - order.indexOf(b.ref.id) : b.reports - a.reports) ||
        a.name.localeCompare(b.name, 'en'),
    );
    return [{ side, reports: reportCount(members), voices: members }];
  });
}
