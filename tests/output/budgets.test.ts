// Budgets: the bytes and requests that each kind of page, and search, may take. A breach names the file and the excess.
// Raise a budget only for something that readers get in return.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { files } from '../../src/output/files.ts';
import { PAGES as pages } from '../support/kinds.ts';
import { DIST } from '../support/project.ts';
import { attributes, hrefs, parse } from '../support/site.ts';
import { breaches, fileAt, gzipped, KB, size, sum } from '../support/weight.ts';

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
  const links = 'link[rel="stylesheet"]:not([disabled]), link[rel="preload"], link[rel="icon"], image';
  const styles = $('style').text();
  const named = [
    ...hrefs($(links)),
    ...attributes($('script[src]:not([type="text/plain"]), img[src]'), 'src'),
    // Browsers load the extra fonts only where a page has their letters (tests/browser/fonts.spec.ts).
    ...[...styles.matchAll(/url\(["']?((?![^)]*-extra\.)[^"')]+)/g)].map(([, address = '']) => address),
  ].filter((address) => !/^(?:data:|#)/.test(address));
  return 1 + new Set(named.map((address) => fileAt(path, address))).size;
}

/** What pages or files weigh, by their path. */
const weighed = (paths: readonly string[], weigh: (path: string) => number): Record<string, number> =>
  Object.fromEntries(paths.map((path) => [path, weigh(path)]));

describe('a page', () => {
  test.each(Object.entries(PAGES))('of the kind “%s” takes at most %i bytes', (kind, limit) => {
    const ones = pages.filter((path) => kindOf(path) === kind);
    expect(ones.length).toBeGreaterThan(0);
    expect(breaches(limit, weighed(ones, size))).toEqual([]);
  });

  test(`asks for at most ${REQUESTS} files, itself among them`, () =>
    expect(breaches(REQUESTS, weighed(pages, requests), 'files')).toEqual([]));
});

/** The bytes that a server can send at once: ten packets (RFC 6928). */
const PAGE = 14_600;
/** A page of many reports. Its first screen needs only PAGE bytes: tests/browser/first-paint.spec.ts. */
const LEDGER = 42 * KB;
const SCRIPTS = 2 * KB;
/** The styles in a page, before its text. */
const STYLES = 6.75 * KB;
/** The fonts that every page asks for. */
const FONTS = 32 * KB;

/** The pages that may have a second script: that with the switch for offline reading, and the 404 page. */
const TWO_SCRIPTS = ['offline.html', '404.html'];

/** A page with more links to rows of the ledgers than this counts as a ledger, whatever its kind. */
const MANY = 36;

/**
 * True if a page shows many reports, as rows or through marks and notes, or shows the whole archive: a map of all
 * places, the lineage of all sources, all questions that changed, or the map and the answers of each day on the home
 * page.
 */
function isLedger(path: string): boolean {
  const $ = parse(path);
  // The notes beside the text repeat those at its end.
  const rows = hrefs($('a[href*="#r"]:not(.sidenote a)')).filter((href) => /#r\d+$/.test(href));
  return (
    rows.length > MANY ||
    $('.map-front, .map-names .state.emphasis, .index-page #chart-lineage, .changed').length > 0
  );
}

/** The bytes of a page without the JSON-LD at its end, which no reader waits for. */
function shown(path: string): number {
  const html = readFileSync(join(DIST, path), 'utf8');
  return gzipped(
    html.replace(/<script type="application\/ld\+json">[^<]*<\/script>(?=<\/body><\/html>$)/, ''),
  );
}

/** The bytes of the scripts of a page, except that of every page, which is loaded after the first paint (src/scripts/early.ts). */
function scripts(path: string): number {
  const $ = parse(path);
  const inside = Array.from($('script:not([src], [type$="json"])'), (script) => gzipped($(script).text()));
  const outside = attributes($('script[src]:is(head *, :not([type="text/plain"]))'), 'src');
  return sum([...inside, ...outside.map((address) => size(fileAt(path, address)))]);
}

describe('what a browser loads before it shows a page', () => {
  const ledgers = pages.filter(isLedger);

  test('no style sheet for the screen stands between a page and its first paint', () => {
    const linked = 'link[rel="stylesheet"]:not([disabled], [media="print"])';
    expect(pages.filter((path) => parse(path)(linked).length > 0)).toEqual([]);
  });

  test('a page takes at most 14 KB', () => {
    const light = pages.filter((path) => !ledgers.includes(path));
    expect(breaches(PAGE, weighed(light, shown))).toEqual([]);
  });

  test('a ledger takes at most 42 KB, and few pages are ledgers', () => {
    expect(breaches(LEDGER, weighed(ledgers, shown))).toEqual([]);
    expect(ledgers.length).toBeLessThan(pages.length / 6);
  });

  test('scripts before any interaction take at most 2 KB', () => {
    const others = pages.filter((path) => !TWO_SCRIPTS.includes(path));
    expect(breaches(SCRIPTS, weighed(others, scripts))).toEqual([]);
    expect(breaches(2 * SCRIPTS, weighed(TWO_SCRIPTS, scripts))).toEqual([]);
  });

  test('the fonts of a page in English take at most 32 KB', () => {
    const faces = files(DIST).filter((path) => /-latin\.[^/]+\.woff2$/.test(path));
    expect(faces).toHaveLength(4);
    // WOFF2 is compressed already.
    const weight = sum(faces.map((path) => statSync(join(DIST, path)).size));
    expect(breaches(FONTS, { [faces.join(', ')]: weight })).toEqual([]);
  });

  test('the styles in a page take at most 6.75 KB', () => {
    const styles = (path: string): number => gzipped(parse(path)('style').text());
    expect(breaches(STYLES, weighed(pages, styles))).toEqual([]);
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
    weighed(
      all.filter((path) => pattern.test(path)),
      weight,
    );
  // search.test.ts says which files there are. Those of the facets are not fetched: search.js has them.
  const start = weights(/^search\/[^/]+$/);
  const pieces = weights(/^search\/index\//);
  const results = weights(/^search\/fragment\//);
  const middle = (some: Readonly<Record<string, number>>): number => {
    const sorted = Object.values(some).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };

  test('fetches at most 126 KB when it is opened', () => {
    const together = { [Object.keys(start).join(', ')]: sum(Object.values(start)) };
    expect(breaches(SEARCH_START, together)).toEqual([]);
  });

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
