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

const noteOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'note' in value ? value.note : undefined;

/** @returns true for two values whose notes tell them apart */
function haveTwoNotes(one: unknown, other: unknown): boolean {
  const [note, another] = [noteOf(one), noteOf(other)];
  return note !== undefined && another !== undefined && note !== another;
}

/** Finds values that stand twice in one list of a file, unless each has a note of its own. */
export function* repeatedValues(file: EntryFile): Iterable<Problem> {
  const { data } = file;
  for (const [path, list] of fieldsOf(data)) {
    if (!Array.isArray(list)) continue;
    const keys = list.map(itemKey);
    // An alias is another name than the title.
    const title = path[0] === 'aliases' && 'title' in data ? data.title : undefined;
    for (const [index, key] of keys.entries()) {
      const before = list.slice(0, index).filter((_value, at) => keys[at] === key);
      const again = before.some((value) => !haveTwoNotes(value, list[index]));
      if (key === undefined || (!again && list[index] !== title)) continue;
      const orNotes = noteOf(list[index]) === undefined ? '' : ', with all its reports, or a note at each';
      const at = fieldAt(file, [...path, index]);
      const found = `${shown(key)} a second time`;
      yield { rule: 'duplicate', ...at, found, expected: `each value once${orNotes}` };
    }
  }
}
