// What a reader has to load before anything shows: the page and its style sheets, compressed as every host can.
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { load, type CheerioAPI } from 'cheerio';
import { beforeAll, describe, expect, test } from 'vitest';
import { htmlFiles } from '../../src/integrations/output.ts';
import { DIST } from '../support/project.ts';

const KB = 1024;
/** What a first answer of a server can hold: ten packets. */
const PAGE = 14 * KB;
const LEDGER = 40 * KB;
const SCRIPTS = 2 * KB;
/** The style sheets of all pages together. */
const STYLES = 12 * KB;

/** All pages in one, to take away. */
const WHOLE = 'whole.html';

/** The page of the switch for offline reading, which is a script: it alone may load another one. */
const SWITCH = 'offline.html';

/** A page that refers to so many rows of the ledgers is a ledger itself, whatever its kind. */
const MANY = 40;

interface Weight {
  readonly path: string;
  /** HTML and style sheets, in bytes. */
  readonly bytes: number;
  readonly scripts: number;
  readonly styles: readonly string[];
  readonly ledger: boolean;
}

const sizes = new Map<string, number>();

/** The bytes of a file of the output, compressed. */
function size(path: string): number {
  const known = sizes.get(path) ?? gzipSync(readFileSync(join(DIST, path)), { level: 9 }).length;
  sizes.set(path, known);
  return known;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/**
 * It shows many reports: its rows, or the marks, notes and rows that lead to others', are many; or it draws the
 * whole archive at once, as a map of all places or as the lineage of all sources.
 */
function isLedger($: CheerioAPI): boolean {
  const rows = $('a[href*="#r"]').filter((_index, link) => /#r\d+$/.test($(link).attr('href') ?? '')).length;
  return rows > MANY || $('#map-overview-title, .index-page #chart-lineage').length > 0;
}

function weigh(path: string): Weight {
  const $ = load(readFileSync(join(DIST, path), 'utf8'));
  // The 404 page of a site with an address has full paths.
  const file = (address: string): string => posix.join(posix.dirname(path), address).replace(/^\/+/, '');
  const styles = $('link[rel="stylesheet"]')
    .map((_index, link) => file($(link).attr('href') ?? ''))
    .get();
  const inline = $('script:not([src])')
    .map((_index, script) => gzipSync($(script).text(), { level: 9 }).length)
    .get();
  const outside = $('script[src]')
    .map((_index, script) => size(file($(script).attr('src') ?? '')))
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
    some.filter(({ bytes }) => bytes > limit).map(({ path, bytes }) => `${path}: ${bytes}`);

  beforeAll(() => {
    if (!existsSync(DIST)) throw new Error('There is no dist/ to test: run `npm run build` first.');
    // The whole work on one page is for printing and reading devices, and says so.
    pages = htmlFiles(DIST)
      .filter((path) => path !== WHOLE)
      .map(weigh);
  }, 60_000);

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

  test('scripts before any interaction take less than 2 KB', () =>
    expect(
      pages
        .filter(({ path, scripts }) => scripts >= (path === SWITCH ? 2 * SCRIPTS : SCRIPTS))
        .map(({ path, scripts }) => `${path}: ${scripts}`),
    ).toEqual([]));

  test('all style sheets together take less than 12 KB', () =>
    expect(sum([...new Set(pages.flatMap(({ styles }) => styles))].map(size))).toBeLessThan(STYLES));
});
