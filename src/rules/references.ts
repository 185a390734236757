// Rules for references: the target of every reference in front matter, and of every link and citation in prose, exists.
import type { EntryFile, InProse, Link, Writing } from '../model/entries.ts';
import { fieldAt, shown, type Problem } from '../model/problems.ts';
import type { Block, ProseLink } from '../model/prose.ts';
import { checkLink } from './links.ts';
import { hasPage, hasReport, nearestPage, reportAdvice, type Targets } from './targets.ts';
import { fieldsOf, isEntryRef, isReportRef, parseReportKey, refKey } from '../model/references.ts';

/** The maximum number of characters of context stored with a link. */
export const CONTEXT = 66;

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

/** @returns the citation that is meant by one key for several reports: `a-b/21, 22`, `a-b/21-22`, `a-b/21, @c/3` */
function severalReports(key: string): string | undefined {
  const parts = key.split(/\s*[,–—&]\s*|(?<=\/\d+)-(?=\d+$)|\s+and\s+/).map((part) => part.replace(/^@/, ''));
  const [source] = parts[0]?.split('/') ?? [];
  const keys = parts.map((part) => (/^\d+$/.test(part) ? `${source}/${part}` : part));
  return keys.length > 1 && keys.every((each) => parseReportKey(each)) ? `[@${keys.join('; @')}]` : undefined;
}

/**
 * Collects the links and citations of a file's prose.
 * @returns the links and citations whose targets exist, and a problem for each of the others
 */
export function inProse(
  writing: Writing,
  targets: Targets,
): InProse & { readonly problems: readonly Problem[] } {
  const { file, lede, prose } = writing;
  const links: Link[] = [];
  const cites = new Set<string>();
  const problems: Problem[] = [];
  for (const block of [...lede.blocks, ...prose.blocks, ...prose.headings]) {
    const marks = new Set<string>();
    for (const { key, line, column } of block.citations) {
      const at = { file, line, column, field: 'citation' };
      const problem = { rule: 'reference', ...at, found: shown(`@${key}`) } as const;
      const mark = `${key} ${line}:${column}`;
      if (marks.has(mark) && column > 0)
        problems.push({ ...problem, expected: 'each report once in a citation' });
      marks.add(mark);
      const several = severalReports(key);
      if (hasReport(targets, key)) cites.add(key);
      else if (several !== undefined)
        problems.push({ ...problem, expected: `each report by itself: ${several}` });
      else {
        const advice = reportAdvice(key, targets);
        const expected = 'a citation such as [@polskie-radio/11] or [@none]';
        problems.push({ ...problem, ...advice, ...(parseReportKey(key) ? {} : { expected }) });
      }
    }
    for (const link of block.links) {
      const { url, line, column } = link;
      const target = checkLink(writing, url, targets);
      if (target === undefined) continue;
      if ('collection' in target) {
        links.push({ to: { collection: target.collection, id: target.id }, words: context(block, link) });
        continue;
      }
      const at = { file, line, column, field: 'link' };
      problems.push({ rule: 'link', ...at, found: shown(url), nearest: undefined, ...target });
    }
  }
  return { links, cites: [...cites], problems };
}

/** Checks the references in a file's fields. */
export function* fieldProblems(file: EntryFile, targets: Targets): Iterable<Problem> {
  for (const [path, value] of fieldsOf(file.data)) {
    const problem = { rule: 'reference', ...fieldAt(file, path) } as const;
    if (isEntryRef(value) && !hasPage(targets, refKey(value))) {
      const key = refKey(value);
      const expected = `an entry that exists under content/${value.collection}/`;
      const missing = targets.moved.has(key) ? undefined : key;
      yield { ...problem, found: shown(key), expected, nearest: nearestPage(value, targets), missing };
    }
    if (isReportRef(value) && !hasReport(targets, value.id))
      yield { ...problem, found: shown(value.id), ...reportAdvice(value.id, targets) };
  }
}
