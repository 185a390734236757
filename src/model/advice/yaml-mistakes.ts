// Says what is wrong with YAML in the words of editors, at the place where the mistake was made. The parser's own words
// are those of the YAML specification, and name the place where it could not go on.
import { isNode, isScalar, Lexer, visit, type Document, type YAMLError } from 'yaml';
import { shown, type Mistake } from '../problems.ts';
import { COLON, lineMistake, unquoted, VALUE } from './yaml-lines.ts';

interface Token {
  readonly offset: number;
  readonly source: string;
  /** True for text without quotation marks: a plain value or a block of lines. */
  readonly text: boolean;
}

function tokensOf(yaml: string): Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  let text = false;
  for (const source of new Lexer().lex(yaml)) {
    // Tokens of one control character mark the start of a text, of a document or the end of a list.
    if (source === '\x1f') text = true;
    else if (source !== '\x02') {
      tokens.push({ offset, source, text });
      if (source !== '\x18') offset += source.length;
      text = false;
    }
  }
  return tokens;
}

/** @returns the line of an offset, from 0; -1 before the text */
const lineOf = (yaml: string, offset: number): number =>
  offset < 0 ? -1 : yaml.slice(0, offset).split('\n').length - 1;

/** The lines, from 0, inside quoted values, blocks and bracketed lists of several lines. */
function coveredLines(tokens: readonly Token[]): Set<number> {
  const covered = new Set<number>();
  let depth = 0;
  let opened = 0;
  let line = 0;
  const cover = (from: number, to: number): void => {
    for (let each = from; each <= to; each += 1) covered.add(each);
  };
  for (const [index, { source, text }] of tokens.entries()) {
    const lines = source.split('\n').length - 1;
    const header = tokens
      .slice(Math.max(0, index - 3), index)
      .some((each) => /^[|>][-+\d]*$/.test(each.source));
    if (text && header) cover(line, line + lines - 1);
    else if (!text && /^["']/.test(source)) cover(line + 1, line + lines);
    if (!text && /^[[{]$/.test(source)) {
      if (depth === 0) opened = line;
      depth += 1;
    } else if (!text && /^[\]}]$/.test(source)) {
      depth = Math.max(0, depth - 1);
      if (depth === 0) cover(opened + 1, line);
    } else if (source === '\x18') depth = 0;
    line += lines;
  }
  return covered;
}

/** Finds comments that follow something on their line. YAML cuts `Saboteur #1` to `Saboteur` without an error. */
function trailingComments(yaml: string, tokens: readonly Token[]): Mistake[] {
  return tokens.flatMap(({ offset, source, text }): Mistake[] => {
    const before = yaml.slice(yaml.lastIndexOf('\n', offset - 1) + 1, offset);
    if (text || !source.startsWith('#') || before.trim() === '') return [];
    const found = `a comment after a value: YAML leaves out ${JSON.stringify(source)}`;
    const { expected } = unquoted(yaml, offset, found);
    return [{ offset, found, expected: `${expected}, or the comment on a line of its own` }];
  });
}

/** Finds the first quotation mark whose partner is missing, so that it takes in the fields below. */
function openQuote(tokens: readonly Token[]): Mistake | undefined {
  const swallows = /\n\s*(?:- +)*(?:[a-z_]\w*:(?:\s|$)|- )/;
  const quote = tokens.find(
    ({ source, text }) =>
      !text && /^["']/.test(source) && (!/^(["'])[^]*\1$/.test(source) || swallows.test(source)),
  );
  if (!quote) return undefined;
  const mark = quote.source.charAt(0);
  const [words = ''] = quote.source.split('\n', 1);
  const whole = /[\]}]\s*$/.test(words) ? '' : `: ${words.trimEnd()}${mark}`;
  const expected = `${mark} at the end of the value${whole}`;
  return { offset: quote.offset, found: `${mark} that is never closed`, expected };
}

const PARTNERS: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** Finds the first bracket without a partner. */
function openBracket(tokens: readonly Token[]): Mistake | undefined {
  const open: Token[] = [];
  const unclosed = ({ offset, source }: Token): Mistake => {
    const expected = `${PARTNERS[source]} at the end of the list`;
    return { offset, found: `${source} that is never closed`, expected };
  };
  for (const token of tokens) {
    const { offset, source, text } = token;
    const last = open.at(-1);
    if (text) continue;
    if (source in PARTNERS) open.push(token);
    else if (source === '\x18' && last) return unclosed(last);
    else if (source === ']' || source === '}') {
      if (!last)
        return { offset, found: `${source} without a bracket that it closes`, expected: 'nothing here' };
      const expected = PARTNERS[last.source] ?? '';
      if (expected !== source) return { offset, found: `${source} closes ${last.source}`, expected };
      open.pop();
    }
  }
  const [first] = open;
  return first && unclosed(first);
}

/** Finds names and aliases of values, and fields that stand twice. Editors write `*word*` and `&word` as plain text. */
function repeatedAndNamed(yaml: string, document: Document.Parsed): Mistake[] {
  const mistakes: Mistake[] = [];
  visit(document, {
    Alias: (_key, { source, range }) => {
      mistakes.push(unquoted(yaml, range?.[0] ?? 0, `*${source} means a value named elsewhere`));
    },
    Value: (_key, { anchor, range }) => {
      // The range of a node begins behind its anchor.
      const offset = yaml.lastIndexOf('&', range?.[0]);
      if (anchor !== undefined) mistakes.push(unquoted(yaml, offset, `&${anchor} names a value`));
    },
    Map: (_key, map) => {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key) || key.value === null) {
          const offset = (isNode(key) ? key.range?.[0] : map.range?.[0]) ?? 0;
          // After an error of syntax, what stands before a colon is misread.
          if (document.errors.length === 0)
            mistakes.push(unquoted(yaml, offset, 'a colon without the name of a field before it'));
          continue;
        }
        const found = `\`${String(key.value)}\` a second time`;
        const expected = 'each field once: put both values into one field, or delete one of them';
        if (seen.has(key.value)) mistakes.push({ offset: key.range?.[0] ?? 0, found, expected });
        seen.add(key.value);
      }
    },
  });
  return mistakes;
}

