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

/** The position of each field. Entries keep this outline, because the parsed document takes many times the memory. */
interface Outline {
  /** Keys and list indexes in document order: each field stands before the fields inside it. */
  readonly steps: readonly unknown[];
  /** The offset of each step in the text, from 0. */
  readonly offsets: Uint32Array;
  /** For each step, the index of the first step that is not inside it. */
  readonly ends: Uint32Array;
}

function outlineOf(contents: unknown): Outline {
  const steps: unknown[] = [];
  const offsets: number[] = [];
  const ends: number[] = [];
  const add = (step: unknown, offset: number, value: unknown): void => {
    const at = steps.push(step) - 1;
    offsets.push(offset);
    addParts(value, offset);
    ends[at] = steps.length;
  };
  const addParts = (node: unknown, offset: number): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        // Use the position of the key, so that an unknown field or a missing value points at its name.
        if (isScalar(key)) add(key.value, key.range?.[0] ?? offset, value);
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        if (isNode(item)) add(index, item.range?.[0] ?? offset, item);
      }
    }
  };
  addParts(contents, 0);
  return { steps, offsets: Uint32Array.from(offsets), ends: Uint32Array.from(ends) };
}

/** @returns the offset of a field, or of the nearest part of its path that exists */
function offsetOf({ steps, offsets, ends }: Outline, path: FieldPath): number {
  let offset = 0;
  let [from, to] = [0, steps.length];
  for (const step of path) {
    let at = from;
    while (at < to && steps[at] !== step) at = ends[at] ?? to;
    if (at >= to) break;
    offset = offsets[at] ?? offset;
    [from, to] = [at + 1, ends[at] ?? to];
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
  const outline = outlineOf(document.contents);
  // After a syntax error the parser misreads the rest: report only the errors up to it.
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
  return {
    value: errors.length === 0 ? document.toJS() : undefined,
    place: (path) => at(offsetOf(outline, path)),
    errors,
  };
}
