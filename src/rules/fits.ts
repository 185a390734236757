// Rules for the fields of one entry that have to fit each other, such as the kind of a body and its side.
import { dateSpan, dateWords } from '../model/dates.ts';
import { COLLECTIONS } from '../model/collections.ts';
import { filesOf, type EntryFile, type EntryFiles } from '../model/entries.ts';
import { fieldAt, shown, type Problem } from '../model/problems.ts';
import type { FieldPath } from '../model/yaml.ts';

/** Kinds of places from the widest to the narrowest. A border or a peninsula may be of any size. */
const WIDTHS = ['country', 'region', 'city', 'town', 'village', 'building'];

type Found = readonly [path: FieldPath, found: unknown, expected: string];

/** @returns the problem of a field, or none unless it is wrong */
function unless(fits: boolean, file: EntryFile, [path, found, expected]: Found): Problem[] {
  return fits ? [] : [{ rule: 'schema', ...fieldAt(file, path), found: shown(found), expected }];
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

/** Checks that a loaded word, and no other, has the word that the site uses. */
function termProblems({ terms }: EntryFiles): Problem[] {
  return terms.flatMap((file) => {
    const { kind, instead } = file.data;
    if (kind !== 'loaded')
      return unless(instead === undefined, file, [['instead'], instead, 'no such field, or `kind: loaded`']);
    const expected = '`instead` too: the word that this site uses, or `none` where the site uses this one';
    return unless(instead !== undefined, file, [['kind'], kind, expected]);
  });
}

/** Finds `<Disputes />` on pages that name no questions for it. */
function disputeProblems(files: EntryFiles): Problem[] {
  return filesOf(files, COLLECTIONS).flatMap(({ file, data, prose }) => {
    const component = prose.components.find(({ name }) => name === 'Disputes');
    if (!component || ('disputes' in data && data.disputes.length > 0)) return [];
    const { line, column } = component;
    const found = '<Disputes /> on a page without `disputes` in its front matter';
    const expected = 'a page in content/pages/ with `disputes: [questions/…]`';
    return [{ rule: 'markup', file, line, column, field: 'prose', found, expected }];
  });
}

/** Finds descriptions of an unnamed voice in reports in which the text speaks for itself. */
function speakerProblems({ reports }: EntryFiles): Problem[] {
  return reports.flatMap((file) =>
    file.data.reports.flatMap(({ by, speaker }, index) => {
      const expected = 'no `speaker` beside `by: self`, or the voice that it describes in `by`';
      const path = ['reports', index, 'speaker'];
      return unless(by !== 'self' || speaker === undefined, file, [path, speaker, expected]);
    }),
  );
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
    ...speakerProblems(files),
    ...placeProblems(files),
    ...sourceProblems(files),
    ...termProblems(files),
    ...disputeProblems(files),
  ];
}

/** Finds slips without a correction. */
export function fitWarnings({ sources }: EntryFiles): Problem[] {
  return sources.flatMap((file) => {
    const slips = 'slips' in file.data ? file.data.slips : [];
    return slips.flatMap(({ printed, correct }, index) => {
      const path = ['slips', index, 'correct'];
      return unless(printed !== correct, file, [path, correct, 'other words than `printed`']);
    });
  });
}
