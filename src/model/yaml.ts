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

/** Where each field stands: every entry keeps this, and the parsed document would take many times the memory. */
interface Outline {
  /** The keys and the positions in lists by which fields are reached, each field right before what is in it. */
  readonly steps: readonly unknown[];
  /** Where each of them begins in the text, counted from 0. */
  readonly offsets: Uint32Array;
  /** For each of them, the first that is no longer in it. */
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
        // A key is named by its own place, so that an unknown field or a missing value points at it.
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

/** Where a field begins in the text, or the nearest part of its path that exists. */
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
  const outline = outlineOf(document.contents);
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
  return {
    value: errors.length === 0 ? document.toJS() : undefined,
    place: (path) => at(offsetOf(outline, path)),
    errors,
  };
}
