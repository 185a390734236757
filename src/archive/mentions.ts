// Who refers to whom: every reference in front matter and every link in prose, with the words around
// it; and the problems of those that lead nowhere.
import { COLLECTIONS } from '../model/collections.ts';
import type { Entry, Writing } from '../model/entries.ts';
import { nearest, shown, type Problem } from '../model/problems.ts';
import type { Block, ProseLink } from '../model/prose.ts';
import { fieldName } from '../model/read-entry.ts';
import {
  isEntryRef,
  isReportRef,
  parseReportRef,
  refKey,
  reportKey,
  type ReportRef,
} from '../model/references.ts';
import type { FieldPath } from '../model/yaml.ts';
import { pageKey, resolveContentLink, type PageRef } from './addresses.ts';

/** One place where a page refers to another. */
export interface Mention {
  readonly from: PageRef;
  readonly to: PageRef;
  /** The words around a link, or undefined where a field refers. */
  readonly words: string | undefined;
  /** The field that refers, or undefined where prose links. */
  readonly field: string | undefined;
}

/** One place where a page rests on a report. */
export interface Use {
  readonly from: PageRef;
  readonly report: string;
}

export interface Mentions {
  readonly mentions: readonly Mention[];
  readonly uses: readonly Use[];
  readonly problems: readonly Problem[];
}

/** What exists, so that what does not can be named with its nearest match. */
export interface Known {
  readonly pages: ReadonlySet<string>;
  readonly reports: ReadonlySet<string>;
  /** Sources whose ledger exists but could not be read: any report of theirs may be there. */
  readonly unreadLedgers: ReadonlySet<string>;
}

function hasReport(known: Known, ref: ReportRef): boolean {
  return known.reports.has(reportKey(ref)) || known.unreadLedgers.has(ref.source);
}

/** The most characters of context a mention shows. */
export const CONTEXT = 66;

function* fields(value: unknown, path: FieldPath = []): Generator<[FieldPath, unknown]> {
  yield [path, value];
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* fields(item, [...path, index]);
  } else if (typeof value === 'object' && value !== null && !isEntryRef(value) && !isReportRef(value)) {
    for (const [key, item] of Object.entries(value)) yield* fields(item, [...path, key]);
  }
}

/** The words around a link: the whole block, or a part of it, cut at words, with the link in its middle. */
function context({ text }: Block, link: ProseLink): string {
  if (text.length <= CONTEXT) return text;
  const middle = text.indexOf(link.words) + link.words.length / 2;
  const from = Math.round(Math.min(Math.max(middle - CONTEXT / 2, 0), text.length - CONTEXT));
  const to = from + CONTEXT;
  const words = text.slice(from, to);
  const begun = from === 0 ? words : words.replace(/^\S*\s/, '… ');
  return to === text.length ? begun : begun.replace(/\s\S*$/, ' …');
}

function nearestPage(ref: { collection: string; id: string }, known: Known): string | undefined {
  const key = `${ref.collection}/${ref.id}`;
  const same = [...known.pages].filter((page) => page.startsWith(`${ref.collection}/`));
  // The same name in another collection is the likeliest slip, then a misspelling in this one.
  return (
    [...known.pages].find((page) => page.endsWith(`/${ref.id}`)) ??
    nearest(key, same) ??
    nearest(key, [...known.pages])
  );
}

function blockMentions({ file, collection, id }: Writing, block: Block, known: Known): Mentions {
  const mentions: Mention[] = [];
  const uses: Use[] = [];
  const problems: Problem[] = [];
  for (const { key, line, column } of block.citations) {
    const ref = parseReportRef(key);
    if (ref && hasReport(known, ref)) uses.push({ from: { collection, id }, report: key });
    else {
      problems.push({
        rule: 'reference',
        file,
        line,
        column,
        field: 'citation',
        found: shown(`@${key}`),
        expected: ref ? 'a report that a ledger holds' : 'a citation such as [@polskie-radio/11] or [@none]',
        nearest: nearest(key, [...known.reports]),
      });
    }
  }
  for (const link of block.links) {
    const { url, line, column } = link;
    if (url.startsWith('https://')) continue;
    const target = resolveContentLink(collection, url);
    if (target && known.pages.has(pageKey(target))) {
      mentions.push({
        from: { collection, id },
        to: { collection: target.collection, id: target.id },
        words: context(block, link),
        field: undefined,
      });
    } else {
      const near = target && nearestPage(target, known);
      problems.push({
        rule: 'link',
        file,
        line,
        column,
        field: 'link',
        found: shown(url),
        expected:
          'a file-relative link such as ../places/grayvoron.mdx, or an address that begins with https://',
        nearest: near && `../${near}${near.startsWith('reports/') ? '.yaml' : '.mdx'}`,
      });
    }
  }
  return { mentions, uses, problems };
}

function fieldMentions(entry: Entry, known: Known): Mentions {
  const { file, collection, id, place } = entry;
  const mentions: Mention[] = [];
  const uses: Use[] = [];
  const problems: Problem[] = [];
  for (const [path, value] of fields(entry.data)) {
    const broken = (found: string, expected: string, near: string | undefined): void => {
      problems.push({
        rule: 'reference',
        file,
        ...place(path),
        field: fieldName(path),
        found: shown(found),
        expected,
        nearest: near,
      });
    };
    if (isEntryRef(value)) {
      const key = refKey(value);
      if (!known.pages.has(key))
        broken(key, `an entry that exists under content/${value.collection}/`, nearestPage(value, known));
      // What a report is about is the ledger's to show, on the page it is about.
      else if (collection !== 'reports')
        mentions.push({ from: { collection, id }, to: value, words: undefined, field: String(path[0]) });
    } else if (isReportRef(value)) {
      const key = reportKey(value);
      if (!hasReport(known, value))
        broken(key, 'a report that a ledger holds', nearest(key, [...known.reports]));
      else uses.push({ from: { collection, id }, report: key });
    }
  }
  return { mentions, uses, problems };
}

function joined(parts: readonly Mentions[]): Mentions {
  return {
    mentions: parts.flatMap((part) => part.mentions),
    uses: parts.flatMap((part) => part.uses),
    problems: parts.flatMap((part) => part.problems),
  };
}

/** The mentions and uses in a file's prose. */
export function proseMentions(writing: Writing, known: Known): Mentions {
  const { lede, prose } = writing;
  const blocks = [...lede.blocks, ...prose.blocks, ...prose.headings];
  return joined(blocks.map((block) => blockMentions(writing, block, known)));
}

/** All mentions and uses of one entry. */
export function mentionsOf(entry: Entry, known: Known): Mentions {
  return joined([fieldMentions(entry, known), proseMentions(entry, known)]);
}

/** The keys of all pages. */
export function pageKeys(entries: Readonly<Record<string, readonly Entry[]>>): Set<string> {
  return new Set(COLLECTIONS.flatMap((name) => (entries[name] ?? []).map((entry) => pageKey(entry))));
}
