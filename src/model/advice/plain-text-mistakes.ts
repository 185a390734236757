// Checks the text of fields. All fields but the summary are plain text: Markdown would be shown as it is written.
import { badCharacters, visible } from '../characters.ts';
import type { EntryFile } from '../entries.ts';
import { fieldAt, shown, type Problem } from '../problems.ts';
import { fieldsOf } from '../references.ts';
import { ENDS_AS_SENTENCE, firstForm, PLAIN, SELDOM, type Form } from './text-forms.ts';
import type { YamlText } from '../yaml.ts';

/** Fields that are Markdown, or that have the letters of a text. */
const NOT_PLAIN = ['summary', 'evidence', 'printed', 'correct'];

/** @returns the markup problem of a field at a place, if its text has one of some forms */
function formProblem(at: ReturnType<typeof fieldAt>, text: string, forms: readonly Form[]): Problem[] {
  const form = firstForm(text, forms);
  return form ? [{ rule: 'markup', ...at, found: form.found, expected: form.expected }] : [];
}

/** Finds forms in fields of plain text that are likely a mistake. */
export function seldomForms(file: EntryFile): Problem[] {
  return [...fieldsOf(file.data)].flatMap(([path, value]) =>
    typeof value === 'string' && !NOT_PLAIN.includes(String(path.at(-1)))
      ? formProblem(fieldAt(file, path), value, SELDOM)
      : [],
  );
}

/** Fields that are no sentences. */
const TITLES: readonly unknown[] = ['title', 'answer', 'short'];

/** Fields that are lists of names. */
const NAMES: readonly unknown[] = ['aliases', 'search'];

/** @returns a problem for each field whose text has what a text cannot have. @param file for messages */
export function textProblems(yaml: YamlText, file: string): Problem[] {
  return [...fieldsOf(yaml.value)].flatMap(([path, value]): Problem[] => {
    // Text in place of all fields is a problem of the schema.
    const at = fieldAt({ file, place: yaml.place }, path);
    const name = path.at(-1);
    const digits = yaml.written(path) ?? '';
    if (Number.isInteger(value) && /^\d+\.$|^0[\dxo]|e|^\+/i.test(digits)) {
      const expected = 'a number as it is counted';
      return [{ rule: 'schema', ...at, found: digits, expected, nearest: String(value) }];
    }
    if (typeof value !== 'string' || path.length === 0) return [];
    const [between] = (NAMES.includes(path[0]) && /(?<=\p{L});\s+(?=\p{L})|\s(?:or|\/)\s/u.exec(value)) || [];
    if (between !== undefined) {
      const found = `${shown(value)}, with \`${between.trim()}\` between names`;
      return [{ rule: 'schema', ...at, found, expected: 'a comma between two names' }];
    }
    // Characters may also be written by their codes: "\u202E".
    const written = value === visible(value) ? [] : badCharacters(value);
    const characters = written.map(({ found, expected }): Problem => {
      return { rule: 'file', ...at, found, expected };
    });
    // The evidence is letter for letter what a text has.
    if (NOT_PLAIN.includes(String(name))) return characters;
    const forms = TITLES.includes(name) ? [...PLAIN, ...ENDS_AS_SENTENCE] : PLAIN;
    return [...characters, ...formProblem(at, value, forms)];
  });
}
