// Finds mistakes of form in YAML, line by line: spaces at the start of a line, after a colon, after a hyphen. The parser
// notices many of them lines later, or takes the line for a part of the value before it.
import { codeOf } from '../characters.ts';
import { shown, type Mistake, type Wrong } from '../problems.ts';

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

/** @returns what is wrong with one line by itself */
function wrongForm(line: string, fields: ReadonlySet<string>): Wrong | undefined {
  const rest = line.trim();
  if (/^ *\t/.test(line)) return { found: 'a tab at the start of the line', expected: 'spaces' };
  const blank = /^[ -]*([\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000])/.exec(line)?.[1];
  if (blank)
    return {
      found: `${codeOf(blank)} at the start of the line, which only looks like a space`,
      expected: 'a space',
    };
  if (/^-\t/.test(rest))
    return { found: 'a tab behind `-`', expected: `1 space: \`- ${rest.slice(1).trim()}\`` };
  if (/^-["'“\p{L}]/u.test(rest))
    return { found: '`-` without a space behind it', expected: `\`- ${rest.slice(1)}\`` };
  const [, bullet, item = ''] = /^([*•–—]|\d+[.)])\s+(.*)$/.exec(rest) ?? [];
  if (bullet !== undefined && FIELD.test(item))
    return { found: `${bullet} before an item of a list`, expected: `\`- ${item}\`` };
  if (/^(?:\/\/|<!--|\/\*)/.test(rest))
    return { found: `a line that has no field: ${shown(rest)}`, expected: '`# words` for a comment' };
  const [, name = '', sign = '', value = ''] =
    /^(?:- +)*([\w-]+) *(:(?! |\t|$)|：|=) *(.*)$/.exec(rest) ?? [];
  if (!fields.has(name)) return undefined;
  const found =
    sign === ':' ? `\`${name}:\` without a space behind the colon` : `\`${sign}\` behind \`${name}\``;
  return { found, expected: `a colon and a space: \`${name}: ${value.trim()}\`` };
}

/**
 * Finds the first line whose form is wrong.
 * @param covered the lines, from 0, inside values of several lines: they have no form of their own
 * @param fields the names of all fields that content has
 */
export function lineMistake(
  text: string,
  covered: ReadonlySet<number>,
  fields: ReadonlySet<string>,
): Mistake | undefined {
  let open: Level[] = [];
  let start = 0;
  for (const [number, line] of text.split('\n').entries()) {
    const [, lead = '', hyphens = '', body = ''] = /^( *)((?:- +)*)(.*)$/.exec(line.replace(/\r$/, '')) ?? [];
    const [rest, column] = [body.trim(), lead.length];
    const offset = start + column;
    start += line.length + 1;
    if (covered.has(number) || line.trim() === '' || /^(?:#|---|\.\.\.)/.test(rest)) continue;
    const wrong = wrongForm(line, fields);
    if (wrong) return { offset, ...wrong };
    const above = open.at(-1);
    const [first, ...inner] = levelsOf(column, hyphens, rest, offset);
    if (!first) {
      // Words alone are the value of the field above, or the next line of its value.
      if (above && column > above.column) above.open = false;
      else if (above) {
        const [, word = '', words = ''] = /^([\w-]*)\s*(.*)$/.exec(rest) ?? [];
        return fields.has(word)
          ? { offset, found: `\`${word}\` without a colon`, expected: `\`${word}: ${words}\`` }
          : {
              offset,
              found: `a line that has no field: ${shown(rest)}`,
              expected: '`name: value`; further lines of a value are indented',
            };
      }
      continue;
    }
    const { depth, name } = first;
    const kept = open.filter((level) => level.depth <= depth);
    const last = kept.at(-1);
    if (!(last ? last.depth === depth || (last.open && kept.length === open.length) : !above)) {
      const item = depth % 2 === 1;
      const [entry, field] = open.slice(-2);
      if (above && !above.open && above.depth % 2 === 1 && !item && column > above.column)
        return {
          offset: above.offset,
          found: `a list item without a field: ${shown(above.words)}`,
          expected: `\`- ${above.words.replace(/^([\w-]+)[\s.]+/, '$1: ')}\``,
        };
      if (
        entry &&
        field &&
        entry.depth % 2 === 1 &&
        entry.offset === field.offset &&
        column === entry.column + 2
      )
        return {
          offset: field.offset,
          found: `${spaces(field.column - entry.column - 1)} behind \`-\``,
          expected: `1 space: \`- ${field.words}\``,
        };
      if (above && !above.open && column > above.column) {
        if (!item && !fields.has(name.replaceAll('`', '')))
          return { offset, found: COLON, expected: 'quotes around the whole value' };
        if (item && above.depth % 2 === 0)
          return {
            offset,
            found: `a list item below ${above.name}, which has a value`,
            expected: 'the list without that value, or quotes around a value of several lines',
          };
      }
      const [near] = open
        .filter((level) => level.depth % 2 === depth % 2)
        .reverse()
        .sort((a, b) => Math.abs(a.column - column) - Math.abs(b.column - column));
      const right = near ? `${spaces(near.column)}, as before ${near.name} above` : 'no space';
      return { offset, found: `${spaces(column)} before ${name}`, expected: right };
    }
    open = [...kept.filter((level) => level.depth < depth), first, ...inner];
  }
  return undefined;
}
