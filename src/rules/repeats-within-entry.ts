// A rule against saying one thing twice inside an entry: no list of fields has a value twice.
import type { EntryFile } from '../model/entries.ts';
import { fieldAt, shown, type Problem } from '../model/problems.ts';
import { fieldsOf, isEntryRef, isReportRef, refKey } from '../model/references.ts';

/** @returns a value of a list in the form in which it is compared and shown; `undefined` for a group of fields */
function itemKey(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim().toLowerCase();
  if (isEntryRef(value)) return refKey(value);
  if (isReportRef(value)) return value.id;
  if (typeof value !== 'object' || value === null) return undefined;
  // Two relations to one report would contradict each other or say the same.
  if ('to' in value) return itemKey(value.to);
  if ('value' in value && 'reports' in value) return itemKey(value.value);
  if ('on' in value && 'what' in value) return `${String(value.on)}: ${String(value.what)}`.toLowerCase();
  if (!('question' in value && 'position' in value)) return undefined;
  return `${String(value.question)}/${String(value.position)}`;
}

/** @returns true for two values whose notes tell them apart */
function haveTwoNotes(...values: readonly unknown[]): boolean {
  const notes = values.map((value) => (value as { readonly note?: string } | undefined)?.note);
  return !notes.includes(undefined) && new Set(notes).size === notes.length;
}

/** Finds values that stand twice in one list of a file, unless each has a note of its own. */
export function repeatedValues(file: EntryFile): Problem[] {
  const { data } = file;
  return [...fieldsOf(data)].flatMap(([path, list]): Problem[] => {
    if (!Array.isArray(list)) return [];
    const keys = list.map(itemKey);
    // An alias is another name than the title.
    const title = path[0] === 'aliases' && 'title' in data ? data.title : undefined;
    return keys.flatMap((key, index): Problem[] => {
      const again = keys.some(
        (other, at) => at < index && other === key && !haveTwoNotes(list[at], list[index]),
      );
      if (key === undefined || (!again && list[index] !== title)) return [];
      const sourced = typeof list[index] === 'object' && 'note' in (list[index] as object);
      const expected = sourced
        ? 'each value once, with all its reports, or a note at each'
        : 'each value once';
      return [
        {
          rule: 'duplicate',
          ...fieldAt(file, [...path, index]),
          found: `${shown(key)} a second time`,
          expected,
        },
      ];
    });
  });
}
