// Rules against circles: no entry is a part of itself, or lies within itself, directly or through others.
import { filesOf, type EntryFile, type EntryFiles } from '../model/entries.ts';
import { fieldAt, type Problem } from '../model/problems.ts';
import { fieldsOf, isEntryRef, refKey } from '../model/references.ts';
import type { FieldPath } from '../model/yaml.ts';

/** A field by which an entry belongs to another. */
interface Step {
  readonly file: EntryFile;
  readonly path: FieldPath;
  readonly from: string;
  readonly to: string;
}

/** The fields by which entries belong to others, and of distances those that are measured from the place itself. */
function stepsOf(files: EntryFiles): Step[] {
  return filesOf(files, ['events', 'places', 'organisations']).flatMap((file) =>
    [...fieldsOf(file.data)].flatMap(([path, value]) => {
      if (!isEntryRef(value)) return [];
      const step = { file, path, from: refKey(file), to: refKey(value) };
      const belongs = path[0] === 'part_of' || path[0] === 'within';
      return belongs || (path[0] === 'distance' && step.from === step.to) ? [step] : [];
    }),
  );
}

/** @returns the entries on the way from one to another, both included; `undefined` if there is no way */
function way(steps: ReadonlyMap<string, readonly Step[]>, from: string, goal: string): string[] | undefined {
  const before = new Map<string, string>([[from, '']]);
  // A map can grow while it is walked through: each entry is visited once.
  for (const [key] of before)
    for (const { to } of steps.get(key) ?? []) if (!before.has(to)) before.set(to, key);
  const reached: string[] = [];
  for (let key = before.has(goal) ? goal : ''; key !== ''; key = before.get(key) ?? '') reached.unshift(key);
  return reached.length > 0 ? reached : undefined;
}

/** Finds circles. Each is named once, at the first of its entries. */
export function* circleProblems(files: EntryFiles): Iterable<Problem> {
  const all = stepsOf(files);
  const steps = Map.groupBy(all, ({ from }) => from);
  const named = new Set<string>();
  for (const { file, path, from, to } of all) {
    const circle = way(steps, to, from);
    const name = circle?.toSorted().join(' ');
    if (!circle || !name || named.has(name)) continue;
    named.add(name);
    const found = from === to ? `${to}, the entry itself` : `a circle: ${[from, ...circle].join(' → ')}`;
    const expected = 'an entry that does not lead back here';
    yield { rule: 'reference', ...fieldAt(file, path), found, expected };
  }
}
