// A report as pages see it: the fields of its ledger row, with its voice and its source resolved.
import { parseReportKey, type EntryRef } from '../model/references.ts';
import type { Mode, ReportRow } from '../model/schemas/ledger.ts';

/** One thing that one paragraph of one source says. */
export interface Report {
  /** `polskie-radio/11`. */
  readonly key: string;
  /** The source's id. */
  readonly source: string;
  readonly number: number;
  readonly paragraph: number;
  readonly says: string;
  readonly evidence: string;
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
  readonly about: readonly EntryRef[];
  readonly answers: readonly { readonly question: string; readonly position: string }[];
}

/**
 * Makes a report of an entry of the collection `reports`.
 * @throws RangeError where the id is no key of a report
 */
export function toReport({ id: key, data: row }: { readonly id: string; readonly data: ReportRow }): Report {
  const ref = parseReportKey(key);
  if (!ref) throw new RangeError(`Not the key of a report: ${key}`);
  return {
    key,
    source: ref.source,
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
  };
}

/** Orders reports by source, then by paragraph, then by number. */
export function inLedgerOrder(a: Report, b: Report): number {
  const bySource = a.source < b.source ? -1 : Number(a.source > b.source);
  return bySource || a.paragraph - b.paragraph || a.number - b.number;
}
