// The events in which a group is said to have taken part, with the questions on what it claims to have done there.
import type { Entry } from '../model/entries.ts';
import { refKey } from '../model/references.ts';
import type { Archive, Question } from './archive.ts';
import { voicesOf, type Voice } from './standing.ts';

/** An event in which a group is said to have taken part. */
export interface ClaimedEvent {
  readonly event: Entry<'events'>;
  /** The voices that name the group as a part of it. */
  readonly voices: readonly Voice[];
  /** The questions on it that the group's front matter names, in their order there. */
  readonly questions: readonly Question[];
}

/** The heading of these events on the page of a group. */
export const CLAIMS = { id: 'claims', text: 'What it claims to have done, and what others say' } as const;

/** The events in which a group is said to have taken part, in time order. */
export function claimedEvents(archive: Archive, { data }: Entry<'groups'>): ClaimedEvent[] {
  const byEvent = Map.groupBy(data.operations, ({ value }) => refKey(value));
  const left = new Set(data.claims.map(({ id }) => archive.question(id)));
  return archive.list('events').flatMap((event) => {
    const values = byEvent.get(refKey(event));
    if (!values) return [];
    const reports = new Set(values.flatMap(({ reports }) => reports.map(({ id }) => archive.report(id))));
    const questions = [...left].filter(({ entry }) =>
      entry.data.about.some((ref) => refKey(ref) === refKey(event)),
    );
    for (const question of questions) left.delete(question);
    return { event, voices: voicesOf([...reports], archive.sideOf), questions };
  });
}
