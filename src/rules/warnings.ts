// Warnings about the fields and texts of one entry: what is likely a mistake but may be meant. It does not stop the
// build. Other rules have warnings of their own; `check.ts` gathers all.
import { COLLECTIONS } from '../model/collections.ts';
import { filesOf, type EntryFiles } from '../model/entries.ts';
import { seldomForms } from '../model/advice/plain-text-mistakes.ts';
import { fieldAt, type Problem } from '../model/problems.ts';
import { MDX_COLLECTIONS, refKey } from '../model/references.ts';
import { rowsOf } from './rows.ts';

const CARRIERS = 'carriers between the voice and the source only';

/** Finds reports whose voice is also a carrier. */
function* carriedByVoice({ reports }: EntryFiles): Iterable<Problem> {
  for (const { row, voice, at } of rowsOf(reports)) {
    const carrier = row.via.findIndex((each) => refKey(each) === voice);
    const found = `${voice}, which is the voice too (line ${at('by').line})`;
    if (carrier >= 0) yield { rule: 'reference', ...at('via', carrier), found, expected: CARRIERS };
  }
}

/**
 * Finds reports with the publisher of their source as the last carrier: the source itself stands for it. A seen page may
 * be the copy of a text on the site of another.
 */
function* carriedByPublisher({ sources, reports }: EntryFiles): Iterable<Problem> {
  const publishers = new Map(
    sources.flatMap(({ id, data: { capture, publisher, url } }) => {
      const host = URL.parse(url?.value ?? '')?.hostname ?? '';
      const letters = (text: string): string => text.replace(/[^a-z0-9]/g, '');
      const own = capture === 'held' || letters(host).includes(letters(publisher?.value.id ?? ''));
      return publisher && own ? [[id, refKey(publisher.value)]] : [];
    }),
  );
  for (const { ledger, row, at } of rowsOf(reports)) {
    const last = row.via.at(-1);
    if (!last || refKey(last) !== publishers.get(ledger.id)) continue;
    const found = `${refKey(last)}, the publisher of the source`;
    yield { rule: 'reference', ...at('via', row.via.length - 1), found, expected: CARRIERS };
  }
}

/** Finds summaries of two paragraphs: the page begins with both, previews have the first sentence. */
function* longSummaries(files: EntryFiles): Iterable<Problem> {
  for (const file of filesOf(files, MDX_COLLECTIONS)) {
    const { length } = file.lede.blocks;
    if (length > 1)
      yield {
        rule: 'markup',
        ...fieldAt(file, ['summary']),
        found: `${length} paragraphs`,
        expected: 'one paragraph',
      };
  }
}

export function warningsOf(files: EntryFiles): Problem[] {
  return [
    ...filesOf(files, COLLECTIONS).flatMap(seldomForms),
    ...carriedByVoice(files),
    ...carriedByPublisher(files),
    ...longSummaries(files),
  ];
}
