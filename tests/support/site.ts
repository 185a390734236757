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
