// The check of every link in the output: its file exists, its anchor exists, nothing is loaded from
// another host. An error names what does exist.
import { posix } from 'node:path';
import { nearest, shown, type Problem } from '../model/problems.ts';
import type { Attributes } from './tags.ts';

/** What the check needs to know of a page. */
export interface PageLinks {
  readonly path: string;
  readonly ids: ReadonlySet<string>;
  readonly repeatedIds: readonly string[];
  /** Each once. */
  readonly links: ReadonlySet<string>;
  /** Addresses that the browser loads by itself: styles, scripts, images. */
  readonly loaded: ReadonlySet<string>;
}

/** What reads the tags of a page, and then tells what they link to. */
export interface LinkReader {
  readonly tag: (name: string, attributes: Attributes) => void;
  readonly links: () => PageLinks;
}

/**
 * Reads what a page links to, loads and can be linked by.
 * @param strings one string of its own for each: a piece of a page would keep the whole page in memory
 */
export function linkReader(path: string, strings = new Map<string, string>()): LinkReader {
  const ownString = (text: string): string => {
    const held = strings.get(text);
    if (held !== undefined) return held;
    const copy = Buffer.from(text).toString();
    strings.set(copy, copy);
    return copy;
  };
  const ids = new Set<string>();
  const repeatedIds = new Set<string>();
  const links = new Set<string>();
  const loaded = new Set<string>();
  return {
    tag: (name, { id, href, src, rel }) => {
      if (id !== undefined) (ids.has(id) ? repeatedIds : ids).add(ownString(id));
      if (src !== undefined) loaded.add(ownString(src));
      if (href === undefined) return;
      if (name === 'a' || name === 'area') links.add(ownString(href));
      if (name === 'link' && rel !== 'canonical' && rel !== 'alternate') loaded.add(ownString(href));
    },
    links: () => ({ path, ids, repeatedIds: [...repeatedIds], links, loaded }),
  };
}

function problem(path: string, field: string, found: string, expected: string, near?: string): Problem {
  return {
    rule: 'link',
    file: path,
    line: 0,
    column: 0,
    field,
    found: shown(found),
    expected,
    nearest: near,
  };
}

/** An address or an anchor as it is meant; as it stands where its percent signs mean nothing. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Checks all pages against one another.
 * @param pages every page of the output
 * @param files every file of the output
 */
export function linkProblems(pages: readonly PageLinks[], files: ReadonlySet<string>): Problem[] {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const names = [...files];
  return pages.flatMap((page) => {
    const problems = page.repeatedIds.map((id) =>
      problem(page.path, 'id', id, 'an id that stands once on a page'),
    );
    for (const address of page.loaded) {
      if (/^(?:[a-z]+:)?\/\//i.test(address))
        problems.push(problem(page.path, 'loaded', address, 'a file of this site'));
      else if (
        !address.startsWith('data:') &&
        !files.has(posix.join(posix.dirname(page.path), address.replace(/[?#].*$/, '')))
      ) {
        problems.push(problem(page.path, 'loaded', address, 'a file that exists'));
      }
    }
    for (const link of page.links) {
      if (/^(?:https:|mailto:)/.test(link)) continue;
      const [, file = '', hash = ''] = /^([^#]*)#?(.*)$/s.exec(link) ?? [];
      if (link.startsWith('/') || /^[a-z]+:/i.test(link)) {
        problems.push(problem(page.path, 'link', link, 'a relative link'));
        continue;
      }
      const target = file === '' ? page.path : posix.join(posix.dirname(page.path), decoded(file));
      if (!files.has(target)) {
        problems.push(problem(page.path, 'link', link, 'a file that exists', nearest(target, names)));
        continue;
      }
      const ids = byPath.get(target)?.ids;
      if (hash !== '' && ids && !ids.has(decoded(hash))) {
        problems.push(problem(page.path, 'anchor', link, `an id on ${target}`, nearest(hash, [...ids])));
      }
    }
    return problems;
  });
}
