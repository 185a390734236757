// A problem is one thing that an editor has to correct: its place, what was found, what would be right.
import { counted } from '../util/counted.ts';
import { closest, distance } from 'fastest-levenshtein';
import { plain } from './characters.ts';
import { NEW_KINDS } from './collections.ts';
import type { FieldPath } from './yaml.ts';

/** The rules that the build enforces on content. */
export type Rule =
  | 'file' // wrong folder, wrong name, wrong encoding, empty
  | 'syntax' // YAML or MDX that cannot be read
  | 'schema' // a value the schema refuses (a reference of the wrong kind too), an unknown field
  | 'duplicate' // one id, one title or one text twice
  | 'reference' // to nothing, or a platform as a voice
  | 'coverage' // a paragraph neither reported nor unused, or both, or out of range
  | 'relation' // a relation between reports to itself, in a circle, or against time
  | 'position' // a position without reports, or a report without its position
  | 'citation' // prose without evidence
  | 'count' // a count of sources that is written by hand
  | 'phrase' // words that the style refuses
  | 'markup' // HTML, script or imports in prose
  | 'link' // a link or anchor that leads nowhere
  | 'address' // a published address where nothing is any more
  | 'fixity'; // a capture that differs from the text of the ledger

export interface Problem {
  readonly rule: Rule;
  /** Path from the project's root, with forward slashes. */
  readonly file: string;
  /** From 1; 0 where the whole file is meant. */
  readonly line: number;
  /** From 1; 0 where the whole line is meant. */
  readonly column: number;
  /** The field, such as `reports[3].by`, or the part of the text. */
  readonly field: string;
  readonly found: string;
  readonly expected: string;
  /** The most similar value that exists, where there is one. */
  readonly nearest?: string | undefined;
  /** The entry that a reference names and that does not exist, as `collection/id`. */
  readonly missing?: string | undefined;
  /** A reference that a schema refused, with the kinds that it accepts: src/model/advice/nearest-reference.ts finds the nearest. */
  readonly meant?: { readonly word: string; readonly among: readonly string[] } | undefined;
}

/** What was found, and what would be right. */
export type Wrong = Pick<Problem, 'found' | 'expected'>;

/** What would be right, and what was probably meant. */
export type Advice = Pick<Problem, 'expected' | 'nearest' | 'missing' | 'meant'>;

/** A mistake in a text, with its offset from 0. */
export interface Mistake extends Wrong {
  readonly offset: number;
}

/** The place of a value in its file; line and column count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** @returns the name of a field for messages: `reports[3].by` */
export function fieldName(path: FieldPath): string {
  return path.reduce<string>(
    (name, step) =>
      typeof step === 'number' ? `${name}[${step}]` : name ? `${name}.${String(step)}` : String(step),
    '',
  );
}

/** @returns the place and the name of a field, for a problem of it */
export const fieldAt = (
  { file, place }: { readonly file: string; readonly place: (path: FieldPath) => Place },
  path: FieldPath,
) => ({ file, ...place(path), field: fieldName(path) });

/** @returns a problem of a file or folder as a whole */
export function fileProblem(file: string, field: string, wrong: Wrong & Advice): Problem {
  return { rule: 'file', file, line: 0, column: 0, field, ...wrong };
}

/** Finds the name probably meant: the most similar one, if it differs by at most two letters in five. */
export function nearest(found: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const word = plain(found).toLowerCase();
  const names = candidates.map((name) => name.toLowerCase());
  const best = closest(word, names);
  const edits = distance(word, best);
  return edits < word.length && edits <= Math.max(2, Math.ceil(word.length * 0.4))
    ? candidates[names.indexOf(best)]
    : undefined;
}

/** @returns a value as JSON on one line, cut after 88 characters */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const line = JSON.stringify(value) ?? String(value);
  return line.length > 90 ? `${line.slice(0, 88)} …` : line;
}

/** The most further places that one problem shows. */
const PLACES = 5;

function placeText({ file, line, column, rule, field }: Problem): string {
  const place = line === 0 ? file : column === 0 ? `${file}:${line}` : `${file}:${line}:${column}`;
  return `${place}  [${rule}] ${field}`;
}

/** @returns the words of `npm run new` that make an entry: `person gladkov` for `people/gladkov` */
function newEntryWords(key: string): string {
  const [collection = '', id = ''] = key.split('/');
  const kind = Object.entries(NEW_KINDS).find(([name]) => name === collection)?.[1] ?? collection;
  return `${kind} ${id}${kind === 'source' ? ' FILE, or --seen' : ''}`;
}

/** @returns one problem as text. @param others problems that differ from it by their places only */
export function problemText(problem: Problem, others: readonly Problem[] = []): string {
  const { found, expected, nearest: near, missing } = problem;
  const lines = [problem, ...others.slice(0, PLACES)].map(placeText);
  if (others.length > PLACES) lines.push(`… and at ${counted(others.length - PLACES, 'further place')}`);
  lines.push(`    found:    ${found}`, `    expected: ${expected}`);
  if (near !== undefined) lines.push(`    nearest:  ${near}`);
  if (missing !== undefined) lines.push(`    to make:  npm run new -- ${newEntryWords(missing)}`);
  return lines.join('\n');
}

/** The most problems that one list shows. */
const LISTED = 50;

/** @returns problems by file and line, those of missing entries last. @param kind warnings do not stop the build */
export function problemsText(problems: readonly Problem[], kind: 'problem' | 'warning' = 'problem'): string {
  const sorted = [...problems].sort(
    (a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line || a.column - b.column,
  );
  const missing = Map.groupBy(sorted, (problem) => problem.missing);
  const texts = (missing.get(undefined) ?? []).map((problem) => problemText(problem));
  missing.delete(undefined);
  for (const [first, ...others] of missing.values()) if (first) texts.push(problemText(first, others));
  const further = counted(texts.length - LISTED, `further ${kind}`);
  if (texts.length > LISTED)
    texts.splice(LISTED, Infinity, `… and ${further}. Correct these first: some may follow from them.`);
  return `${texts.join('\n\n')}\n\n${counted(problems.length, kind)} in the content.`;
}

/** Thrown where content has problems. Carries all of them. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problemsText(problems));
    this.name = 'ContentError';
    this.problems = problems;
  }
}

/** Recognises a ContentError by name: Vite loads the content loader, and with it a class of its own, as separate modules. */
export const isContentError = (error: unknown): error is ContentError =>
  error instanceof Error && error.name === 'ContentError';
