// Processes the pages that Astro has written: makes their links relative, adds their content-security policy, and
// checks all links. A problem stops the build before anything reaches dist/.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { ContentError } from '../model/problems.ts';
import { files, htmlFiles } from '../output/files.ts';
import { linkProblems, linkReader, type PageLinks } from '../output/links.ts';
import { withPolicy } from '../output/policy.ts';
import { portable, rooted } from '../output/portable.ts';
import { rewriteTags } from '../output/tag-rewriter.ts';
import { ARCHIVE, SUMS } from './offline-copy.ts';
import { listingReader, writeSitemap } from './sitemap.ts';

/** Files that pages link to and that later steps of the build write. */
const LATER = [ARCHIVE, `${ARCHIVE}.sha256`, SUMS];

/** The page that hosts show for an address that does not exist. */
const MISSING = '404.html';

/** A page as it is published. */
interface Processed {
  readonly html: string;
  readonly links: PageLinks;
  /** The canonical address; undefined if search engines must not list the page. */
  readonly listed: string | undefined;
}

/**
 * Makes a page portable and adds its policy.
 * @param html the page as Astro has written it
 * @param path the page's path in the output
 * @param site the public address of the site, if it has one
 */
export function processPage(html: string, path: string, site?: URL): Processed {
  const reader = linkReader(path);
  const listing = listingReader();
  const sheets = new Set<string | undefined>();
  const scripts: string[] = [];
  const rewritten = rewriteTags(html, {
    tag: (name, written) => {
      if (name === 'link' && written['rel'] === 'stylesheet') {
        // A component links its style sheet each time it is used on a page.
        if (sheets.has(written['href'])) return 'drop';
        sheets.add(written['href']);
      }
      const relative = portable(written, path);
      reader.tag(name, relative);
      listing.tag(name, relative);
      const attributes = path === MISSING && site ? rooted(relative, site.pathname) : relative;
      return attributes === written ? undefined : attributes;
    },
    inlineScript: (text) => scripts.push(text),
  });
  return { html: withPolicy(rewritten, scripts), links: reader.links, listed: listing.address() };
}

/**
 * Processes the pages of a folder, and writes the sitemap of a site with a public address.
 * @param site the public address of the site, if it has one
 * @returns the number of pages
 * @throws ContentError with every broken link
 */
function processPages(dir: string, site?: URL): number {
  const listed: string[] = [];
  const pages = htmlFiles(dir).map((path) => {
    const file = join(dir, path);
    const page = processPage(readFileSync(file, 'utf8'), path, site);
    writeFileSync(file, page.html);
    if (page.listed !== undefined) listed.push(page.listed);
    return page.links;
  });
  if (site) writeSitemap(dir, listed);
  const problems = linkProblems(pages, new Set([...files(dir), ...LATER]));
  if (problems.length > 0) throw new ContentError(problems);
  return pages.length;
}

export function postProcess(): AstroIntegration {
  let site: URL | undefined;
  return {
    name: 'post-process',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site ? new URL(config.site) : undefined;
      },
      'astro:build:done': ({ dir, logger }) => {
        const pages = processPages(fileURLToPath(dir), site);
        logger.info(`${pages} pages made portable, every link and anchor checked`);
      },
    },
  };
}
