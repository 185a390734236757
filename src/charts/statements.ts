// Who spoke when: the reports whose text tells the day of the statement, by side, voice and day.
import { utcDay, utcMonday, utcMonth, utcYear, type TimeInterval } from 'd3-time';
import type { Archive, Question } from '../archive/archive.ts';
import { entryName } from '../archive/names.ts';
import { reportDay } from '../archive/report-dates.ts';
import type { Report } from '../archive/reports.ts';
import { voicesOf, type Position } from '../archive/standing.ts';
import { dateWords } from '../model/dates.ts';
import { refKey, type EntryRef } from '../model/references.ts';
import { SIDES, type Side } from '../model/sides.ts';
import { MOST } from './most.ts';
import { DAY, isoDay, tickWords, type Unit } from './time-axis.ts';

/** With more columns than this, weeks, months or years are taken together. */
const MOST_COLUMNS = 10;

/** A report whose day of statement is known. */
export interface Statement {
  readonly report: Report;
  /** ISO. */
  readonly day: string;
}

/** A column: a day, or as many days together as make the columns few enough. */
export interface Column {
  /** ISO days, both included. */
  readonly from: string;
  readonly to: string;
  /** "22 May 2023", "22–28 May 2023". */
  readonly words: string;
  /** For its head: "22", "22–28", and under it where it begins, "May 2023". */
  readonly head: string;
  readonly under: string | undefined;
  /** How many days lie between the column before and this one: nothing dated was said on them. */
  readonly silent: number;
}

export interface VoiceRow {
  readonly ref: EntryRef;
  readonly name: string;
  /** Its statements, column by column. */
  readonly cells: readonly (readonly Statement[])[];
}

export interface Lane {
  readonly side: Side;
  /** Those that are drawn. */
  readonly voices: readonly VoiceRow[];
  /** Reports of this side with a known day of statement, and without. */
  readonly dated: number;
  readonly undated: number;
}

/** Two voices that take positions on one question that exclude each other. */
export interface Opposition {
  readonly question: Question;
  readonly earlier: Statement;
  readonly later: Statement;
}

export interface Statements {
  readonly columns: readonly Column[];
  readonly lanes: readonly Lane[];
  readonly oppositions: readonly Opposition[];
}

/** A row of the chart's table. */
export interface StatementDatum extends Statement {
  readonly side: Side;
  /** The disputed questions it takes a position on, with the voices that take another. */
  readonly against: readonly { readonly question: Question; readonly voices: readonly EntryRef[] }[];
}

const time = (day: string): number => Date.parse(day);

/** The statement a report makes, where its day is known. */
function statementOf(report: Report): Statement | undefined {
  const day = reportDay(report);
  return day === undefined ? undefined : { report, day };
}

const STEPS: readonly { readonly unit: Unit; readonly every: TimeInterval }[] = [
  { unit: 'day', every: utcDay },
  { unit: 'day', every: utcMonday },
  { unit: 'month', every: utcMonth },
  { unit: 'year', every: utcYear },
];

/** The columns that hold all these days, as fine as their number allows. */
function columnsOf(days: readonly string[]): Column[] {
  const startsBy = (every: TimeInterval): Date[] =>
    [...new Set(days.map((day) => every.floor(new Date(day)).getTime()))]
      .sort((a, b) => a - b)
      .map((start) => new Date(start));
  const { unit, every } = STEPS.find((step) => startsBy(step.every).length <= MOST_COLUMNS) ?? {
    unit: 'year',
    every: utcYear,
  };
  return startsBy(every).map((start, index, all) => {
    const before = all[index - 1];
    const from = isoDay(start.getTime());
    const last = every.offset(start).getTime() - DAY;
    const to = isoDay(last);
    const { words: head, under } = tickWords(start, before, unit);
    return {
      from,
      to,
      words: dateWords(from === to ? from : `${from}/${to}`),
      head: every === utcMonday ? `${head}–${new Date(last).getUTCDate()}` : head,
      under,
      silent: before === undefined ? 0 : (start.getTime() - every.offset(before).getTime()) / DAY,
    };
  });
}

