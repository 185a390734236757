// Rules against entering one thing twice: a text, a title, a report.
import { filesOf, type EntryFile, type EntryFiles } from '../model/entries.ts';
import { fieldAt, shown, type Problem } from '../model/problems.ts';
import { ENTRY_COLLECTIONS } from '../model/references.ts';
import type { FieldPath } from '../model/yaml.ts';

/** A value of a field that no other file of the collection may have. */
interface Unique {
  readonly file: EntryFile;
  readonly path: FieldPath;
  readonly value: string;
  /** The value in the form in which it is compared. */
  readonly key: string;
}

/** @returns a problem for each value that a file before it has */
function repeated(fields: readonly Unique[], expected: string): Problem[] {
  const first = new Map<string, Unique>();
  return fields.flatMap((field) => {
    const { file, path, value, key } = field;
    const before = first.get(key);
    if (!before) first.set(key, field);
    if (!before || before.file === file) return [];
    const { line } = before.file.place(before.path);
    const found = `${shown(value)}, as in ${before.file.file}:${line}`;
    return [{ rule: 'duplicate' as const, ...fieldAt(file, path), found, expected }];
  });
}

/** A web address in the form in which hosts treat it: without `www.`, anchor, and slash at the end. */
function plainAddress(address: string): string {
  const { hostname, pathname, search } = new URL(address);
  const path = pathname.replace(/%[\da-f]{2}/gi, (byte) => byte.toUpperCase()).replace(/\/$/, '');
  return hostname.replace(/^www\./, '') + path + search;
}

/** Refuses two sources of one text, which would make two voices of one, and two entries of one kind with one title. */
export function repetitionProblems(files: EntryFiles): Problem[] {
  const unique = (file: EntryFile, path: FieldPath, value: string, key = value): Unique => {
    return { file, path, value, key };
  };
  const hashes = files.sources.flatMap((file) =>
    file.data.capture === 'held' ? [unique(file, ['sha256'], file.data.sha256)] : [],
  );
  const address = (file: EntryFile, path: FieldPath, url: string): Unique =>
    unique(file, path, url, plainAddress(url));
  const addresses = files.sources.flatMap((file) => [
    ...(file.data.url ? [address(file, ['url', 'value'], file.data.url.value)] : []),
    ...file.data.copies.map(({ url }, index) => address(file, ['copies', index, 'url'], url)),
  ]);
  const shorts = files.sources.map((file) =>
    unique(file, ['short'], file.data.short, file.data.short.toLowerCase()),
  );
  const titles = ENTRY_COLLECTIONS.flatMap((name) => {
    const named = filesOf(files, [name]).map((file) =>
      unique(file, ['title'], file.data.title, file.data.title.toLowerCase()),
    );
    return repeated(named, 'a title that no other entry of this kind has');
  });
  return [
    ...repeated(hashes, 'the hash of a text that no other source is about'),
    ...repeated(addresses, 'the address of a text that no other source is about'),
    ...repeated(shorts, 'a short name that no other source has'),
    ...titles,
  ];
}

/**
 * Finds reports of one paragraph with the same voice and the same evidence: likely one statement entered
 * twice. Of seen sources, which have no evidence, reports with the same words of ours.
 */
export function repeatedReports(ledgers: readonly EntryFile<'reports'>[]): Problem[] {
  return ledgers.flatMap((ledger) => {
    const lines = new Map<string, { id: number; line: number }>();
    return ledger.data.reports.flatMap(({ id, paragraph, by, speaker, says, evidence = says }, index) => {
      const key = JSON.stringify([paragraph, by, speaker, evidence.trim()]);
      const place = ledger.place(['reports', index, 'id']);
      const before = lines.get(key);
      if (!before) lines.set(key, { id, line: place.line });
      if (!before) return [];
      const found = `report ${id}, with the paragraph, voice and evidence of report ${before.id} (line ${before.line})`;
      const expected = 'one report, or evidence of its own';
      const at = { file: ledger.file, ...place, field: `reports[${index}]` };
      return [{ rule: 'duplicate' as const, ...at, found, expected }];
    });
  });
}
