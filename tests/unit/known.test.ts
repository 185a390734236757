// What pages say was known on a day is what the archive says that has only the reports published by then.
import { expect, test } from 'vitest';
import { linkArchive, type Question } from '../../src/archive/archive.ts';
import { knownFrom, knownOfAll, knownOfQuestion } from '../../src/archive/known.ts';
import { entryName } from '../../src/archive/names.ts';
import { soundEntries } from '../../src/rules/check.ts';
import { stateOn } from '../../src/util/known-days.ts';
import { ownContent } from '../support/archive.ts';

const entries = soundEntries(ownContent());
const archive = linkArchive(entries);
const all = knownOfAll(archive);

/** The archive of the reports that had been published by the end of a day. */
function archiveOn(day: string) {
  const reports = entries.reports.filter(({ id }) => {
    const from = knownFrom(archive.report(id));
    return from !== undefined && from <= day;
  });
  return linkArchive({ ...entries, reports });
}

const standings = ({ standing, withSeen }: Question) => [standing, withSeen.standing];

test('a report is known from the last day that the date of its source may mean', () => {
  const report = (value: string) =>
    knownFrom({ ...archive.reports[0], published: { value, how: 'printed' } } as never);
  const dates = ['2023-05-23', '2023-05-23/2023-05-24~', '2023-05', '2023-05-24/..'];
  expect(dates.map(report)).toEqual(['2023-05-23', '2023-05-24', '2023-05-31', undefined]);
});

test.each(all.days.map(([day], index) => [day, index] as const))(
  'on %s each question has the standing, positions and voices of the reports published by then',
  (day, index) => {
    const then = archiveOn(day);
    for (const [row, entry] of archive.list('questions').entries()) {
      const expected = then.question(entry.id);
      const state = all.rows[row] && stateOn(all.rows[row], index);
      expect([state?.[1] ?? 'open', state?.[2] ?? 'open'], entry.id).toEqual(standings(expected));

      const own = knownOfQuestion(archive, archive.question(entry.id));
      const ownDay = own.days.findLastIndex(([date]) => date <= day);
      const whole = own.whole && stateOn(own.whole, ownDay);
      const positions = own.rows.map((each) => stateOn(each, ownDay));
      expect([whole?.[1] ?? 'open', whole?.[2] ?? 'open'], entry.id).toEqual(standings(expected));
      const known = positions.map((each) => ({
        standings: [each?.[1] ?? 'open', each?.[2] ?? 'open'],
        names: [...(each?.[3] ?? []), ...(each?.[4] ?? [])].map((name) => own.names[name]?.[1]).sort(),
      }));
      const published = expected.withSeen.positions.map(({ standing, voices }, place) => ({
        standings: [expected.positions[place]?.standing, standing],
        names: voices.map(({ ref }) => entryName(archive, ref)).sort(),
      }));
      expect(known, entry.id).toEqual(published);
    }
  },
);