function laneOf(
  archive: Archive,
  side: Side,
  reports: readonly Report[],
  columns: readonly Column[],
  drawn: ReadonlySet<string>,
): Lane {
  const own = reports.filter(({ voice }) => drawn.has(refKey(voice)));
  const voices = voicesOf(own, archive.sideOf).flatMap((voice) => {
    const statements = voice.reports.flatMap((report) => statementOf(report) ?? []);
    const cells = columns.map(({ from, to }) => statements.filter(({ day }) => day >= from && day <= to));
    return statements.length === 0 ? [] : [{ ref: voice.ref, name: entryName(archive, voice.ref), cells }];
  });
  const first = ({ cells }: VoiceRow): number => cells.findIndex((cell) => cell.length > 0);
  const dated = reports.filter((report) => reportDay(report) !== undefined).length;
  return {
    side,
    voices: voices.sort((a, b) => first(a) - first(b) || a.name.localeCompare(b.name, 'en')),
    dated,
    undated: reports.length - dated,
  };
}

/**
 * Who stands against whom on a question: each voice's first dated report for a position, joined to those
 * that had taken another position on the last day before it, or on the same day. That they oppose each
 * other is in the ledger; that one answers the other is not.
 */
function oppositionsOn(question: Question): Opposition[] {
  if (!question.entry.data.exclusive) return [];
  const taken = question.positions.flatMap((position) =>
    position.voices.flatMap((voice) => {
      const [first] = voice.reports
        .flatMap((report) => statementOf(report) ?? [])
        .sort((a, b) => time(a.day) - time(b.day));
      return first
        ? [{ statement: first, day: first.day, position: position.id, voice: refKey(voice.ref) }]
        : [];
    }),
  );
  taken.sort((a, b) => time(a.day) - time(b.day));
  return taken.flatMap((later, index) => {
    const others = taken
      .slice(0, index)
      .filter((other) => other.position !== later.position && other.voice !== later.voice);
    const last = others.at(-1)?.day;
    return others
      .filter(({ day }) => day === last)
      .map((earlier) => ({ question, earlier: earlier.statement, later: later.statement }));
  });
}

/** The voices with the most statements, of which together there are no more than `most`. */
function mostHeard(dated: readonly Report[], most: number): Set<string> {
  const byVoice = Map.groupBy(dated, ({ voice }) => refKey(voice));
  const heard = new Set<string>();
  let room = most;
  for (const [voice, own] of [...byVoice].sort(([, a], [, b]) => b.length - a.length)) {
    if (own.length > room) continue;
    heard.add(voice);
    room -= own.length;
  }
  return heard;
}

/**
 * The statements with a known day, ready to be drawn.
 * @param most how many at most: those of the voices with the most
 */
export function statements(archive: Archive, most = MOST.statements): Statements {
  const dated = archive.reports.filter((report) => reportDay(report) !== undefined);
  const drawn = mostHeard(dated, most);
  const shown = dated.filter(({ voice }) => drawn.has(refKey(voice)));
  const days = shown.flatMap((report) => reportDay(report) ?? []);
  const columns = columnsOf(days);
  const bySide = new Map<Side, Report[]>(SIDES.map((side) => [side, []]));
  for (const report of archive.reports) bySide.get(archive.sideOf(report.voice))?.push(report);
  return {
    columns,
    lanes: [...bySide]
      .filter(([, reports]) => reports.length > 0)
      .map(([side, reports]) => laneOf(archive, side, reports, columns, drawn)),
    oppositions: archive.questions
      .flatMap(oppositionsOn)
      .filter(({ earlier, later }) =>
        [earlier, later].every(({ report }) => drawn.has(refKey(report.voice))),
      ),
  };
}

/** The voices that take other positions than this one, and not this one. */
function opponents(question: Question, position: Position): EntryRef[] {
  const own = new Set(position.voices.map(({ ref }) => refKey(ref)));
  const others = question.positions
    .filter((other) => other !== position)
    .flatMap(({ voices }) => voices.map(({ ref }) => ref))
    .filter((ref) => !own.has(refKey(ref)));
  return [...new Map(others.map((ref) => [refKey(ref), ref])).values()];
}

/** The table of the chart: every statement with a known day, by day, then in the order of the lanes. */
export function statementTable(archive: Archive, { lanes }: Statements): StatementDatum[] {
  const against = (report: Report): StatementDatum['against'] =>
    report.answers.flatMap(({ question: id, position: taken }) => {
      const question = archive.question(id);
      const position = question.positions.find((each) => each.id === taken);
      return position?.standing === 'disputed' ? [{ question, voices: opponents(question, position) }] : [];
    });
  return lanes
    .flatMap(({ side, voices }) =>
      voices.flatMap(({ cells }) =>
        cells.flat().map((statement) => ({ ...statement, side, against: against(statement.report) })),
      ),
    )
    .sort((a, b) => time(a.day) - time(b.day));
}
