// Who refers to whom: every reference in front matter and every link in prose, with the words around
// it; and the problems of those that lead nowhere.
import type { Entry, EntryFile, InProse, Link, Writing } from '../model/entries.ts';
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

/** What a file's prose links to and cites, and what of it leads nowhere. */
export function inProse(writing: Writing, known: Known): InProse & { readonly problems: readonly Problem[] } {
  const { file, collection, lede, prose } = writing;
  const links: Link[] = [];
  const cites = new Set<string>();
  const problems: Problem[] = [];
  for (const block of [...lede.blocks, ...prose.blocks, ...prose.headings]) {
    for (const { key, line, column } of block.citations) {
      const ref = parseReportRef(key);
      if (ref && hasReport(known, ref)) cites.add(key);
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
        links.push({ to: { collection: target.collection, id: target.id }, words: context(block, link) });
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
  }
  return { links, cites: [...cites], problems };
}

/** References in a file's fields that lead nowhere. */
export function fieldProblems({ file, data, place }: EntryFile, known: Known): Problem[] {
  return [...fields(data)].flatMap(([path, value]): Problem[] => {
    const broken = (found: string, expected: string, near: string | undefined): Problem[] => [
      {
        rule: 'reference',
        file,
        ...place(path),
        field: fieldName(path),
        found: shown(found),
        expected,
        nearest: near,
      },
    ];
    if (isEntryRef(value) && !known.pages.has(refKey(value)))
      return broken(
        refKey(value),
        `an entry that exists under content/${value.collection}/`,
        nearestPage(value, known),
      );
    if (isReportRef(value) && !hasReport(known, value))
      return broken(
        reportKey(value),
        'a report that a ledger holds',
        nearest(reportKey(value), [...known.reports]),
      );
    return [];
  });
}

/** All that an entry refers to and rests on. */
export function mentionsOf({ collection, id, data: { links, cites, ...data } }: Entry): {
  mentions: Mention[];
  uses: Use[];
} {
  const from = { collection, id };
  const mentions: Mention[] = [];
  const uses: Use[] = [];
  for (const [path, value] of fields(data)) {
    if (isEntryRef(value)) mentions.push({ from, to: value, words: undefined, field: String(path[0]) });
    else if (isReportRef(value)) uses.push({ from, report: reportKey(value) });
  }
  mentions.push(...links.map(({ to, words }) => ({ from, to, words, field: undefined })));
  uses.push(...cites.map((report) => ({ from, report })));
  return { mentions, uses };
}
