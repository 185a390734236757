// The built pages as parsed HTML.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import { htmlFiles } from '../../src/output/files.ts';
import { DIST } from './project.ts';

if (!existsSync(DIST)) throw new Error('There is no dist/ to test: run `npm run build` first.');

/** Every page, as a path from the site's root. */
export const SITE: readonly string[] = htmlFiles(DIST);

const parsed = new Map<string, CheerioAPI>();

/** Parses a page. Tests share the result and must not change it. @param path from the site's root */
export function parse(path: string): CheerioAPI {
  const $ = parsed.get(path) ?? load(readFileSync(join(DIST, path), 'utf8'));
  parsed.set(path, $);
  return $;
}

/** What a selector finds. */
export type Elements = ReturnType<CheerioAPI>;

/** A text with single spaces. */
export const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The words of each element. */
export const texts = (found: Elements): string[] =>
  Array.from(found, (_element, index) => words(found.eq(index).text()));

/** The values of an attribute of the elements that have it. */
export const attributes = (found: Elements, name: string): string[] =>
  [...found].flatMap((_element, index) => found.eq(index).attr(name) ?? []);

/** The addresses of links. */
export const hrefs = (found: Elements): string[] => attributes(found, 'href');
