// Parses YAML and keeps the position of every field.
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Place } from './problems.ts';

export type FieldPath = readonly PropertyKey[];

export interface YamlText {
  readonly value: unknown;
  /** @returns the position of a field, or of the nearest part of its path that exists */
  readonly place: (path: FieldPath) => Place;
  readonly errors: readonly (Place & { readonly message: string })[];
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
 * Parses YAML 1.2. Aliases and unknown tags are errors too, because editors write `*word*` and `!word` as plain text.
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
  // After a syntax error the parser misreads the rest: report only the errors up to it.
  const broken = document.errors.findIndex(({ code }) => code !== 'DUPLICATE_KEY');
  const reported =
    broken < 0 ? [...document.errors, ...document.warnings] : document.errors.slice(0, broken + 1);
  const errors = reported.map((error) => ({
    ...at(error.pos[0]),
    message: error.message,
  }));
  if (broken < 0) {
    visit(document, {
      Alias: (_key, { source, range }) => {
        const message = `*${source} means a value named elsewhere: put quotes around it`;
        errors.push({ ...at(range?.[0] ?? 0), message });
      },
    });
  }
  return {
    value: errors.length === 0 ? document.toJS() : undefined,
    place: (path) => at(offsetOf(document.contents, path)),
    errors,
  };
}
