// The data of the statements timeline: reports with a known day of statement, by side, voice and day.
import { utcDay, utcMonday, utcMonth, utcYear, type TimeInterval } from 'd3-time';
import type { Archive, Question } from '../archive/archive.ts';
import { entryName } from '../archive/names.ts';
import { reportDay } from '../archive/report-dates.ts';
import type { Report } from '../archive/reports.ts';
import { voicesOf } from '../archive/standing.ts';
import { DAY, dateWords, isoDay } from '../model/dates.ts';
import { refKey, type EntryRef } from '../model/references.ts';
import { SIDES, type Side } from '../model/sides.ts';
import { LIMITS, weightiest } from './limits.ts';
import { tickWords } from './time-axis.ts';

/** If the days need more columns than this, a column covers a week, a month or a year. */
const MAX_COLUMNS = 10;

/** A report with the ISO day of its statement. */
export interface Statement {
  readonly report: Report;
  readonly day: string;
}

/** A column: one day, or a week, month or year. */
export type Column = ReturnType<typeof columnsOf>[number];

/** A voice with its statements by column. */
export interface VoiceRow {
  readonly ref: EntryRef;
  readonly side: Side;
  readonly name: string;
  /** The statements of each column. */
  readonly cells: readonly (readonly Statement[])[];
}

export type Statements = ReturnType<typeof statements>;

/** A side with its voices. */
export type Lane = Statements['lanes'][number];

const byDay = (a: Statement, b: Statement): number => Date.parse(a.day) - Date.parse(b.day);

/** @returns the reports whose day of statement is known */
function dated(reports: readonly Report[]): Statement[] {
  return reports.flatMap((report) => {
    const day = reportDay(report);
    return day === undefined ? [] : [{ report, day }];
  });
}

const UNITS = [
  [utcDay, 'day'],
  [utcMonday, 'day'],
  [utcMonth, 'month'],
  [utcYear, 'year'],
] as const;

/** @returns columns that hold all days: of the shortest unit that needs no more than MAX_COLUMNS, else of years */
function columnsOf(days: readonly string[]) {
  const startsBy = (every: TimeInterval): number[] =>
    [...new Set(days.map((day) => every.floor(new Date(day)).getTime()))].sort((a, b) => a - b);
  const [every, unit] = UNITS.find(([each]) => startsBy(each).length <= MAX_COLUMNS) ?? UNITS[3];
  return startsBy(every).map((start, index, starts) => {
    const previous = starts[index - 1];
    const before = previous === undefined ? undefined : new Date(previous);
    const from = isoDay(start);
    const last = every.offset(new Date(start)).getTime() - DAY;
    const to = isoDay(last);
    const { words: head, under } = tickWords(new Date(start), before, unit);
    return {
      /** The first and the last day (ISO), both included. */
      from,
      to,
      /** "22 May 2023", "22–28 May 2023". */
      words: dateWords(from === to ? from : `${from}/${to}`),
      /** "22" or "22–28", and the month or year below it, where that begins: "May 2023". */
      head: every === utcMonday ? `${head}–${new Date(last).getUTCDate()}` : head,
      under,
      /** The number of days between the previous column and this one, without a dated statement. */
      silent: before === undefined ? 0 : (start - every.offset(before).getTime()) / DAY,
    };
  });
}

/**
 * Finds the pairs of statements that take positions on one question that exclude each other: each voice's first dated report of a position, paired with the reports of other
 * positions on the last day before it, or on the same day. The sources show that the voices disagree, not that one
 * answers the other.
 */
function oppositionsOn(question: Question) {
  if (!question.entry.data.exclusive) return [];
  const taken = question.positions
    .flatMap(({ id, voices }) =>
      voices.flatMap((voice) =>
        dated(voice.reports)
          .sort(byDay)
          .slice(0, 1)
          .map((statement) => ({ ...statement, position: id, voice: refKey(voice.ref) })),
      ),
    )
    .sort(byDay);
  return taken.flatMap((later, index) => {
    const others = taken
      .slice(0, index)
      .filter((other) => other.position !== later.position && other.voice !== later.voice);
    return others
      .filter(({ day }) => day === others.at(-1)?.day)
      .map((earlier) => ({ question, earlier, later }));
  });
}

/**
 * Collects the statements with a known day.
 * @param limits how many voices are drawn: those with the most dated statements
 */
export function statements(archive: Archive, limits = LIMITS) {
  const voices = voicesOf(
    dated(archive.heldReports).map(({ report }) => report),
    archive.sideOf,
  );
  const drawn = weightiest(voices, limits.voices, ({ reports }) => reports.length);
  const columns = columnsOf(drawn.flatMap(({ reports }) => dated(reports).map(({ day }) => day)));
  const rows = drawn.map(({ ref, side, reports }): VoiceRow => {
    const own = dated(reports);
    const cells = columns.map(({ from, to }) => own.filter(({ day }) => day >= from && day <= to));
    return { ref, side, name: entryName(archive, ref), cells };
  });
  const first = ({ cells }: VoiceRow): number => cells.findIndex((cell) => cell.length > 0);
  rows.sort((a, b) => first(a) - first(b) || a.name.localeCompare(b.name, 'en'));
  const bySide = Map.groupBy(archive.heldReports, ({ voice }) => archive.sideOf(voice));
  const keys = new Set(drawn.map(({ ref }) => refKey(ref)));
  return {
    columns,
    lanes: SIDES.filter((side) => bySide.has(side)).map((side) => {
      const reports = bySide.get(side) ?? [];
      const withDay = dated(reports).length;
      const own = rows.filter((row) => row.side === side);
      // The voices that are drawn, and the number of all reports of this side with a known day of statement, and without.
      return { side, voices: own, dated: withDay, undated: reports.length - withDay };
    }),
    oppositions: archive.questions
      .flatMap(oppositionsOn)
      .filter((pair) => [pair.earlier, pair.later].every(({ report }) => keys.has(refKey(report.voice)))),
  };
}

/** @returns the disputed questions on which a report takes a position, with the voices that take only others */
function opponentsOf(archive: Archive, report: Report) {
  return report.answers.flatMap(({ question: id, position: taken }) => {
    const question = archive.question(id);
    const position = question.positions.find((each) => each.id === taken);
    if (position?.standing !== 'disputed') return [];
    const own = new Set(position.voices.map(({ ref }) => refKey(ref)));
    const all = question.positions.flatMap(({ voices }) => voices.map(({ ref }) => ref));
    const others = new Map(all.map((ref) => [refKey(ref), ref] as const).filter(([key]) => !own.has(key)));
    return [{ question, voices: [...others.values()] }];
  });
}

/** @returns the rows of the chart's table: every drawn statement with its opponents, by day, then in the order of the lanes */
export function statementTable(archive: Archive, { lanes }: Statements) {
  return lanes
    .flatMap(({ side, voices }) =>
      voices.flatMap(({ cells }) => cells.flat().map((each) => ({ ...each, side }))),
    )
    .map((row) => ({ ...row, against: opponentsOf(archive, row.report) }))
    .sort(byDay);
}
