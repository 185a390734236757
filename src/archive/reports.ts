// A report as pages see it: the fields of its ledger row, with its voice and its source resolved.
import type { Entry } from '../model/entries.ts';
import { parseReportKey, type EntryRef } from '../model/references.ts';
import type { Bearing, ReportRow } from '../model/schemas/ledger.ts';
import { counted } from '../util/counted.ts';
import type { Capture, HowKnown } from '../model/schemas/source.ts';

/** What a report takes over from its source. */
export interface Origin {
  /** `seen` if the source was only read, not captured: the report then has no evidence. */
  readonly capture: Capture;
  /** When the source was published (EDTF), and how that is known; undefined if it is not. */
  readonly published: { readonly value: string; readonly how: HowKnown } | undefined;
  /** Who published the source, if that is known. */
  readonly publisher: EntryRef | undefined;
}

/** One thing that one paragraph of one source says: the fields of its row, whose schema describes them, and more. */
export interface Report extends Origin, Readonly<Omit<ReportRow, 'id' | 'by' | 'via' | 'bears_on'>> {
  /** `polskie-radio/11`. */
  readonly key: string;
  /** The source's id. */
  readonly source: string;
  readonly number: number;
  /** The voice. Where a text speaks for itself, the voice is its source. */
  readonly voice: EntryRef;
  /** The carriers between the voice and the source, nearest the voice first. */
  readonly via: readonly EntryRef[];
  /** The reports that it bears on, by their keys. `archive.borneOnBy` has the other direction. */
  readonly bearsOn: readonly { readonly to: string; readonly how: Bearing; readonly why: string }[];
}

/**
 * Makes a report of an entry of the collection `reports`.
 * @param originOf how a source is had, and when it was published
 * @throws RangeError where the id is no key of a report
 */
export function toReport(
  { id: key, data: { id: number, by, bears_on: bears, ...row } }: Pick<Entry<'reports'>, 'id' | 'data'>,
  originOf: (source: string) => Origin,
): Report {
  const source = parseReportKey(key)?.source;
  if (source === undefined) throw new RangeError(`Not the key of a report: ${key}`);
  return {
    ...row,
    ...originOf(source),
    key,
    source,
    number,
    voice: by === 'self' ? { collection: 'sources', id: source } : by,
    bearsOn: bears.map(({ to, ...bearing }) => ({ ...bearing, to: to.id })),
  };
}

/** Orders reports of one source by paragraph, those without a paragraph last, then by number. */
export function byParagraph(a: Report, b: Report): number {
  return (a.paragraph ?? Infinity) - (b.paragraph ?? Infinity) || a.number - b.number;
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

/**
 * The speaker of a report in brackets: ` (“Kyiv officials”)`. Only the words of a held source stand in quotation marks.
 * @param label stands before the speaker, where the bracket is not behind the name of the voice
 */
export function speakerWords({ speaker, capture }: Report, label = ''): string {
  if (speaker === undefined) return '';
  return ` (${label}${capture === 'held' ? `“${speaker}”` : speaker})`;
}

/** The date of publication to show with a report: that of its source, if the words were said on another day. */
export function shownPublication({ on, published }: Report): Report['published'] {
  const day = (date: string | undefined): string | undefined => date?.replaceAll(/[?~%]/g, '');
  return on === undefined || day(published?.value) === day(on) ? undefined : published;
}