/** @returns the mistake behind an error about words that follow a finished value on its line */
function wordsBehind(yaml: string, offset: number): Mistake {
  const start = yaml.lastIndexOf('\n', offset - 1) + 1;
  const [line = ''] = yaml.slice(start).split('\n', 1);
  const behind = line.slice(offset - start);
  const before = line.slice(0, offset - start).trimEnd();
  const mark = before.at(-1) ?? '';
  if (/^,\s*$/.test(behind)) return { offset, found: 'a comma behind the value', expected: 'no comma' };
  if (behind.startsWith(',')) {
    const found = 'a comma and words behind the value';
    return { offset, found, expected: 'one value; a list stands in [ ]' };
  }
  if (!/["']/.test(mark)) {
    const value = JSON.stringify(VALUE.exec(line)?.[1] ?? '');
    return { offset, found: `words behind ${mark}`, expected: `quotes around the whole value: ${value}` };
  }
  if (yaml.charAt(offset - 1) !== mark || !behind.includes(mark)) {
    const found = 'words behind a quotation mark that ends the value';
    return { offset, found, expected: 'quotes around the whole value' };
  }
  const [, words] = /^(?:- +)*(?:[\w-]+:\s+)?["'](.*)["']$/.exec(line.trim()) ?? [];
  const other = words?.includes('"')
    ? `'${words.replaceAll("'", "''")}'`
    : `"${words?.replaceAll("''", "'")}"`;
  const inside = mark === "'" ? "an apostrophe inside '…'" : 'a quotation mark inside "…"';
  const expected = `other quotation marks around the value${words === undefined ? '' : `: ${other}`}`;
  return { offset: offset - 1, found: `${inside}, which ends the value`, expected };
}

/** @returns an error of the parser in our words */
function translated(yaml: string, { code, message, pos }: YAMLError): Mistake {
  const [offset] = pos;
  const rest = yaml.slice(offset);
  const wrong = (found: string, expected: string): Mistake => ({ offset, found, expected });
  if (rest.startsWith('? ')) return unquoted(yaml, offset, 'a value that begins with ?');
  if (code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'BLOCK_IN_FLOW') {
    const [, words = '', name] = /^([^\n:]*?)(?:\s+([a-z_]+))?:[ \n]/.exec(rest) ?? [];
    return code === 'BLOCK_IN_FLOW' && name && words
      ? wrong(COLON, `quotes around the whole value, or a comma before \`${name}\``)
      : unquoted(yaml, offset, COLON);
  }
  if (/^Not a YAML token/.test(message)) return unquoted(yaml, offset, 'a value that begins with | or >');
  const [, key] = /^@([\w-]+\/\d+)/.exec(rest) ?? [];
  if (key !== undefined && yaml.charAt(offset - 1) === '[' && /^@[^\]\n]*\] *[^\s#]/.test(rest))
    return unquoted(yaml, offset - 1, 'a value that begins with a citation');
  // In a list, or as the whole value; else it begins a text.
  const alone = /[[,]\s*$/.test(yaml.slice(0, offset)) || /^@[\w-]+\/\d+\s*(?:$|#)/m.test(rest);
  if (key !== undefined && alone) return wrong(`@${key}`, `the report without @: ${key}`);
  if (code === 'BAD_SCALAR_START' || code === 'TAG_RESOLVE_FAILED')
    return unquoted(yaml, offset, `a value that begins with ${rest.charAt(0)}`);
  if (/^Unexpected block-seq-ind/.test(message)) return unquoted(yaml, offset, 'a value that begins with -');
  if (/(?:scalar|flow-(?:seq|map)-start) at node end$/.test(message)) return wordsBehind(yaml, offset);
  if (code === 'BAD_DQ_ESCAPE')
    return wrong(
      `the backslash in ${rest.slice(0, 2)}`,
      'two backslashes, or single quotes around the value',
    );
  if (code === 'MULTIPLE_DOCS') return wrong('a line `---` or `...` between the fields', 'no such line');
  if (/^Unexpected , in flow/.test(message)) return wrong('a comma too many', 'one comma between two values');
  const [line = ''] = rest.split('\n', 1);
  const found = `YAML that cannot be read at ${shown(line)}: ${message}`;
  return wrong(found, '`name: value`, one field a line');
}

/** Finds syntax errors, and what YAML would silently read as something else. No mistake follows from another. */
export function yamlMistakes(yaml: string, document: Document.Parsed): Mistake[] {
  const tokens = tokensOf(yaml);
  const line = (mistake?: Mistake): number => (mistake ? lineOf(yaml, mistake.offset) : -1);
  const comments = trailingComments(yaml, tokens);
  const quote = openQuote(tokens);
  const form = quote ? undefined : lineMistake(yaml, coveredLines(tokens));
  const bracket = document.errors.length > 0 && !quote ? openBracket(tokens) : undefined;
  // A comment may take in the bracket that closes a list.
  const commented = comments.some((comment) => line(comment) === line(bracket));
  const [error]: YAMLError[] = [...document.errors, ...document.warnings];
  // The parser may notice a wrong indent at the value before it.
  const limit = error ? lineOf(yaml, error.pos[0]) + 1 : Number.POSITIVE_INFINITY;
  const [first] = [quote, form, commented ? undefined : bracket]
    .filter((each) => each !== undefined)
    .filter((each) => line(each) <= limit)
    .sort((a, b) => a.offset - b.offset);
  const syntax = commented ? undefined : (first ?? (error && translated(yaml, error)));
  return [...(syntax ? [syntax] : []), ...repeatedAndNamed(yaml, document), ...comments]
    .filter((each) => syntax === undefined || line(each) <= line(syntax))
    .sort((a, b) => a.offset - b.offset)
    .filter((each, index, sorted) => line(each) !== line(sorted[index - 1]));
}
