// What the page of a group shows first: who says what of its main facts, and of each event in which it took part.
import type { Entry } from '../model/entries.ts';
import { refKey } from '../model/references.ts';
import type { Sourced } from '../model/sourced.ts';
import { eventOrder, type Archive, type Question } from './archive.ts';
import { voicesOf, type Voice } from './standing.ts';

/** A sourced value with the voices of its reports. */
export interface Voiced<Value> {
  readonly sourced: Sourced<Value>;
  /** At least one. */
  readonly voices: readonly Voice[];
}

/** The values of a field, each with its voices. */
export function voiced<Value>(archive: Archive, values: readonly Sourced<Value>[]): Voiced<Value>[] {
  return values.map((sourced) => ({
    sourced,
    voices: voicesOf(
      sourced.reports.map(({ id }) => archive.report(id)),
      archive.sideOf,
    ),
  }));
}

/** True if all reports of a voice are of pages that were seen, not held. */
export function onlySeen({ reports }: Voice): boolean {
  return reports.every(({ capture }) => capture === 'seen');
}

/**
 * The values that stand for a field: the first value of each side, those of held texts before those that were only seen.
 * The side of a value is that of its first voice.
 * @param limit how many values at most
 */
export function mainValues<Value>(
  archive: Archive,
  values: readonly Sourced<Value>[],
  limit: number,
): Voiced<Value>[] {
  const ordered = voiced(archive, values).toSorted(
    (a, b) => Number(a.voices.every(onlySeen)) - Number(b.voices.every(onlySeen)),
  );
  const bySide = Map.groupBy(ordered, ({ voices }) => voices[0]?.side);
  return [...bySide.values()].flatMap(([first]) => first ?? []).slice(0, limit);
}

/** An event in which a group is said to have taken part. */
export interface ClaimedEvent {
  readonly event: Entry<'events'>;
  /** The voices that name the group as a part of it. */
  readonly voices: readonly Voice[];
  /** The questions on it that the group's front matter names, in their order there. */
  readonly questions: readonly Question[];
}

/** The events in which a group is said to have taken part, in time order. */
export function claimedEvents(archive: Archive, { data }: Entry<'groups'>): ClaimedEvent[] {
  const byEvent = Map.groupBy(data.operations, ({ value }) => refKey(value));
  const left = new Set(data.claims.map(({ id }) => archive.question(id)));
  return [...byEvent.values()]
    .flatMap((values) => {
      const [first] = values;
      if (!first) return [];
      const reports = new Set(values.flatMap(({ reports }) => reports.map(({ id }) => archive.report(id))));
      return [{ event: archive.entry(first.value), voices: voicesOf([...reports], archive.sideOf) }];
    })
    .toSorted((a, b) => eventOrder(a.event) - eventOrder(b.event))
    .map(({ event, voices }) => {
      const questions = [...left].filter(({ entry }) =>
        entry.data.about.some((ref) => refKey(ref) === refKey(event)),
      );
      for (const question of questions) left.delete(question);
      return { event, voices, questions };
    });
}
