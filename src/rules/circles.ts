// Rules against circles: no entry is a part of itself, or lies within itself, directly or through others.
import { filesOf, type EntryFiles } from '../model/entries.ts';
import { fieldAt, type Problem } from '../model/problems.ts';
import { fieldsOf, isEntryRef, refKey } from '../model/references.ts';

/** The fields by which entries belong to others, and of distances those that are measured from the place itself. */
function stepsOf(files: EntryFiles) {
  return filesOf(files, ['events', 'places', 'organisations']).flatMap((file) =>
    [...fieldsOf(file.data)].flatMap(([path, value]) => {
      if (!isEntryRef(value)) return [];
      const step = { file, path, from: refKey(file), to: refKey(value) };
      const belongs = path[0] === 'part_of' || path[0] === 'within';
      return belongs || (path[0] === 'distance' && step.from === step.to) ? [step] : [];
    }),
  );
}

/**
 * Finds the shortest way from one key to another.
 * @param next the keys that one leads to
 * @returns the keys on the way, both included; `undefined` if there is no way
 */
export function way(
  from: string,
  goal: string,
  next: (key: string) => readonly string[],
): string[] | undefined {
  const before = new Map([[from, '']]);
  // A map can grow while it is walked through: each key is visited once.
  for (const [key] of before) for (const to of next(key)) if (!before.has(to)) before.set(to, key);
  if (!before.has(goal)) return undefined;
  const reached: string[] = [];
  for (let key = goal; key !== ''; key = before.get(key) ?? '') reached.unshift(key);
  return reached;
}

/** Finds circles. Each is named once, at the first of its entries. */
export function* circleProblems(files: EntryFiles): Iterable<Problem> {
  const all = stepsOf(files);
  const steps = Map.groupBy(all, ({ from }) => from);
  const named = new Set<string>();
  for (const { file, path, from, to } of all) {
    const circle = way(to, from, (key) => steps.get(key)?.map((step) => step.to) ?? []);
    const name = circle?.toSorted().join(' ');
    if (!circle || !name || named.has(name)) continue;
    named.add(name);
    const found = from === to ? `${to}, the entry itself` : `a circle: ${[from, ...circle].join(' → ')}`;
    const expected = 'an entry that does not lead back here';
    yield { rule: 'reference', ...fieldAt(file, path), found, expected };
  }
}
