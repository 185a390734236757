// Processes the pages that Astro has written: puts their styles into them, makes their links relative, adds their
// content-security policy, and checks all links. A problem stops the build before anything reaches dist/.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContentError } from '../model/problems.ts';
import { files, htmlFiles } from './files.ts';
import { isForScreen, sheetReader, styleText, type SheetReader } from './inline-styles.ts';
import { linkProblems, linkReader } from './links.ts';
import { withPolicy } from './policy.ts';
import { portable, rooted } from './portable.ts';
import { rewriteTags } from './tag-rewriter.ts';
import { ADDED } from './offline-copy.ts';
import { relativeAddress } from '../util/relative-address.ts';
import { writeSitemap } from './sitemap.ts';

/** The page that hosts show for an address that does not exist. */
const MISSING = '404.html';

/**
 * Makes a page portable, and adds its styles and its policy.
 * @param html the page as Astro has written it
 * @param path the page's path in the output
 * @param sheet reads the style sheets that the page links
 * @param site the public address of the site, if it has one
 */
export function processPage(html: string, path: string, sheet: SheetReader, site?: URL) {
  const reader = linkReader(path);
  let listed: string | undefined;
  let hidden = false;
  const sheets = new Set<string>();
  const scripts: string[] = [];
  const rewritten = rewriteTags(html, {
    tag: (name, written) => {
      if (name === 'link' && isForScreen(written)) {
        // A component links its style sheet each time it is used on a page.
        sheets.add(written['href'] ?? '');
        return 'drop';
      }
      const relative = portable(written, path);
      reader.tag(name, relative);
      if (name === 'link' && relative['rel'] === 'canonical') listed ??= relative['href'];
      if (name === 'meta' && relative['name'] === 'robots') hidden = true;
      const attributes = path === MISSING && site ? rooted(relative, site.pathname) : relative;
      return attributes === written ? undefined : attributes;
    },
    inlineScript: (text) => scripts.push(text),
  });
  const locate = (address: string): string =>
    path === MISSING && site ? site.pathname + address.slice(1) : relativeAddress(path, address);
  const style = styleText([...sheets].map(sheet), locate);
  return {
    html: withPolicy(rewritten, scripts, style),
    /** The addresses of the style sheets in it, from the root. */
    sheets,
    links: reader.links,
    /** The canonical address; undefined if search engines must not list the page. */
    listed: hidden ? undefined : listed,
  };
}

/**
 * Processes the pages of a folder, and writes the sitemap of a site with a public address.
 * @param site the public address of the site, if it has one
 * @throws ContentError with every broken link
 */
export function processPages(dir: string, site: URL | undefined): void {
  const listed: string[] = [];
  const sheets = new Set<string>();
  const sheet = sheetReader(dir);
  const pages = htmlFiles(dir).map((path) => {
    const file = join(dir, path);
    const page = processPage(readFileSync(file, 'utf8'), path, sheet, site);
    writeFileSync(file, page.html);
    for (const each of page.sheets) sheets.add(each);
    if (page.listed !== undefined) listed.push(page.listed);
    return page.links;
  });
  for (const each of sheets) rmSync(join(dir, each));
  if (site) writeSitemap(dir, listed);
  const problems = linkProblems(pages, new Set([...files(dir), ...ADDED]));
  if (problems.length > 0) throw new ContentError(problems);
}
