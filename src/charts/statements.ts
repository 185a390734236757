// Who spoke when: the reports whose text tells the day of the statement, by side, voice and day.
import type { Archive } from '../archive/archive.ts';
import { entryName } from '../archive/names.ts';
import { reportDay } from '../archive/order.ts';
import type { Report } from '../archive/reports.ts';
import { dateWords } from '../model/dates.ts';
import { refKey, type EntryRef } from '../model/references.ts';
import { SIDES, type Side } from '../model/sides.ts';
import { utcMonday, utcMonth, utcYear, type TimeInterval } from 'd3-time';
import { DAY, isoDay } from './time-axis.ts';

/** More columns than this are made fewer by taking weeks, months or years together. */
const MOST_COLUMNS = 12;

/** A column: a day, or as many days together as make the columns few enough. */
export interface Column {
  /** ISO days, both included. */
  readonly from: string;
  readonly to: string;
  /** "22 May 2023". */
  readonly words: string;
  /** Days between the column before and this one, on which no dated statement falls. */
  readonly silent: number;
}

export interface VoiceRow {
  readonly ref: EntryRef;
  readonly name: string;
  /** Its reports with a day, column by column. */
  readonly cells: readonly (readonly Report[])[];
}

export interface Lane {
  readonly side: Side;
  readonly voices: readonly VoiceRow[];
  /** Reports of this side with a known day of statement, and without. */
  readonly dated: number;
  readonly undated: number;
}

/** Two voices that take positions that exclude one another: each with its first report that does. */
export interface Opposition {
  readonly question: string;
  readonly earlier: Report;
  readonly later: Report;
}

export interface Statements {
  readonly columns: readonly Column[];
  readonly lanes: readonly Lane[];
  readonly oppositions: readonly Opposition[];
}
