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

/** @returns every reference and link of an entry, and the keys of the reports that it cites */
export function mentionsOf({ collection, id, data: { links, cites, ...data } }: Entry): {
  from: PageRef;
  mentions: Mention[];
  cites: string[];
} {
  const from = { collection, id };
  const fields = [...fieldsOf(data)];
  return {
    from,
    mentions: [
      ...fields.flatMap(([[field], value]) =>
        isEntryRef(value) ? [{ from, to: value, words: undefined, field: String(field) }] : [],
      ),
      ...links.map(({ to, words }) => ({ from, to, words, field: undefined })),
    ],
    cites: [...fields.flatMap(([, value]) => (isReportRef(value) ? value.id : [])), ...cites],
  };
}
