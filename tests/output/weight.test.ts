// Limits in bytes for what a browser loads before it shows a page: the page and its style sheets, compressed by gzip.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { CheerioAPI } from 'cheerio';
import { beforeAll, describe, expect, test } from 'vitest';
import { files } from '../../src/output/files.ts';
import { PAGES } from '../support/kinds.ts';
import { DIST } from '../support/project.ts';
import { parse } from '../support/site.ts';
import { breaches, fileAt, KB, size, sum } from '../support/weight.ts';

/** What a server may send at once: ten packets (RFC 6928). */
const PAGE = 14 * KB;
/** A page of many reports. Its first screen needs only PAGE bytes: tests/browser/first-paint.spec.ts. */
const LEDGER = 40 * KB;
const SCRIPTS = 2 * KB;
/** The style sheets of all pages together. */
const STYLES = 12 * KB;
/** The fonts that every page asks for. */
const FONTS = 42 * KB;

/** The page with the switch for offline reading, the only page that may load a second script. */
const SWITCH = 'offline.html';

/** A page with more links to rows of the ledgers than this counts as a ledger, whatever its kind. */
const MANY = 40;

interface Weight {
  readonly path: string;
  /** HTML and style sheets, in bytes. */
  readonly bytes: number;
  readonly scripts: number;
  readonly styles: readonly string[];
  readonly ledger: boolean;
}

/**
 * True if a page shows many reports, as rows or through marks and notes, or draws the whole archive: a map of all
 * places, or the lineage of all sources.
 */
function isLedger($: CheerioAPI): boolean {
  const rows = $('a[href*="#r"]').filter((_index, link) => /#r\d+$/.test($(link).attr('href') ?? '')).length;
  return rows > MANY || $('.map-front, .map-names .state.emphasis, .index-page #chart-lineage').length > 0;
}

function weigh(path: string): Weight {
  const $ = parse(path);
  const styles = $('link[rel="stylesheet"]')
    .map((_index, link) => fileAt(path, $(link).attr('href') ?? ''))
    .get();
  const inline = $('script:not([src])')
    .map((_index, script) => gzipSync($(script).text(), { level: 9 }).length)
    .get();
  const outside = $('script[src]')
    .map((_index, script) => size(fileAt(path, $(script).attr('src') ?? '')))
    .get();
  return {
    path,
    bytes: size(path) + sum(styles.map(size)),
    scripts: sum(inline) + sum(outside),
    styles,
    ledger: isLedger($),
  };
}

describe('weight', () => {
  let pages: readonly Weight[] = [];
  const over = (limit: number, some: readonly Weight[]): string[] =>
    breaches(limit, Object.fromEntries(some.map(({ path, bytes }) => [path, bytes])));

  beforeAll(() => {
    // The whole page is not limited: it is for printing, and says so.
    pages = PAGES.map(weigh);
  });

  test('a page and its style sheets take at most 14 KB', () =>
    expect(
      over(
        PAGE,
        pages.filter(({ ledger }) => !ledger),
      ),
    ).toEqual([]));

  test('a ledger takes at most 40 KB, and few pages are ledgers', () => {
    expect(over(LEDGER, pages)).toEqual([]);
    expect(pages.filter(({ ledger }) => ledger).length).toBeLessThan(pages.length / 6);
  });

  test('scripts before any interaction take at most 2 KB', () => {
    const weights = (ones: readonly Weight[]): Record<string, number> =>
      Object.fromEntries(ones.map(({ path, scripts }) => [path, scripts]));
    const own = (path: string): boolean => path === SWITCH;
    expect([
      ...breaches(SCRIPTS, weights(pages.filter(({ path }) => !own(path)))),
      ...breaches(2 * SCRIPTS, weights(pages.filter(({ path }) => own(path)))),
    ]).toEqual([]);
  });

  test('the fonts of a page in English take at most 42 KB', () => {
    const faces = files(DIST).filter((path) => /-latin\.[^/]+\.woff2$/.test(path));
    expect(faces).toHaveLength(4);
    // WOFF2 is compressed already.
    const weight = sum(faces.map((path) => statSync(join(DIST, path)).size));
    expect(breaches(FONTS, { [faces.join(', ')]: weight })).toEqual([]);
  });

  test('all style sheets together take at most 12 KB', () => {
    const sheets = [...new Set(pages.flatMap(({ styles }) => styles))];
    expect(breaches(STYLES, { [sheets.join(', ')]: sum(sheets.map(size)) })).toEqual([]);
  });
});
