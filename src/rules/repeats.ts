// Rules against saying one thing twice inside an entry: a value twice in a list, or both sides of an exclusive question.
import type { EntryFile, EntryFiles } from '../model/entries.ts';
import { shown, type Problem } from '../model/problems.ts';
import { fieldsOf, isEntryRef, isReportRef, refKey } from '../model/references.ts';
import { fieldName } from '../model/schema-words.ts';

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
export function repeatedValues({ file, data, place }: EntryFile): Problem[] {
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
      const field = [...path, index];
      const at = { file, ...place(field), field: fieldName(field) };
      const sourced = typeof list[index] === 'object' && 'note' in (list[index] as object);
      const expected = sourced
        ? 'each value once, with all its reports, or a note at each'
        : 'each value once';
      return [{ rule: 'duplicate', ...at, found: `${shown(key)} a second time`, expected }];
    });
  });
}

/** Finds reports that take two positions of a question whose positions exclude each other, and answers that stand twice. */
export function contraryPositions({ questions, reports }: EntryFiles): Problem[] {
  const exclusive = new Set(questions.filter(({ data }) => data.exclusive).map(({ id }) => id));
  const contrary = reports.flatMap(({ file, place, data }) =>
    data.reports.flatMap(({ answers }, index) =>
      answers.flatMap(({ question, position }, at): Problem[] => {
        const other = answers.slice(0, at).find((before) => before.question === question);
        if (!other || other.position === position || !exclusive.has(question)) return [];
        const path = ['reports', index, 'answers', at];
        const found = `${question}/${position} beside ${question}/${other.position}`;
        const expected = 'one position: the answers of this question exclude each other (`exclusive`)';
        return [{ rule: 'position', file, ...place(path), field: fieldName(path), found, expected }];
      }),
    ),
  );
  const same = questions.flatMap(({ file, place, data: { positions } }) => {
    const answers = positions.map(({ answer }) => answer.toLowerCase());
    return answers.flatMap((answer, index): Problem[] => {
      if (answers.indexOf(answer) === index) return [];
      const path = ['positions', index, 'answer'];
      const expected = 'an answer that no other position has';
      return [
        { rule: 'duplicate', file, ...place(path), field: fieldName(path), found: shown(answer), expected },
      ];
    });
  });
  return [...contrary, ...same];
}
