// Finds mistakes of form in YAML, line by line: spaces at the start of a line, after a colon, after a hyphen. The parser
// notices many of them lines later, or takes the line for a part of the value before it.
import { codeOf } from '../characters.ts';
import { shown, type Mistake, type Wrong } from '../problems.ts';
import { FIELDS } from './schema-mistakes.ts';
import { firstForm, type Form } from './text-forms.ts';

/** The value on a line such as `- title: words`. */
export const VALUE = /^\s*(?:- +)*(?:[\w-]+: +)?(.*?)\s*$/;

/** @returns the mistake with the advice to put quotes around the value on its line */
export function unquoted(text: string, offset: number, found: string): Mistake {
  const [line = ''] = text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n', 1);
  const value = VALUE.exec(line)?.[1] ?? '';
  // Between brackets, after a quotation mark or on further lines, only the editor knows where the value ends.
  const quoted = /^(?:["'{]|\[(?!@)|[>|][-+\d]*(?:$|\s*#)|$)/.test(value) ? '' : `: ${JSON.stringify(value)}`;
  return { offset, found, expected: `quotes around the whole value${quoted}` };
}

/** What is found where a colon makes a field of the words before it. */
export const COLON = 'a colon inside a value: YAML takes the words before it for the name of a field';

/** A field or a list item that later lines stand beside or below. */
interface Level {
  readonly column: number;
  /** Its column, doubled. A list item counts half a column more, since a list may stand below its field unindented. */
  readonly depth: number;
  /** As messages name it. */
  readonly name: string;
  /** True if its value may stand on the lines below. */
  open: boolean;
  /** The offset of the line, without its indent, and what stands there. */
  readonly offset: number;
  readonly words: string;
}

const FIELD = /^(["']?)([\p{L}\w-]+)\1\s*:(?:\s+(.*))?$/u;

/** @returns true for a list item, false for a field */
const isItem = ({ depth }: Pick<Level, 'depth'>): boolean => depth % 2 === 1;

const spaces = (count: number): string =>
  count === 0 ? 'no space' : count === 1 ? '1 space' : `${count} spaces`;

/** The levels that a line begins: its list items, and its field. */
function levelsOf(indent: number, hyphens: string, rest: string, offset: number): Level[] {
  const at = { offset, words: rest };
  const item = (column: number): Level => {
    return { ...at, column, depth: 2 * column + 1, name: 'a list item', open: true };
  };
  const levels = [...hyphens.matchAll(/-/g)].map(({ index }) => item(indent + index));
  const column = indent + hyphens.length;
  const [, , name, value = ''] = FIELD.exec(rest) ?? [];
  if (rest === '-') levels.push(item(column));
  else if (name !== undefined)
    levels.push({ ...at, column, depth: 2 * column, name: `\`${name}\``, open: /^(?:[#&!]|$)/.test(value) });
  else for (const last of levels.slice(-1)) last.open = rest === '';
  return levels;
}

/** Forms that no line has, without its indent. */
const FORMS: readonly Form[] = [
  [/^-\t\s*(.*)$/, 'a tab behind `-`', '1 space: `- $1`'],
  [/^-(["'“\p{L}].*)$/u, '`-` without a space behind it', '`- $1`'],
  [/^([*•–—]|\d+[.)])\s+((["']?)[\p{L}\w-]+\3\s*:(?:\s.*)?)$/u, '$1 before an item of a list', '`- $2`'],
];

/** @returns what is wrong with one line by itself */
function wrongForm(line: string): Wrong | undefined {
  const rest = line.trim();
  if (/^ *\t/.test(line)) return { found: 'a tab at the start of the line', expected: 'spaces' };
  const [, blank] = /^[ -]*([\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000])/.exec(line) ?? [];
  if (blank !== undefined) {
    const found = `${codeOf(blank)} at the start of the line, which only looks like a space`;
    return { found, expected: 'a space' };
  }
  const form = firstForm(rest, FORMS);
  if (form) return form;
  if (/^(?:\/\/|<!--|\/\*)/.test(rest))
    return { found: `a line that has no field: ${shown(rest)}`, expected: '`# words` for a comment' };
  const [, name = '', sign = '', value = ''] =
    /^(?:- +)*([\w-]+) *(:(?! |\t|$)|：|=) *(.*)$/.exec(rest) ?? [];
  if (!FIELDS.has(name)) return undefined;
  const found =
    sign === ':' ? `\`${name}:\` without a space behind the colon` : `\`${sign}\` behind \`${name}\``;
  return { found, expected: `a colon and a space: \`${name}: ${value.trim()}\`` };
}

/** Finds the first line whose form is wrong. @param covered the lines, from 0, inside values of several lines */
export function lineMistake(text: string, covered: ReadonlySet<number>): Mistake | undefined {
  let open: Level[] = [];
  let start = 0;
  for (const [number, line] of text.split('\n').entries()) {
    const [, lead = '', hyphens = '', body = ''] = /^( *)((?:- +)*)(.*)$/.exec(line.replace(/\r$/, '')) ?? [];
    const [rest, column] = [body.trim(), lead.length];
    const offset = start + column;
    start += line.length + 1;
    if (covered.has(number) || line.trim() === '' || /^(?:#|---|\.\.\.)/.test(rest)) continue;
    const wrong = wrongForm(line);
    if (wrong) return { ...wrong, offset };
    const above = open.at(-1);
    const [first, ...inner] = levelsOf(column, hyphens, rest, offset);
    if (first) {
      const kept = open.filter((level) => level.depth <= first.depth);
      const last = kept.at(-1);
      if (!(last ? last.depth === first.depth || (last.open && kept.length === open.length) : !above))
        return indentMistake(first, open);
      open = [...kept.filter((level) => level.depth < first.depth), first, ...inner];
    } else if (above && column > above.column) {
      // Words alone are the value of the field above, or the next line of its value.
      above.open = false;
    } else if (above) {
      const [, word = '', words = ''] = /^([\w-]*)\s*(.*)$/.exec(rest) ?? [];
      if (FIELDS.has(word))
        return { offset, found: `\`${word}\` without a colon`, expected: `\`${word}: ${words}\`` };
      const expected = '`name: value`; further lines of a value are indented';
      return { offset, found: `a line that has no field: ${shown(rest)}`, expected };
    }
  }
  return undefined;
}

/** @returns what is wrong where a field or a list item stands neither beside nor below one of those that are open */
function indentMistake({ column, depth, name, offset }: Level, open: readonly Level[]): Mistake {
  const item = isItem({ depth });
  const [entry, field] = open.slice(-2);
  const above = open.at(-1);
  const below = above && !above.open && column > above.column ? above : undefined;
  if (below && isItem(below) && !item) {
    const expected = `\`- ${below.words.replace(/^([\w-]+)[\s.]+/, '$1: ')}\``;
    return { offset: below.offset, found: `a list item without a field: ${shown(below.words)}`, expected };
  }
  if (entry && field && isItem(entry) && entry.offset === field.offset && column === entry.column + 2) {
    const found = `${spaces(field.column - entry.column - 1)} behind \`-\``;
    return { offset: field.offset, found, expected: `1 space: \`- ${field.words}\`` };
  }
  if (below && !item && !FIELDS.has(name.replaceAll('`', '')))
    return { offset, found: COLON, expected: 'quotes around the whole value' };
  if (below && item && !isItem(below)) {
    const expected = 'the list without that value, or quotes around a value of several lines';
    return { offset, found: `a list item below ${below.name}, which has a value`, expected };
  }
  const [near] = open
    .filter((level) => isItem(level) === item)
    .reverse()
    .sort((a, b) => Math.abs(a.column - column) - Math.abs(b.column - column));
  const right = near ? `${spaces(near.column)}, as before ${near.name} above` : 'no space';
  return { offset, found: `${spaces(column)} before ${name}`, expected: right };
}
