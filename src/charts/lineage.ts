// How statements reached the sources: from each voice, through whoever carried it, to the text.
import type { Archive } from '../archive/archive.ts';
import { entryName } from '../archive/names.ts';
import type { Report } from '../archive/reports.ts';
import { refKey, type EntryRef } from '../model/references.ts';
import { SIDES, type Side } from '../model/sides.ts';
import { MOST, weightiest, type Limits } from './most.ts';

/** Reports that share a voice, all their carriers and a source. */
export interface Flow {
  readonly voice: EntryRef;
  readonly side: Side;
  /** The carriers, nearest the voice first; empty where the source names none. */
  readonly via: readonly EntryRef[];
  readonly source: string;
  readonly reports: readonly Report[];
}

/** A voice with all its flows. */
export interface LineageVoice {
  readonly ref: EntryRef;
  /** True where the source speaks for itself. */
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

/** The key of a chain of carriers: the carriers' keys in order. */
export function chainKey(via: readonly EntryRef[]): string {
  return via.map(refKey).join(' ');
}

function flowsOf(reports: readonly Report[], archive: Archive): Flow[] {
  const flows = new Map<string, Flow & { reports: Report[] }>();
  for (const report of reports) {
    const { voice, via, source } = report;
    const key = `${refKey(voice)}|${chainKey(via)}|${source}`;
    const flow = flows.get(key);
    if (flow) flow.reports.push(report);
    else flows.set(key, { voice, side: archive.sideOf(voice), via, source, reports: [report] });
  }
  return [...flows.values()];
}

const sum = (flows: readonly { readonly reports: readonly Report[] }[]): number =>
  flows.reduce((total, { reports }) => total + reports.length, 0);

/**
 * The sources in the order in which a drawing lists them: those that owe most to carriers first, since
 * carriers stand above what nobody carried.
 */
export function sourceOrder(flows: readonly Flow[]): string[] {
  const sums = new Map<string, { carried: number; all: number }>();
  for (const { source, via, reports } of flows) {
    const known = sums.get(source) ?? { carried: 0, all: 0 };
    sums.set(source, {
      carried: known.carried + (via.length > 0 ? reports.length : 0),
      all: known.all + reports.length,
    });
  }
  const share = ([, { carried, all }]: readonly [string, { carried: number; all: number }]): number =>
    carried / all;
  return [...sums].sort((a, b) => share(b) - share(a) || b[1].all - a[1].all).map(([source]) => source);
}

/**
 * The flows into one source, or into all.
 * @param source the id of a source; all of them where it is left out
 * @param most how many sources and voices at most: those with the most reports
 */
export function lineage(
  archive: Archive,
  source?: string,
  most: Pick<Limits, 'sources' | 'voices'> = MOST,
): LineageSide[] {
  const sources =
    source === undefined
      ? weightiest(archive.list('sources'), most.sources, ({ id }) => archive.reportsOf(id).length)
      : [{ id: source }];
  const all = flowsOf(
    sources.flatMap(({ id }) => archive.reportsOf(id)),
    archive,
  );
  const byVoice = new Map(
    weightiest([...Map.groupBy(all, ({ voice }) => refKey(voice))], most.voices, ([, own]) => sum(own)),
  );
  const flows = [...byVoice.values()].flat();
  const voices = [...byVoice.values()].map((own) => {
    const [{ voice, side }] = own as [Flow];
    return {
      side,
      voice: {
        ref: voice,
        own: voice.collection === 'sources',
        name: entryName(archive, voice),
        reports: sum(own),
        flows: own.sort((a, b) => b.reports.length - a.reports.length),
      },
    };
  });
  const order = sourceOrder(flows);
  return SIDES.flatMap((side) => {
    const members = voices.filter((each) => each.side === side).map(({ voice }) => voice);
    if (members.length === 0) return [];
    return {
      side,
      reports: sum(members.flatMap((voice) => voice.flows)),
      // Texts that speak for themselves close the list of the press.
      voices: members.sort(
        (a, b) =>
          Number(a.own) - Number(b.own) ||
          (a.own ? order.indexOf(a.ref.id) - order.indexOf(b.ref.id) : b.reports - a.reports) ||
          a.name.localeCompare(b.name, 'en'),
      ),
    };
  });
}
