// Rules for references: the target of every reference in front matter, and of every link and citation in prose, exists.
import { resolveContentLink, type PageRef } from '../model/content-links.ts';
import type { EntryFile, InProse, Link, Writing } from '../model/entries.ts';
import { nearest, shown, type Problem } from '../model/problems.ts';
import type { Block, ProseLink } from '../model/prose.ts';
import { fieldName } from '../model/read-entry.ts';
import {
  fieldsOf,
  isEntryRef,
  isReportRef,
  MDX_COLLECTIONS,
  parseReportKey,
  refKey,
  SLUG,
} from '../model/references.ts';

/** What a reference may name. */
export interface Targets {
  /** Entries with a page, as `collection/id`, including files that failed to parse. */
  readonly pages: ReadonlySet<string>;
  /** What entries are called now, by the `collection/id` that they had before. */
  readonly moved: ReadonlyMap<string, string>;
  /** Keys of reports. */
  readonly reports: ReadonlySet<string>;
  /** Sources whose ledger failed to parse. References to their reports are not checked. */
  readonly unreadLedgers: ReadonlySet<string>;
}

function hasReport(targets: Targets, key: string): boolean {
  return targets.reports.has(key) || targets.unreadLedgers.has(parseReportKey(key)?.source ?? '');
}

/** The maximum number of characters of context stored with a link. */
export const CONTEXT = 66;

/** @returns the key of an existing report that is most likely meant: in a source that was renamed, the same number */
function nearestReport(key: string, { moved, reports }: Targets): string | undefined {
  const { source, number } = parseReportKey(key) ?? {};
  const renamed = moved.get(`sources/${source}`)?.replace(/^sources\//, '');
  return renamed ? `${renamed}/${number}` : nearest(key, [...reports]);
}

/** @returns the words around a link: the whole block, or a part of it cut at words, with the link in its middle */
function context({ text }: Block, link: ProseLink): string {
  if (text.length <= CONTEXT) return text;
  const middle = text.indexOf(link.words) + link.words.length / 2;
  const from = Math.round(Math.min(Math.max(middle - CONTEXT / 2, 0), text.length - CONTEXT));
  const to = from + CONTEXT;
  const words = text.slice(from, to);
  const begun = from === 0 ? words : words.replace(/^\S*\s/, '… ');
  return to === text.length ? begun : begun.replace(/\s\S*$/, ' …');
}

function nearestPage(ref: PageRef, targets: Targets): string | undefined {
  const same = [...targets.pages].filter((page) => page.startsWith(`${ref.collection}/`));
  // An entry that was renamed is meant, else the same name in another collection, else a misspelling in this one.
  return (
    targets.moved.get(refKey(ref)) ??
    [...targets.pages].find((page) => page.endsWith(`/${ref.id}`)) ??
    nearest(refKey(ref), same) ??
    nearest(refKey(ref), [...targets.pages])
  );
}

/**
 * Collects the links and citations of a file's prose.
 * @returns the links and citations whose targets exist, and a problem for each of the others
 */
export function inProse(
  writing: Writing,
  targets: Targets,
): InProse & { readonly problems: readonly Problem[] } {
  const { file, collection, lede, prose } = writing;
  const links: Link[] = [];
  const cites = new Set<string>();
  const problems: Problem[] = [];
  for (const block of [...lede.blocks, ...prose.blocks, ...prose.headings]) {
    for (const { key, ...at } of block.citations) {
      if (hasReport(targets, key)) cites.add(key);
      else {
        const expected = parseReportKey(key)
          ? 'a report that a ledger holds'
          : 'a citation such as [@polskie-radio/11] or [@none]';
        const near = nearestReport(key, targets);
        const found = shown(`@${key}`);
        problems.push({ rule: 'reference', file, ...at, field: 'citation', found, expected, nearest: near });
      }
    }
    for (const link of block.links) {
      const { url, line, column } = link;
      if (url.startsWith('https://')) continue;
      const target = resolveContentLink(collection, url);
      if (target && targets.pages.has(refKey(target))) {
        links.push({ to: { collection: target.collection, id: target.id }, words: context(block, link) });
        continue;
      }
      const near = target && nearestPage(target, targets);
      const expected =
        'a file-relative link such as ../places/grayvoron.mdx, or an address that begins with https://';
      const problem = {
        rule: 'link',
        file,
        line,
        column,
        field: 'link',
        found: shown(url),
        expected,
      } as const;
      const known = target && MDX_COLLECTIONS.includes(target.collection) && SLUG.test(target.id);
      const missing = known && !targets.moved.has(refKey(target)) ? refKey(target) : undefined;
      problems.push({ ...problem, missing, nearest: near && `../${near}.mdx` });
    }
  }
  return { links, cites: [...cites], problems };
}

/** Checks the references in a file's fields. */
export function fieldProblems({ file, data, place }: EntryFile, targets: Targets): Problem[] {
  return [...fieldsOf(data)].flatMap(([path, value]): Problem[] => {
    const broken = (found: string, expected: string, near?: string, missing?: string): Problem[] => {
      const at = { file, ...place(path), field: fieldName(path) };
      return [{ rule: 'reference', ...at, found: shown(found), expected, nearest: near, missing }];
    };
    if (isEntryRef(value) && !targets.pages.has(refKey(value))) {
      const expected = `an entry that exists under content/${value.collection}/`;
      const missing = targets.moved.has(refKey(value)) ? undefined : refKey(value);
      return broken(refKey(value), expected, nearestPage(value, targets), missing);
    }
    if (isReportRef(value) && !hasReport(targets, value.id))
      return broken(value.id, 'a report that a ledger holds', nearestReport(value.id, targets));
    return [];
  });
}
