// Which page refers to which, and which page cites which report.
import type { Entry } from '../model/entries.ts';
import { fieldsOf, isEntryRef, isReportRef } from '../model/references.ts';
import type { PageRef } from '../model/content-links.ts';

/** One place where a page refers to another. */
export interface Mention {
  readonly from: PageRef;
  readonly to: PageRef;
  /** The words around a link, or undefined where a field refers. */
  readonly words: string | undefined;
  /** The field that refers, or undefined where prose links. */
  readonly field: string | undefined;
}

/** One place where a page cites a report. */
export interface Use {
  readonly from: PageRef;
  /** The key of the report. */
  readonly report: string;
}

/** @returns every reference and link of an entry, and every report that it cites */
export function mentionsOf({ collection, id, data: { links, cites, ...data } }: Entry): {
  mentions: Mention[];
  uses: Use[];
} {
  const from = { collection, id };
  const mentions: Mention[] = [];
  const uses: Use[] = [];
  for (const [path, value] of fieldsOf(data)) {
    if (isEntryRef(value)) mentions.push({ from, to: value, words: undefined, field: String(path[0]) });
    else if (isReportRef(value)) uses.push({ from, report: value.id });
  }
  mentions.push(...links.map(({ to, words }) => ({ from, to, words, field: undefined })));
  uses.push(...cites.map((report) => ({ from, report })));
  return { mentions, uses };
}
