// Checks every link of the output: its file and anchor exist, and no script, style sheet or image is from another host.
// A problem names the nearest file or anchor that exists.
import { posix } from 'node:path';
import { nearest, shown, type Problem } from '../model/problems.ts';
import type { Attributes } from './tag-rewriter.ts';

/** What the check needs to know of a page. */
export interface PageLinks {
  /** The page's path in the output. */
  readonly path: string;
  readonly ids: ReadonlySet<string>;
  readonly repeatedIds: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  /** Addresses that the browser loads by itself: styles, scripts, images. */
  readonly loaded: ReadonlySet<string>;
}

/** Starts to collect the links of a page, while its tags are read. @param path the page's path in the output */
export function linkReader(path: string) {
  const ids = new Set<string>();
  const repeatedIds = new Set<string>();
  const links = new Set<string>();
  const loaded = new Set<string>();
  return {
    tag: (name: string, { id, href, src, rel }: Attributes): void => {
      if (id !== undefined) (ids.has(id) ? repeatedIds : ids).add(id);
      if (src !== undefined) loaded.add(src);
      if (href === undefined) return;
      if (name === 'a' || name === 'area') links.add(href);
      if (name === 'link' && rel !== 'canonical' && rel !== 'alternate') loaded.add(href);
    },
    links: { path, ids, repeatedIds, links, loaded } satisfies PageLinks,
  };
}

/** @returns an address with its percent-encoding decoded, or unchanged if the encoding is malformed */
export function decoded(text: string): string {
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
  return pages.flatMap(({ path, ids, repeatedIds, links, loaded }) => {
    const problems: Problem[] = [];
    const at = { rule: 'link', file: path, line: 0, column: 0 } as const;
    const report = (field: string, found: string, expected: string, near?: string): void => {
      problems.push({ ...at, field, found: shown(found), expected, nearest: near });
    };
    for (const id of repeatedIds) report('id', id, 'an id that stands once on a page');
    for (const address of loaded) {
      const file = posix.join(posix.dirname(path), address.replace(/[?#].*$/, ''));
      if (/^(?:[a-z]+:)?\/\//i.test(address)) report('loaded', address, 'a file of this site');
      else if (!address.startsWith('data:') && !files.has(file))
        report('loaded', address, 'a file that exists');
    }
    for (const link of links) {
      if (/^(?:https:|mailto:)/.test(link)) continue;
      if (link.startsWith('/') || /^[a-z]+:/i.test(link)) {
        report('link', link, 'a relative link');
        continue;
      }
      const [, file = '', hash = ''] = /^([^#]*)#?(.*)$/s.exec(link) ?? [];
      const target = file === '' ? path : posix.join(posix.dirname(path), decoded(file));
      const anchors = file === '' ? ids : byPath.get(target)?.ids;
      if (!files.has(target)) report('link', link, 'a file that exists', nearest(target, [...files]));
      else if (hash !== '' && anchors && !anchors.has(decoded(hash)))
        report('anchor', link, `an id on ${target}`, nearest(hash, [...anchors]));
    }
    return problems;
  });
}
