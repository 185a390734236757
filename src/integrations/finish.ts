// After Astro has written the pages: each is made portable and gets its policy, then all are checked against one another.
// A problem stops the build before anything reaches dist/.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { load } from 'cheerio';
import { ContentError } from '../model/problems.ts';
import { ARCHIVE, SUMS } from './offline-copy.ts';
import { linkProblems, pageLinks } from './links.ts';
import { files, htmlFiles } from './output.ts';
import { addPolicy } from './policy.ts';
import { dropRepeatedStyles, makePortable, makeRooted } from './portable.ts';
import { listedAddress, writeSitemap } from './sitemap.ts';

/** Files that pages link to and that later steps write. */
const LATER = [ARCHIVE, `${ARCHIVE}.sha256`, SUMS];

/** The page that hosts show for an address that does not exist. */
const MISSING = '404.html';

/**
 * Makes the pages of a folder portable and checks them; lists them where the site has a public address.
 * @param site the public address of the site, if it has one
 * @returns the number of pages
 * @throws ContentError with every broken link
 */
export function finishPages(dir: string, site?: URL): number {
  const listed: string[] = [];
  const pages = htmlFiles(dir).map((path) => {
    const file = join(dir, path);
    const $ = load(readFileSync(file, 'utf8'));
    dropRepeatedStyles($);
    makePortable($, path);
    addPolicy($);
    const links = pageLinks($, path);
    const address = listedAddress($);
    if (address !== undefined) listed.push(address);
    if (path === MISSING && site) makeRooted($, site.pathname);
    writeFileSync(file, $.html());
    return links;
  });
  if (site) writeSitemap(dir, listed, site);
  const problems = linkProblems(pages, new Set([...files(dir), ...LATER]));
  if (problems.length > 0) throw new ContentError(problems);
  return pages.length;
}

export function finish(): AstroIntegration {
  let site: URL | undefined;
  return {
    name: 'finish',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site ? new URL(config.site) : undefined;
      },
      'astro:build:done': ({ dir, logger }) => {
        const pages = finishPages(fileURLToPath(dir), site);
        logger.info(`${pages} pages made portable, every link and anchor checked`);
      },
    },
  };
}
