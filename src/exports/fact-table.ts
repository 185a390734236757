// The facts of all entries as a table.
import type { Archive } from '../archive/archive.ts';
import { distanceWords, entryName } from '../archive/names.ts';
import { isEntryRef, refKey, type EntryRef, type ReportRef } from '../model/references.ts';
import type { Distance } from '../model/schemas/place.ts';
import { HOW, pageEntries, table, type Table } from './table.ts';

/** A value of a field with its reports or, for a fact about a source text, with how the fact is known. */
interface Value {
  readonly value: string | EntryRef | Distance;
  readonly reports?: readonly ReportRef[];
  readonly how?: string;
  readonly note?: string;
  readonly inferred?: string;
}

function isValue(item: unknown): item is Value {
  return typeof item === 'object' && item !== null && 'value' in item && ('reports' in item || 'how' in item);
}

/** A number without the commas between its thousands, which programs read as 6 or 6.000; other text as it is. */
function plainNumber(text: string): string {
  return /^\d{1,3}(?:,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text;
}

/** One row for each value of each infobox: fields on which sources disagree have several rows. */
export function factTable(archive: Archive): Table {
  const items = pageEntries(archive).flatMap((entry) =>
    Object.entries(entry.data).flatMap(([field, content]) =>
      [content].flat().flatMap((item) => (isValue(item) ? [{ entry, field, item }] : [])),
    ),
  );
  return table(items, {
    entity: { means: 'The entry that the fact is about.', of: ({ entry }) => refKey(entry) },
    entity_name: { means: 'The name of that entry.', of: ({ entry }) => entryName(archive, entry) },
    field: {
      means: 'What kind of fact it is: date, leaders, population and so on.',
      of: ({ field }) => field,
    },
    value: {
      means:
        'The fact itself: words, a number (6000 where the page prints 6,000), a date (EDTF), or the key of an entry.',
      of: ({ item: { value } }) =>
        isEntryRef(value)
          ? refKey(value)
          : typeof value === 'object'
            ? distanceWords(archive, value)
            : plainNumber(value),
    },
    value_name: {
      means: 'The name of the entry, if the value is the key of one.',
      of: ({ item }) => (isEntryRef(item.value) ? entryName(archive, item.value) : undefined),
    },
    reports: {
      means: 'The reports that give it.',
      type: 'list',
      of: ({ item }) => item.reports?.map(({ id }) => id) ?? [],
    },
    how_known: {
      means: 'How the fact is known: only for facts about a source text, which rest on no report.',
      vocabulary: HOW,
      of: ({ item }) => item.how,
    },
    note: { means: 'A remark on the value.', of: ({ item }) => item.note },
    inferred: {
      means: 'How we inferred it, if no text states it outright.',
      of: ({ item }) => item.inferred,
    },
  });
}
