// Sourced values with the voices that state them, for heads of pages: voice, verb, fact.
import type { EntryRef } from '../model/references.ts';
import { refKey } from '../model/references.ts';
import { MODE_VERBS } from '../model/schemas/ledger.ts';
import type { Side } from '../model/sides.ts';
import type { Sourced } from '../model/schemas/fields.ts';
import type { Archive } from './archive.ts';
import type { Report } from './reports.ts';
import { voicesOf, type Voice } from './standing.ts';

/** A value with its reports and their voices. */
export interface Stated<Value> extends Omit<Sourced<Value>, 'reports'> {
  readonly reports: readonly Report[];
  /** The distinct voices, in the order of the reports. */
  readonly voices: readonly Voice[];
  /** The sides of the voices, each once. */
  readonly sides: readonly Side[];
  /** What the voices did: `claimed`; by the first report. */
  readonly verb: string;
  /** True if only seen pages have it. */
  readonly seen: boolean;
}

/**
 * What a voice did in some reports: `claimed and assessed`. Where it did more than say the same, “said” is left out; where it did
 * anything else, the denial.
 */
export function deed(reports: readonly Report[]): string {
  const modes = [...new Set(reports.map(({ mode }) => mode))];
  const others = modes.filter((mode) => mode !== 'denied');
  const more = others.filter((mode) => mode !== 'said');
  const named = [more, others, modes].find(({ length }) => length > 0) ?? [];
  return new Intl.ListFormat('en-GB').format(named.map((mode) => MODE_VERBS[mode]));
}

/** What some voices did: the deed of each if it is the same, else `said`. */
export function commonDeed(voices: readonly Voice[]): string {
  const [first = MODE_VERBS.said, ...others] = new Set(voices.map(({ reports }) => deed(reports)));
  return others.length === 0 ? first : MODE_VERBS.said;
}

/** The values of a field, each with its voices. */
export function stated<Value>(archive: Archive, values: readonly Sourced<Value>[]): Stated<Value>[] {
  return values.map(({ reports: refs, ...fact }) => {
    const reports = refs.map(({ id }) => archive.report(id));
    const voices = voicesOf(reports, archive.sideOf);
    return {
      ...fact,
      reports,
      voices,
      sides: [...new Set(voices.map(({ side }) => side))],
      verb: MODE_VERBS[reports[0]?.mode ?? 'said'],
      seen: reports.every(({ capture }) => capture === 'seen'),
    };
  });
}

/**
 * Chooses the values that a head shows: of each side the first value that it states, then the first of all others.
 * @returns at most `limit` values, in the order of the field
 */
export function firstOfEachSide<Value>(values: readonly Stated<Value>[], limit: number): Stated<Value>[] {
  const sides = new Set(values.flatMap((value) => value.sides));
  const first = [...sides].flatMap((side) => values.find((value) => value.sides.includes(side)) ?? []);
  const chosen = new Set([...new Set([...first, ...values])].slice(0, limit));
  return values.filter((value) => chosen.has(value));
}

/** Splits the actors of an event into those that claim it themselves, and those that only others name. */
export function claimants(
  actors: readonly Stated<EntryRef>[],
): Record<'claim' | 'named', Stated<EntryRef>[]> {
  const { claim = [], named = [] } = Object.groupBy(actors, ({ value, reports }) => {
    const own = reports.filter(({ voice }) => refKey(voice) === refKey(value));
    return own.some(({ mode }) => mode !== 'denied' && mode !== 'opined') ? 'claim' : 'named';
  });
  return { claim, named };
}

/** The voices that deny one of some reports: each with a report of its own that contradicts it. */
export function deniers(archive: Archive, reports: readonly Report[]): Voice[] {
  const against = reports
    .flatMap(({ key }) => archive.borneOnBy(key))
    .filter(({ how }) => how === 'contradicts')
    .map(({ from }) => archive.report(from))
    .filter(({ mode }) => mode === 'denied');
  return voicesOf(against, archive.sideOf);
}
