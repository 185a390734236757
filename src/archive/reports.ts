// A report as pages see it: the fields of its ledger row, with its voice and its source resolved.
import { parseReportKey, type EntryRef } from '../model/references.ts';
import type { Bearing, Mode, ReportRow } from '../model/schemas/ledger.ts';
import { counted } from '../util/counted.ts';
import type { Capture, HowKnown } from '../model/schemas/source.ts';

/** How one report bears on another. */
export interface Relation {
  /** The key of the other report. */
  readonly to: string;
  readonly how: Bearing;
  readonly why: string;
}

/** One thing that one paragraph of one source says. */
export interface Report {
  /** `polskie-radio/11`. */
  readonly key: string;
  /** The source's id. */
  readonly source: string;
  /** `seen` if its source was only read, not captured: the report then has no evidence. */
  readonly capture: Capture;
  readonly number: number;
  /** Counted by eye, or undefined, for a report of a seen source. */
  readonly paragraph: number | undefined;
  readonly says: string;
  readonly evidence: string | undefined;
  /** The voice. Where a text speaks for itself, the voice is its source. */
  readonly voice: EntryRef;
  /** How the text describes a voice that it does not name. */
  readonly speaker: string | undefined;
  /** The carriers between the voice and the source, nearest the voice first. */
  readonly via: readonly EntryRef[];
  readonly mode: Mode;
  /** When it was said (EDTF), if known or inferred. */
  readonly on: string | undefined;
  /** Why `on` is inferred. */
  readonly inferred: string | undefined;
  /** Who published its source, if that is known. */
  readonly publisher: EntryRef | undefined;
  /** When its source was published (EDTF), and how that is known; undefined if it is not. */
  readonly published: { readonly value: string; readonly how: HowKnown } | undefined;
  readonly about: readonly EntryRef[];
  readonly answers: readonly { readonly question: string; readonly position: string }[];
  /** The reports that it bears on. `archive.borneOnBy` has the other direction. */
  readonly bearsOn: readonly Relation[];
}

/** What a report takes over from its source. */
export type Origin = Pick<Report, 'capture' | 'published' | 'publisher'>;

/**
 * Makes a report of an entry of the collection `reports`.
 * @param originOf how a source is had, and when it was published
 * @throws RangeError where the id is no key of a report
 */
export function toReport(
  { id: key, data: row }: { readonly id: string; readonly data: ReportRow },
  originOf: (source: string) => Origin,
): Report {
  const ref = parseReportKey(key);
  if (!ref) throw new RangeError(`Not the key of a report: ${key}`);
  return {
    key,
    source: ref.source,
    ...originOf(ref.source),
    number: ref.number,
    paragraph: row.paragraph,
    says: row.says,
    evidence: row.evidence,
    voice: row.by === 'self' ? { collection: 'sources', id: ref.source } : row.by,
    speaker: row.speaker,
    via: row.via,
    mode: row.mode,
    on: row.on,
    inferred: row.inferred,
    about: row.about,
    answers: row.answers,
    bearsOn: row.bears_on.map(({ to, how, why }) => ({ to: to.id, how, why })),
  };
}

/** Orders reports of one source by paragraph, those without a paragraph last, then by number. */
export function byParagraph(a: Report, b: Report): number {
  if (a.paragraph === b.paragraph) return a.number - b.number;
  return (a.paragraph ?? Number.POSITIVE_INFINITY) - (b.paragraph ?? Number.POSITIVE_INFINITY);
}

/** Orders reports by source, then as in the ledger. */
export function inLedgerOrder(a: Report, b: Report): number {
  const bySource = a.source < b.source ? -1 : Number(a.source > b.source);
  return bySource || byParagraph(a, b);
}

/**
 * A number of reports in words, with how many of them are not held: `5 reports (2 of them from pages we did not save)`.
 */
export function reportsCounted(reports: readonly Report[]): string {
  const seen = reports.filter(({ capture }) => capture === 'seen');
  if (seen.length === 0) return counted(reports.length, 'report');
  const part = seen.length < reports.length ? `${seen.length} of them ` : seen.length > 1 ? 'all ' : '';
  const one = new Set(seen.map(({ source }) => source)).size === 1;
  const pages = `${one ? 'a page' : 'pages'} we did not save`;
  return `${counted(reports.length, 'report')} (${part}from ${pages})`;
}

/** The place of a report in its source: `¶12`; `report 3` where the paragraph is not known. */
export function reportPlace({ paragraph, number }: Report): string {
  return paragraph === undefined ? `report ${number}` : `¶${paragraph}`;
}

/** The speaker of a report in brackets: ` (“Kyiv officials”)`. Only the words of a held source stand in quotation marks. */
export function speakerWords({ speaker, capture }: Report): string {
  if (speaker === undefined) return '';
  return capture === 'held' ? ` (“${speaker}”)` : ` (${speaker})`;
}

/** The date of publication to show with a report: that of its source, if the words were said on another day. */
export function shownPublication({ on, published }: Report): Report['published'] {
  const day = (date: string | undefined): string | undefined => date?.replaceAll(/[?~%]/g, '');
  return on === undefined || day(published?.value) === day(on) ? undefined : published;
}
