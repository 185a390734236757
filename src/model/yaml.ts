// Parses YAML and keeps the position of every field.
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Place, Wrong } from './problems.ts';
import { yamlMistakes } from './advice/yaml-mistakes.ts';

export type FieldPath = readonly PropertyKey[];

export interface YamlText {
  readonly value: unknown;
  /** @returns the position of a field, or of the nearest part of its path that exists */
  readonly place: (path: FieldPath) => Place;
  /** @returns the number or word at a path as it is written: `1e5`, not 100000 */
  readonly written: (path: FieldPath) => string | undefined;
  readonly errors: readonly (Place & Wrong)[];
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
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: false });
  const at = (offset: number): Place => {
    const { line: row, col } = counter.linePos(offset);
    return { line: Math.max(row, 1) + line - 1, column: Math.max(col, 1) };
  };
  const errors = yamlMistakes(text, document).map(({ offset, ...mistake }) => {
    return { ...at(offset), ...mistake };
  });
  return {
    value: errors.length === 0 ? document.toJS() : undefined,
    place: (path) => at(offsetOf(document.contents, path)),
    written: (path) => {
      const node = document.getIn(path, true);
      return isScalar(node) ? node.source : undefined;
    },
    errors,
  };
}
