// Rules for the fields of one entry that have to fit each other, such as the kind of a body and its side.
import { dateSpan, dateWords } from '../model/dates.ts';
import { COLLECTIONS } from '../model/collections.ts';
import type { EntryFile, EntryFiles } from '../model/entries.ts';
import { shown, type Problem } from '../model/problems.ts';
import { fieldName } from '../model/schema-words.ts';
import type { FieldPath } from '../model/yaml.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Kinds of places from the widest to the narrowest. A border or a peninsula may be of any size. */
const WIDTHS = ['country', 'region', 'city', 'town', 'village', 'building'];

type Found = readonly [path: FieldPath, found: unknown, expected: string];

/** @returns the problem of a field, or none unless it is wrong */
function unless(fits: boolean, { file, place }: EntryFile, [path, found, expected]: Found): Problem[] {
  const at = { file, ...place(path), field: fieldName(path) };
  return fits ? [] : [{ rule: 'schema', ...at, found: shown(found), expected }];
}

function placeProblems({ places }: EntryFiles): Problem[] {
  const kinds = new Map(places.map(({ id, data }) => [id, data.kind]));
  return places.flatMap((file) => {
    const { within, kind } = file.data;
    const outer = within && kinds.get(within.id);
    const [inside, around] = [WIDTHS.indexOf(kind), WIDTHS.indexOf(outer ?? '')];
    const found = `places/${within?.id}, a ${outer}`;
    const expected = `a place in which a ${kind} can lie`;
    return unless(inside < 0 || around <= inside, file, [['within'], found, expected]);
  });
}

function sourceProblems({ sources }: EntryFiles): Problem[] {
  return sources.flatMap((file) => {
    const { data } = file;
    if (data.capture === 'held') return [];
    const published = data.date?.value;
    const first = published === undefined ? null : dateSpan(published).from;
    if (published === undefined || first === null) return [];
    const expected = `a day from ${dateWords(published)}, when the source was published`;
    return unless((dateSpan(data.read).to ?? first) >= first, file, [['read'], data.read, expected]);
  });
}

/** Finds `<Disputes />` on pages that name no questions for it. */
function disputeProblems(files: EntryFiles): Problem[] {
  return COLLECTIONS.flatMap((name): readonly EntryFile[] => files[name]).flatMap(({ file, data, prose }) => {
    const component = prose.components.find(({ name }) => name === 'Disputes');
    if (!component || ('disputes' in data && data.disputes.length > 0)) return [];
    const { line, column } = component;
    const found = '<Disputes /> on a page without `disputes` in its front matter';
    const expected = 'a page in content/pages/ with `disputes: [questions/…]`';
    return [{ rule: 'markup', file, line, column, field: 'prose', found, expected }];
  });
}

/** Finds fields of one entry that do not fit each other. */
export function fitProblems(files: EntryFiles): Problem[] {
  const { organisations, people } = files;
  return [
    ...organisations.flatMap((file) => {
      const { kind, side } = file.data;
      const fits = (kind === 'platform') === (side === 'platform');
      return unless(fits, file, [['side'], side, '`platform` for `kind: platform`, and for no other kind']);
    }),
    ...people.flatMap((file) => {
      const { side } = file.data;
      return unless(side !== 'platform', file, [['side'], side, 'another side: a person is no platform']);
    }),
    ...placeProblems(files),
    ...sourceProblems(files),
    ...disputeProblems(files),
  ];
}

/**
 * Finds slips without a correction, and days that have not come yet, by the clock of this computer, on which something
 * was read, corrected or done.
 */
export function fitWarnings(files: EntryFiles): Problem[] {
  // Somewhere on earth it may be tomorrow.
  const last = Date.now() + DAY;
  return COLLECTIONS.flatMap((name): readonly EntryFile[] => files[name]).flatMap((file) => {
    const { data } = file;
    const days: (readonly [FieldPath, string])[] = [];
    if ('changes' in data) {
      days.push(...data.changes.map(({ on }, index) => [['changes', index, 'on'], on] as const));
      days.push(...data.formerly.map(({ on }, index) => [['formerly', index, 'on'], on] as const));
    }
    if ('read' in data) days.push([['read'], data.read]);
    if ('date' in data && Array.isArray(data.date))
      days.push(...data.date.map(({ value }, index) => [['date', index, 'value'], value] as const));
    const slips = 'slips' in data ? data.slips : [];
    return [
      ...days.flatMap(([path, day]) =>
        unless((dateSpan(day).from ?? last) <= last, file, [path, day, 'a day that is not in the future']),
      ),
      ...slips.flatMap(({ printed, correct }, index) =>
        unless(printed !== correct, file, [
          ['slips', index, 'correct'],
          correct,
          'other words than `printed`',
        ]),
      ),
    ];
  });
}
