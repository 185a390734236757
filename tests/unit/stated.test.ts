// The values that the head of an event shows, with their voices.
import { describe, expect, test } from 'vitest';
import { claimants, deed, deniers, firstOfEachSide, stated } from '../../src/archive/stated.ts';
import { ownArchive } from '../support/archive.ts';

const archive = ownArchive();
const raid = archive.entry({ collection: 'events', id: 'belgorod-raid-may-2023' }).data;
const harm = stated(archive, raid.harm);

test('a value has its voices, their sides, and the verb of its first report', () => {
  const killed = harm.find(({ value }) => value === 'At least 70 of the fighters killed');
  expect(killed).toMatchObject({ verb: 'claimed', sides: ['moscow'] });
  expect(killed?.voices.map(({ ref }) => ref.id)).toEqual(['kremlin']);
});

test('a denial is said so, because the value is the position that its voice takes', () => {
  const denied = harm.filter(({ reports }) => reports[0]?.mode === 'denied');
  expect(denied.length).toBeGreaterThan(0);
  expect(new Set(denied.map(({ verb }) => verb))).toEqual(new Set(['said in a denial']));
});

test('several verbs of one voice are listed, “said” and a denial only alone', () => {
  const reports = archive.reports.filter(({ mode }) => mode === 'denied').slice(0, 1);
  const claimed = archive.reports.filter(({ mode }) => mode === 'claimed').slice(0, 1);
  const assessed = archive.reports.filter(({ mode }) => mode === 'assessed').slice(0, 1);
  expect(deed([...reports, ...claimed])).toBe('claimed');
  expect(deed([...claimed, ...assessed])).toBe('claimed and assessed');
  const said = archive.reports.filter(({ mode }) => mode === 'said').slice(0, 1);
  expect(deed([...said, ...claimed, ...assessed])).toBe('claimed and assessed');
  expect(deed([...reports, ...said])).toBe('said');
});

describe('the first values of each side', () => {
  test('have every side that states one, in the order of the field', () => {
    const all = new Set(harm.flatMap(({ sides }) => sides));
    const shown = firstOfEachSide(harm, all.size);
    expect(new Set(shown.flatMap(({ sides }) => sides))).toEqual(all);
    expect(shown).toEqual(harm.filter((value) => shown.includes(value)));
  });

  test('are followed by the first of the others, up to the limit', () => {
    expect(firstOfEachSide(harm, 6)).toHaveLength(6);
    expect(firstOfEachSide(harm, 100)).toEqual(harm);
    expect(firstOfEachSide(harm.toReversed(), 6)).not.toEqual(firstOfEachSide(harm, 6));
  });
});

test('an actor claims an event by a report of its own, else others name it', () => {
  const of = (id: string) => {
    const { claim, named } = claimants(
      stated(archive, archive.entry({ collection: 'events', id }).data.actors),
    );
    return { claim: claim.map(({ value }) => value.id), named: named.map(({ value }) => value.id) };
  };
  expect(of('bryansk-attack-march-2023')).toEqual({
    claim: ['russian-volunteer-corps'],
    named: ['freedom-of-russia-legion'],
  });
  expect(of('kremlin-drones')).toEqual({ claim: [], named: ['ukrainian-intelligence'] });
});

test('those who deny a report are the voices of denials that contradict it', () => {
  const denied = (key: string): string[] => deniers(archive, [archive.report(key)]).map(({ ref }) => ref.id);
  expect(denied('newser-us-view-kremlin/1')).toEqual(['zelensky']);
  // A relation of another kind, or a report that asserts, is no denial.
  expect(denied('yahoo-uk/65')).toEqual([]);
  expect(denied('newser-us-view-kremlin/3')).toEqual([]);
  // The Kremlin denied an emergency session of the council, not every session.
  expect(denied('international-intrigue/26')).toEqual([]);
});
