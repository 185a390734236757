// The first use of a term on a page links to its explanation: on every built page. tests/unit/glossary.test.ts checks
// where a term is not explained: in headings and quotations, on its own page, and where its entry says so.
import { beforeAll, expect, test } from 'vitest';
import { parse, SITE } from '../support/site.ts';

/** A link to a term in the prose of a page. */
interface TermLink {
  readonly page: string;
  readonly term: string;
  /** True if the build made the link, false if an editor did. */
  readonly set: boolean;
  readonly words: string;
  /** The text of its paragraph or list item up to the link. */
  readonly before: string;
}

const links: TermLink[] = [];

beforeAll(() => {
  for (const page of SITE) {
    const $ = parse(page);
    // Only links in sentences have previews; those in lists and charts do not.
    for (const element of $('.prose a[data-preview]')) {
      const { pathname } = new URL($(element).attr('href') ?? '', `https://site.example/${page}`);
      const term = /^\/terms\/(.+)\.html$/.exec(pathname)?.[1];
      if (term === undefined) continue;
      const [start = ''] = $(element).closest('p, li').html()?.split($.html(element)) ?? [];
      const before = start.replace(/<[^>]*>/g, '');
      links.push({ page, term, set: $(element).hasClass('term'), words: $(element).text(), before });
    }
  }
});

const described = ({ page, term, words }: TermLink): string => `${page}: ${words} (${term})`;

test('terms are explained, each at most once on a page', () => {
  const set = links.filter((link) => link.set);
  expect(new Set(set.map(({ page }) => page)).size, 'pages that explain a term').toBeGreaterThan(100);
  const keys = set.map(({ page, term }) => `${page} ${term}`);
  expect(set.filter((_link, at) => keys.indexOf(keys[at] ?? '') !== at).map(described)).toEqual([]);
});

test('no term is explained after an editor’s own link to it', () => {
  const late = links.filter(
    (link, at) =>
      link.set && links.slice(0, at).some(({ page, term }) => page === link.page && term === link.term),
  );
  expect(late.map(described)).toEqual([]);
});

test.each([
  ['regime', /counterterrorist/i],
  ['carrier', /armoured|personnel/i],
])('“%s” is not explained where the word means something else', (term, other) => {
  const wrong = links.filter((link) => link.set && link.term === term && other.test(link.before));
  expect(wrong.map(described)).toEqual([]);
});
