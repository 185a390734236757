// Rules against entering one thing twice: a text, a title, a name, a summary, a report.
import { filesOf, type EntryFile, type EntryFiles } from '../model/entries.ts';
import { fieldAt, shown, type Problem } from '../model/problems.ts';
import { ENTRY_COLLECTIONS } from '../model/references.ts';
import type { FieldPath } from '../model/yaml.ts';
import { repeats, rowsOf, type Row } from './rows.ts';

/** A value of a field that no other file may have. */
interface Unique {
  readonly file: EntryFile;
  readonly path: FieldPath;
  readonly value: string;
  /** The value in the form in which it is compared. */
  readonly key: string;
}

/** @returns a field whose capitals do not count */
const named = (file: EntryFile, path: FieldPath, value: string): Unique => {
  return { file, path, value, key: value.toLowerCase() };
};

/**
 * @param mayRepeat true for two fields of two files that may have one value
 * @returns a problem for each value that a file before it has
 */
function* repeated(
  fields: readonly Unique[],
  expected: string,
  mayRepeat: (before: Unique, field: Unique) => boolean = () => false,
): Iterable<Problem> {
  for (const [before, field] of repeats(fields, ({ key }) => key)) {
    if (before.file === field.file || mayRepeat(before, field)) continue;
    const { line } = before.file.place(before.path);
    const found = `${shown(field.value)}, as in ${before.file.file}:${line}`;
    yield { rule: 'duplicate', ...fieldAt(field.file, field.path), found, expected };
  }
}

/** A web address in the form in which hosts treat it: without `www.`, anchor, and slash at the end. */
function plainAddress(address: string): string {
  const { hostname, pathname, search } = new URL(address);
  const path = pathname.replace(/%[\da-f]{2}/gi, (byte) => byte.toUpperCase()).replace(/\/$/, '');
  return hostname.replace(/^www\./, '') + path + search;
}

/** Refuses two sources of one text, which would make two voices of one, and two entries of one kind with one title. */
export function repetitionProblems(files: EntryFiles): Problem[] {
  const { sources } = files;
  const address = (file: EntryFile, path: FieldPath, value: string): Unique => {
    return { file, path, value, key: plainAddress(value) };
  };
  const hashes = sources.flatMap((file) =>
    file.data.capture === 'held' ? [named(file, ['sha256'], file.data.sha256)] : [],
  );
  const addresses = sources.flatMap((file) => [
    ...(file.data.url ? [address(file, ['url', 'value'], file.data.url.value)] : []),
    ...file.data.copies.map(({ url }, index) => address(file, ['copies', index, 'url'], url)),
  ]);
  const shorts = sources.map((file) => named(file, ['short'], file.data.short));
  return [
    ...repeated(hashes, 'the hash of a text that no other source is about'),
    ...repeated(addresses, 'the address of a text that no other source is about'),
    ...repeated(shorts, 'a short name that no other source has'),
    ...ENTRY_COLLECTIONS.flatMap((name) => {
      const titles = filesOf(files, [name]).map((file) => named(file, ['title'], file.data.title));
      return [...repeated(titles, 'a title that no other entry of this kind has')];
    }),
  ];
}

/** Finds names and aliases that two entries have: a search for them finds both. */
export function sharedNames(files: EntryFiles): Iterable<Problem> {
  const names = filesOf(files, ENTRY_COLLECTIONS).flatMap((file) => [
    named(file, ['title'], file.data.title),
    ...file.data.aliases.map((alias, index) => named(file, ['aliases', index], alias)),
  ]);
  return repeated(names, 'a name that no other entry has', (before, field) => {
    const kinds = [before, field].map(({ file }) => file.collection);
    // Two titles of one kind are an error.
    if (kinds[0] === kinds[1]) return before.path[0] === 'title' && field.path[0] === 'title';
    // Texts call a government by the name of its capital.
    return kinds.includes('places') && kinds.includes('organisations');
  });
}

/** Finds summaries that two entries have: one was made as a copy of the other. */
export function* copiedSummaries(files: EntryFiles): Iterable<Problem> {
  const entries = filesOf(files, ENTRY_COLLECTIONS);
  for (const [before, file] of repeats(entries, ({ data }) => data.summary)) {
    const found = `the summary of ${before.file}`;
    yield { rule: 'duplicate', ...fieldAt(file, ['summary']), found, expected: 'a summary of its own' };
  }
}

/**
 * Finds reports of one paragraph with the same voice and the same evidence: likely one statement entered
 * twice. Of seen sources, which have no evidence, reports with the same words of ours.
 */
export function* repeatedReports({ reports }: EntryFiles): Iterable<Problem> {
  const keyOf = ({ ledger, row }: Row): string => {
    const { paragraph, by, speaker, says, evidence = says } = row;
    return JSON.stringify([ledger.id, paragraph, by, speaker, evidence.trim()]);
  };
  for (const [before, { row, at }] of repeats(rowsOf(reports), keyOf)) {
    const same = `report ${before.row.id} (line ${before.at('id').line})`;
    const found = `report ${row.id}, with the paragraph, voice and evidence of ${same}`;
    const place = { ...at('id'), field: at().field };
    yield { rule: 'duplicate', ...place, found, expected: 'one report, or evidence of its own' };
  }
}
