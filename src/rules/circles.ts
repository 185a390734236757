// Rules against circles: no entry is a part of itself, or lies within itself, directly or through others.
import type { EntryFile, EntryFiles } from '../model/entries.ts';
import { fieldAt, type Problem } from '../model/problems.ts';
import { refKey } from '../model/references.ts';
import type { FieldPath } from '../model/yaml.ts';

/** A field by which an entry belongs to another. */
interface Step {
  readonly file: EntryFile;
  readonly path: FieldPath;
  readonly from: string;
  readonly to: string;
}

function stepsOf(files: EntryFiles): Step[] {
  const step = (file: EntryFile, path: FieldPath, to: string): Step => {
    return { file, path, from: `${file.collection}/${file.id}`, to };
  };
  return [
    ...files.events.flatMap((file) =>
      file.data.part_of ? [step(file, ['part_of'], refKey(file.data.part_of))] : [],
    ),
    ...files.places.flatMap((file) =>
      file.data.within ? [step(file, ['within'], refKey(file.data.within))] : [],
    ),
    ...files.organisations.flatMap((file) =>
      file.data.part_of.map(({ value }, index) => step(file, ['part_of', index, 'value'], refKey(value))),
    ),
    ...files.places.flatMap((file) =>
      file.data.distance
        .map(({ value }, index) => step(file, ['distance', index, 'value', 'from'], refKey(value.from)))
        .filter(({ from, to }) => from === to),
    ),
  ];
}

/** @returns the entries on the way from one to another, both included; `undefined` if there is no way */
function way(steps: ReadonlyMap<string, readonly Step[]>, from: string, goal: string): string[] | undefined {
  const before = new Map<string, string>([[from, '']]);
  // A map can grow while it is walked through: each entry is visited once.
  for (const [key] of before)
    for (const { to, path } of steps.get(key) ?? [])
      if (path[0] !== 'distance' && !before.has(to)) before.set(to, key);
  const reached: string[] = [];
  for (let key = before.has(goal) ? goal : ''; key !== ''; key = before.get(key) ?? '') reached.unshift(key);
  return reached.length > 0 ? reached : undefined;
}

/** Finds circles. Each is named once, at the first of its entries. */
export function circleProblems(files: EntryFiles): Problem[] {
  const all = stepsOf(files);
  const steps = Map.groupBy(all, ({ from }) => from);
  const named = new Set<string>();
  return all.flatMap(({ file, path, from, to }): Problem[] => {
    const circle = from === to ? [from] : way(steps, to, from);
    const name = circle && [...circle].sort().join(' ');
    if (!circle || !name || named.has(name)) return [];
    named.add(name);
    const found = from === to ? `${to}, the entry itself` : `a circle: ${[from, ...circle].join(' → ')}`;
    return [
      { rule: 'reference', ...fieldAt(file, path), found, expected: 'an entry that does not lead back here' },
    ];
  });
}
