// Budgets: the bytes and requests that each kind of page, and search, may take. A breach names the file and the excess.
// Raise a budget only for something that readers get in return.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { CheerioAPI } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { files } from '../../src/output/files.ts';
import { PAGES as pages } from '../support/kinds.ts';
import { DIST } from '../support/project.ts';
import { parse } from '../support/site.ts';
import { breaches, fileAt, KB, size, sum } from '../support/weight.ts';

/** The compressed HTML of a page of each kind, with the styles in it. The whole page has no budget. */
const PAGES = {
  'the first page': 19.25 * KB,
  'a page at the root': 17.25 * KB,
  'an index': 21.25 * KB,
  'a part of a list': 12 * KB,
  groups: 33.75 * KB,
  events: 40.5 * KB,
  questions: 17.5 * KB,
  // A ledger says at each row what other pages correct in it, and why; the text below says the same of the source.
  sources: 37.5 * KB,
  people: 15 * KB,
  organisations: 16 * KB,
  places: 20.25 * KB,
  terms: 9.75 * KB,
} as const;

type Kind = keyof typeof PAGES;

function kindOf(path: string): Kind {
  const [folder = '', name, part] = path.split('/');
  if (path === 'index.html') return 'the first page';
  if (name === undefined) return 'a page at the root';
  if (part !== undefined) return 'a part of a list';
  if (name === 'index.html') return 'an index';
  if (folder in PAGES) return folder as Kind;
  throw new RangeError(`${path} is of a kind that has no budget`);
}

/** The maximum number of files that a page loads: itself, the icon, the sheets for paper and for a closed part, scripts and fonts. */
const REQUESTS = 9;

/** Everything that is fetched when search is opened, before a word is typed: 123.1 KB, of which the WebAssembly 58.4,
    search.js 55.1, with the vocabulary and the facets in it, which grow with the content. */
const SEARCH_START = 126 * KB;
/** The bytes of Pagefind's list of records for each record, which grows with the content: 9.6. */
const SEARCH_RECORD = 10;
/** The piece of the index that contains a word: 33.9 KB at most, for the words around "say", "said" and "saved".
    Pagefind chooses the sizes of pieces. */
const SEARCH_WORD = 35 * KB;
/** The text of one result, the facts in its box with it: 9.4 KB at most. */
const SEARCH_RESULT = 10 * KB;
/** From opening search to the first results: the start, a piece and ten results of middling size: 152.1 KB. */
const SEARCH = 152.25 * KB;
const RESULTS_IN_VIEW = 10;

