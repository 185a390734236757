// Warnings about the fields and texts of one entry: what is likely a mistake but may be meant. It does not stop the
// build. Other rules have warnings of their own; `check.ts` gathers all.
import { COLLECTIONS } from '../model/collections.ts';
import { filesOf, type EntryFile, type EntryFiles } from '../model/entries.ts';
import { seldomForms } from '../model/advice/plain-text-mistakes.ts';
import { fieldAt, shown, type Problem } from '../model/problems.ts';
import type { FieldPath } from '../model/yaml.ts';
import { ENTRY_COLLECTIONS, MDX_COLLECTIONS, refKey, type EntryCollection } from '../model/references.ts';

type Page = EntryFile<EntryCollection>;

/** @returns true for a place and a body: texts call a government by the name of its capital */
const isCapital = (a: Page, b: Page): boolean =>
  (a.collection === 'places') !== (b.collection === 'places') &&
  [a, b].some(({ collection }) => collection === 'organisations');

/** Finds names and aliases that two entries have: a search for them finds both. */
function sharedNames(files: EntryFiles): Problem[] {
  const first = new Map<string, { readonly file: Page; readonly path: FieldPath }>();
  return filesOf(files, ENTRY_COLLECTIONS).flatMap((file) =>
    [file.data.title, ...file.data.aliases].flatMap((name, index): Problem[] => {
      const path = index === 0 ? ['title'] : ['aliases', index - 1];
      const before = first.get(name.toLowerCase());
      if (!before) first.set(name.toLowerCase(), { file, path });
      // Two titles of one kind are an error, and two values of one list too.
      if (
        !before ||
        before.file === file ||
        isCapital(before.file, file) ||
        (index === 0 && before.path[0] === 'title' && before.file.collection === file.collection)
      )
        return [];
      const found = `${shown(name)}, as in ${before.file.file}:${before.file.place(before.path).line}`;
      return [
        { rule: 'duplicate', ...fieldAt(file, path), found, expected: 'a name that no other entry has' },
      ];
    }),
  );
}

/** Finds reports whose voice is also a carrier. */
function carriedByVoice({ reports }: EntryFiles): Problem[] {
  return reports.flatMap((ledger) =>
    ledger.data.reports.flatMap(({ by, via }, index): Problem[] => {
      const carrier = by === 'self' ? -1 : via.findIndex((each) => refKey(each) === refKey(by));
      if (by === 'self' || carrier < 0) return [];
      const { line } = ledger.place(['reports', index, 'by']);
      const found = `${refKey(by)}, which is the voice too (line ${line})`;
      const expected = 'carriers between the voice and the source only';
      return [{ rule: 'reference', ...fieldAt(ledger, ['reports', index, 'via', carrier]), found, expected }];
    }),
  );
}

/**
 * Finds reports with the publisher of their source as the last carrier: the source itself stands for it. A seen page may
 * be the copy of a text on the site of another.
 */
function carriedByPublisher({ sources, reports }: EntryFiles): Problem[] {
  const publishers = new Map(
    sources.flatMap(({ id, data: { capture, publisher, url } }) => {
      const host = URL.parse(url?.value ?? '')?.hostname ?? '';
      const letters = (text: string): string => text.replace(/[^a-z0-9]/g, '');
      const own = capture === 'held' || letters(host).includes(letters(publisher?.value.id ?? ''));
      return publisher && own ? [[id, refKey(publisher.value)]] : [];
    }),
  );
  return reports.flatMap((ledger) =>
    ledger.data.reports.flatMap(({ via }, index): Problem[] => {
      const [last] = via.slice(-1);
      if (!last || refKey(last) !== publishers.get(ledger.id)) return [];
      const found = `${refKey(last)}, the publisher of the source`;
      const expected = 'carriers between the voice and the source only';
      return [
        { rule: 'reference', ...fieldAt(ledger, ['reports', index, 'via', via.length - 1]), found, expected },
      ];
    }),
  );
}

/** Finds summaries of two paragraphs: the page begins with both, previews have the first sentence. */
function longSummaries(files: EntryFiles): Problem[] {
  return filesOf(files, MDX_COLLECTIONS)
    .filter(({ lede }) => lede.blocks.length > 1)
    .map((file): Problem => {
      const found = `${file.lede.blocks.length} paragraphs`;
      return { rule: 'markup', ...fieldAt(file, ['summary']), found, expected: 'one paragraph' };
    });
}

/** Finds summaries that two entries have: one was made as a copy of the other. */
function copiedSummaries(files: EntryFiles): Problem[] {
  const first = new Map<string, Page>();
  return filesOf(files, ENTRY_COLLECTIONS).flatMap((file): Problem[] => {
    const { summary } = file.data;
    const before = first.get(summary);
    if (!before) first.set(summary, file);
    const found = `the summary of ${before?.file}`;
    return before
      ? [{ rule: 'duplicate', ...fieldAt(file, ['summary']), found, expected: 'a summary of its own' }]
      : [];
  });
}

export function warningsOf(files: EntryFiles): Problem[] {
  return [
    ...filesOf(files, COLLECTIONS).flatMap(seldomForms),
    ...sharedNames(files),
    ...carriedByVoice(files),
    ...carriedByPublisher(files),
    ...longSummaries(files),
    ...copiedSummaries(files),
  ];
}
