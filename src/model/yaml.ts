// YAML with positions: the value, and where each field of it stands in the file.
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Place } from './problems.ts';

export type FieldPath = readonly PropertyKey[];

export interface YamlText {
  readonly value: unknown;
  /** Where a field stands, or the nearest part of its path that exists. */
  readonly place: (path: FieldPath) => Place;
  readonly errors: readonly (Place & { readonly message: string })[];
}

/**
 * Parses YAML 1.2. What it would take for something else than the words that were written (an alias, a
 * tag it does not know) is an error too: `*word*` and `!word` are such.
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
  const place = (path: FieldPath): Place => {
    let node: unknown = document.contents;
    let offset = 0;
    for (const step of path) {
      if (isMap(node)) {
        // A key is named by its own place, so that an unknown field or a missing value points at it.
        const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
        if (!pair) break;
        offset = isNode(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
        node = pair.value;
      } else {
        const next: unknown = isSeq(node) && typeof step === 'number' ? node.items[step] : undefined;
        if (!isNode(next)) break;
        node = next;
        offset = next.range?.[0] ?? offset;
      }
    }
    return at(offset);
  };
  // After an error of syntax the rest is read askew: what else seems wrong there may well be right.
  const broken = document.errors.findIndex(({ code }) => code !== 'DUPLICATE_KEY');
  const told = broken < 0 ? [...document.errors, ...document.warnings] : document.errors.slice(0, broken + 1);
  const errors = told.map((error) => ({
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
  return { value: errors.length === 0 ? document.toJS() : undefined, place, errors };
}
