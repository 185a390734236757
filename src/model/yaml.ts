// Parses YAML and keeps the position of every field.
import { isMap, isNode, isScalar, isSeq, Lexer, LineCounter, parseDocument, visit } from 'yaml';
import type { Place } from './problems.ts';

export type FieldPath = readonly PropertyKey[];

export interface YamlText {
  readonly value: unknown;
  /** @returns the position of a field, or of the nearest part of its path that exists */
  readonly place: (path: FieldPath) => Place;
  readonly errors: readonly (Place & { readonly message: string; readonly expected?: string })[];
}

/** A mistake, with its offset in the text and what would be right. */
interface Mistake {
  readonly offset: number;
  readonly message: string;
  readonly expected?: string;
}

/** The value on a line such as `- title: words`. */
const VALUE = /^\s*(?:- +)*(?:[\w-]+: +)?(.*?)\s*$/;

/** @returns the mistake with the advice to put quotes around the value on its line */
function unquoted(text: string, offset: number, message: string): Required<Mistake> {
  const [line = ''] = text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n', 1);
  const value = VALUE.exec(line)?.[1] ?? '';
  // Between brackets or after a quotation mark, only the editor knows where the value ends.
  const quoted = /^["'[{>|]|^$/.test(value) ? '' : `: ${JSON.stringify(value)}`;
  return { offset, message, expected: `quotes around the whole value${quoted}` };
}

/** Finds comments that follow something on their line. YAML cuts `Saboteur #1` to `Saboteur` without an error. */
function trailingComments(text: string): Mistake[] {
  if (!/\S[ \t]+#/.test(text)) return [];
  const found: Mistake[] = [];
  let offset = 0;
  let before = '\n';
  for (const token of new Lexer().lex(text)) {
    // Tokens of one control character mark the start of a scalar, of a document or the end of a list: no text.
    const isMark = /^[\x02\x18\x1f]$/.test(token);
    if (token.startsWith('#') && before !== '\x1f' && !before.endsWith('\n')) {
      const mistake = unquoted(
        text,
        offset,
        `a comment after a value: YAML leaves out ${JSON.stringify(token)}`,
      );
      found.push({ ...mistake, expected: `${mistake.expected}, or the comment on a line of its own` });
    }
    if (!isMark) offset += token.length;
    if (token === '\x1f' || /\S/.test(token) || token.endsWith('\n')) before = token;
  }
  return found;
}

/** @returns the offset of a field in the text, or of the nearest part of its path that exists */
function offsetOf(contents: unknown, path: FieldPath): number {
  let offset = 0;
  let node = contents;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!pair) break;
      // Use the position of the key, so that an unknown field or a missing value points at its name.
      offset = (isScalar(pair.key) ? pair.key.range?.[0] : undefined) ?? offset;
      node = pair.value;
    } else {
      const item = isSeq(node) && typeof step === 'number' ? node.items[step] : undefined;
      if (!isNode(item)) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    }
  }
  return offset;
}

/**
 * Parses YAML 1.2. Aliases, anchors, unknown tags and comments after a value are errors too, because editors write
 * `*word*`, `&word`, `!word` and `word #1` as plain text.
 * @param text the YAML
 * @param line the file's line on which `text` begins, from 1
 */
export function readYaml(text: string, line: number): YamlText {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number): Place => {
    const { line: row, col } = counter.linePos(offset);
    return { line: Math.max(row, 1) + line - 1, column: Math.max(col, 1) };
  };
  const mistakes: Mistake[] = [...document.errors, ...document.warnings].map(
    ({ code, message, pos: [offset] }) =>
      /^BLOCK_(?:AS_IMPLICIT_KEY|IN_FLOW)$/.test(code) && /^[^\n]*?:[ \n]/.test(text.slice(offset))
        ? unquoted(
            text,
            offset,
            'a colon inside a value: YAML takes the words before it for the name of a field',
          )
        : code === 'BAD_SCALAR_START'
          ? unquoted(text, offset, message)
          : { offset, message },
  );
  visit(document, {
    Alias: (_key, { source, range }) => {
      mistakes.push(unquoted(text, range?.[0] ?? 0, `*${source} means a value named elsewhere`));
    },
    Value: (_key, { anchor, range }) => {
      // The range of a node begins behind its anchor.
      const offset = text.lastIndexOf('&', range?.[0]);
      if (anchor !== undefined) mistakes.push(unquoted(text, offset, `&${anchor} names a value`));
    },
  });
  mistakes.push(...trailingComments(text));
  // After a syntax error the parser misreads the rest: report only the mistakes up to it.
  const broken = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY')?.pos[0];
  const errors = mistakes
    .filter(({ offset }) => broken === undefined || offset <= broken)
    .sort((a, b) => a.offset - b.offset)
    .filter(({ offset }, index, sorted) => offset !== sorted[index - 1]?.offset)
    .map(({ offset, ...mistake }) => ({ ...at(offset), ...mistake }));
  return {
    value: errors.length === 0 ? document.toJS() : undefined,
    place: (path) => at(offsetOf(document.contents, path)),
    errors,
  };
}
