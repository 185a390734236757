// Rules for the fields of one entry that have to fit each other, such as the kind of a body and its side.
import { dateSpan, dateWords } from '../model/dates.ts';
import { COLLECTIONS } from '../model/collections.ts';
import { filesOf, type EntryFile, type EntryFiles } from '../model/entries.ts';
import { fieldAt, shown, type Problem } from '../model/problems.ts';
import type { FieldPath } from '../model/yaml.ts';

/** Kinds of places from the widest to the narrowest. A border or a peninsula may be of any size. */
const WIDTHS = ['country', 'region', 'city', 'town', 'village', 'building'];

/** A field that does not fit the others. */
type Misfit = readonly [file: EntryFile, path: FieldPath, found: unknown, expected: string];

function* misfits({ organisations, people, reports, places, sources, terms }: EntryFiles): Iterable<Misfit> {
  for (const file of organisations) {
    const { kind, side } = file.data;
    if ((kind === 'platform') !== (side === 'platform'))
      yield [file, ['side'], side, '`platform` for `kind: platform`, and for no other kind'];
  }
  for (const file of people)
    if (file.data.side === 'platform')
      yield [file, ['side'], file.data.side, 'another side: a person is no platform'];
  for (const file of reports)
    for (const [index, { by, speaker }] of file.data.reports.entries()) {
      const expected = 'no `speaker` beside `by: self`, or the voice that it describes in `by`';
      if (by === 'self' && speaker !== undefined)
        yield [file, ['reports', index, 'speaker'], speaker, expected];
    }
  const kinds = new Map(places.map(({ id, data }) => [id, data.kind]));
  for (const file of places) {
    const { within, kind } = file.data;
    const outer = within && kinds.get(within.id);
    const [inside, around] = [WIDTHS.indexOf(kind), WIDTHS.indexOf(outer ?? '')];
    if (inside >= 0 && around > inside)
      yield [file, ['within'], `places/${within?.id}, a ${outer}`, `a place in which a ${kind} can lie`];
  }
  for (const file of sources) {
    const { data } = file;
    if (data.capture === 'held' || !data.date) continue;
    const { from } = dateSpan(data.date.value);
    const { to } = dateSpan(data.read);
    if (from !== null && to !== null && to < from) {
      const expected = `a day from ${dateWords(data.date.value)}, when the source was published`;
      yield [file, ['read'], data.read, expected];
    }
  }
  for (const file of terms) {
    const { kind, instead } = file.data;
    const loaded = '`instead` too: the word that this site uses, or `none` where the site uses this one';
    if (kind === 'loaded' && instead === undefined) yield [file, ['kind'], kind, loaded];
    if (kind !== 'loaded' && instead !== undefined)
      yield [file, ['instead'], instead, 'no such field, or `kind: loaded`'];
  }
}

/** Finds `<Disputes />` on pages that name no questions for it. */
function* disputeProblems(files: EntryFiles): Iterable<Problem> {
  for (const { file, data, prose } of filesOf(files, COLLECTIONS)) {
    const component = prose.components.find(({ name }) => name === 'Disputes');
    if (!component || ('disputes' in data && data.disputes.length > 0)) continue;
    const at = { file, line: component.line, column: component.column, field: 'prose' };
    const found = '<Disputes /> on a page without `disputes` in its front matter';
    const expected = 'a page in content/pages/ with `disputes: [questions/…]`';
    yield { rule: 'markup', ...at, found, expected };
  }
}

const toProblem = ([file, path, found, expected]: Misfit): Problem => {
  return { rule: 'schema', ...fieldAt(file, path), found: shown(found), expected };
};

/** Finds fields of one entry that do not fit each other. */
export function fitProblems(files: EntryFiles): Problem[] {
  return [...Array.from(misfits(files), toProblem), ...disputeProblems(files)];
}

/** Finds slips without a correction. */
export function fitWarnings({ sources }: EntryFiles): Problem[] {
  return sources.flatMap((file) =>
    ('slips' in file.data ? file.data.slips : []).flatMap(({ printed, correct }, index) =>
      printed === correct
        ? [toProblem([file, ['slips', index, 'correct'], correct, 'other words than `printed`'])]
        : [],
    ),
  );
}