/** The number of files that a page and its styles name, itself included: the most that a browser requests. */
function requests(path: string): number {
  const $ = parse(path);
  const named = $(
    'link[rel="stylesheet"]:not([disabled]), link[rel="preload"], link[rel="icon"], script[src]:not([type="text/plain"]), img[src], image',
  )
    .map((_index, { attribs }) => attribs['href'] ?? attribs['src'])
    .get()
    .filter((address) => !address.startsWith('data:'))
    .map((address) => fileAt(path, address));
  const inStyles = [
    ...$('style')
      .text()
      .matchAll(/url\(["']?([^"')]+)/g),
  ]
    .map(([, address = '']) => address)
    // Browsers load the extra fonts only where a page has their letters (tests/browser/fonts.spec.ts).
    .filter((address) => !/^(?:data:|#)|-extra\./.test(address))
    .map((address) => fileAt(path, address));
  return 1 + new Set([...named, ...inStyles]).size;
}

describe('a page', () => {
  test.each(Object.entries(PAGES))('of the kind “%s” takes at most %i bytes', (kind, limit) => {
    const ones = pages.filter((path) => kindOf(path) === kind);
    expect(ones.length).toBeGreaterThan(0);
    expect(breaches(limit, Object.fromEntries(ones.map((path) => [path, size(path)])))).toEqual([]);
  });

  test(`asks for at most ${REQUESTS} files, itself among them`, () =>
    expect(
      breaches(REQUESTS, Object.fromEntries(pages.map((path) => [path, requests(path)])), 'files'),
    ).toEqual([]));
});

/** The bytes that a server can send at once: ten packets (RFC 6928). */
const PAGE = 14_600;
/** A page of many reports. Its first screen needs only PAGE bytes: tests/browser/first-paint.spec.ts. */
const LEDGER = 42 * KB;
const SCRIPTS = 2 * KB;
/** The styles in a page, before its text. The whole page has those of all kinds. */
const STYLES = 6.75 * KB;
/** The fonts that every page asks for. */
const FONTS = 32 * KB;

/** The pages that may have a second script: that with the switch for offline reading, and the 404 page. */
const TWO_SCRIPTS = ['offline.html', '404.html'];

/** A page with more links to rows of the ledgers than this counts as a ledger, whatever its kind. */
const MANY = 36;

interface Weight {
  readonly path: string;
  /** HTML with its styles, in bytes. */
  readonly bytes: number;
  readonly scripts: number;
  readonly styles: number;
  readonly ledger: boolean;
}

/**
 * True if a page shows many reports, as rows or through marks and notes, or shows the whole archive: a map of all
 * places, the lineage of all sources, all questions that changed, or the map and the answers of each day on the home
 * page.
 */
function isLedger($: CheerioAPI): boolean {
  // The notes beside the text repeat those at its end.
  const rows = $('a[href*="#r"]:not(.sidenote a)').filter((_index, link) =>
    /#r\d+$/.test($(link).attr('href') ?? ''),
  ).length;
  return (
    rows > MANY ||
    $('.map-front, .map-names .state.emphasis, .index-page #chart-lineage, .changed').length > 0
  );
}

/** A page without the JSON-LD at its end, which no reader waits for. */
const withoutData = (html: string): string =>
  html.replace(/<script type="application\/ld\+json">[^<]*<\/script>(?=<\/body><\/html>$)/, '');

function weigh(path: string): Weight {
  const $ = parse(path);
  const inline = $('script:not([src], [type$="json"])')
    .map((_index, script) => gzipSync($(script).text(), { level: 9 }).length)
    .get();
  // The script of every page is loaded after the first paint (src/scripts/early.ts).
  const outside = $('script[src]:is(head *, :not([type="text/plain"]))')
    .map((_index, script) => size(fileAt(path, $(script).attr('src') ?? '')))
    .get();
  return {
    path,
    bytes: gzipSync(withoutData(readFileSync(join(DIST, path), 'utf8')), { level: 9 }).length,
    scripts: sum(inline) + sum(outside),
    styles: gzipSync($('style').text(), { level: 9 }).length,
    ledger: isLedger($),
  };
}

describe('what a browser loads before it shows a page', () => {
  const weights = pages.map(weigh);
  const over = (limit: number, some: readonly Weight[]): string[] =>
    breaches(limit, Object.fromEntries(some.map(({ path, bytes }) => [path, bytes])));

  test('no style sheet for the screen stands between a page and its first paint', () => {
    const linked = 'link[rel="stylesheet"]:not([disabled], [media="print"])';
    expect(pages.filter((path) => parse(path)(linked).length > 0)).toEqual([]);
  });

  test('a page takes at most 14 KB', () => {
    const light = weights.filter(({ ledger }) => !ledger);
    expect(over(PAGE, light)).toEqual([]);
  });

  test('a ledger takes at most 42 KB, and few pages are ledgers', () => {
    expect(over(LEDGER, weights)).toEqual([]);
    expect(weights.filter(({ ledger }) => ledger).length).toBeLessThan(weights.length / 6);
  });

  test('scripts before any interaction take at most 2 KB', () => {
    const excess = weights.flatMap(({ path, scripts }) =>
      breaches(TWO_SCRIPTS.includes(path) ? 2 * SCRIPTS : SCRIPTS, { [path]: scripts }),
    );
    expect(excess).toEqual([]);
  });

  test('the fonts of a page in English take at most 32 KB', () => {
    const faces = files(DIST).filter((path) => /-latin\.[^/]+\.woff2$/.test(path));
    expect(faces).toHaveLength(4);
    // WOFF2 is compressed already.
    const weight = sum(faces.map((path) => statSync(join(DIST, path)).size));
    expect(breaches(FONTS, { [faces.join(', ')]: weight })).toEqual([]);
  });

  test('the styles in a page take at most 6.75 KB', () => {
    const some = weights.filter(({ path }) => path !== 'whole.html');
    expect(breaches(STYLES, Object.fromEntries(some.map(({ path, styles }) => [path, styles])))).toEqual([]);
  });
});

describe('search', () => {
  const all = files(join(DIST, 'search'))
    // Only pages from disk load the scripts beside the files of the index.
    .filter((path) => path === 'search.js' || !path.endsWith('.js'))
    .map((path) => `search/${path}`);
  // Pagefind has already compressed the index.
  const weight = (path: string): number =>
    /\.(?:js|css|json)$/.test(path) ? size(path) : readFileSync(join(DIST, path)).length;
  const weights = (pattern: RegExp): Record<string, number> =>
    Object.fromEntries(all.filter((path) => pattern.test(path)).map((path) => [path, weight(path)]));
  const start = weights(/^search\/[^/]+$/);
  // Not fetched: the facets are in search.js.
  const facets = weights(/^search\/filter\//);
  const pieces = weights(/^search\/index\//);
  const results = weights(/^search\/fragment\//);
  const middle = (some: Readonly<Record<string, number>>): number => {
    const sorted = Object.values(some).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };

  test('has all its kinds of files', () => {
    expect(Object.keys(start).map((path) => path.replace(/^.*\.(?=\w+$)/, ''))).toEqual(
      expect.arrayContaining(['js', 'css', 'json', 'pagefind', 'pf_meta']),
    );
    expect(Object.keys({ ...start, ...facets, ...pieces, ...results })).toHaveLength(all.length);
  });

  test('fetches at most 126 KB when it is opened', () =>
    expect(breaches(SEARCH_START, { [Object.keys(start).join(', ')]: sum(Object.values(start)) })).toEqual(
      [],
    ));

  test('of which at most 10 bytes for each record', () => {
    const list = weights(/\.pf_meta$/);
    expect(Object.keys(list)).toHaveLength(1);
    expect(breaches(SEARCH_RECORD * Object.keys(results).length, list)).toEqual([]);
  });

  test('fetches at most 35 KB for a word, and 10 KB for a result', () =>
    expect([...breaches(SEARCH_WORD, pieces), ...breaches(SEARCH_RESULT, results)]).toEqual([]));

  test('fetches at most 152.25 KB from its opening to the first results', () => {
    const typical = sum(Object.values(start)) + middle(pieces) + RESULTS_IN_VIEW * middle(results);
    expect(breaches(SEARCH, { 'search/': typical })).toEqual([]);
  });
});
