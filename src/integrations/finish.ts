// After Astro has written the pages: each is made portable and gets its policy, then all are checked against one another.
// A problem stops the build before anything reaches dist/.
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { ContentError } from '../model/problems.ts';
import { ARCHIVE, SUMS } from './offline-copy.ts';
import { linkProblems, linkReader, type PageLinks } from './links.ts';
import { files, htmlFiles, pieces } from './output.ts';
import { withPolicy } from './policy.ts';
import { portable, rooted } from './portable.ts';
import { listingReader, writeSitemap } from './sitemap.ts';
import { tagRewriter } from './tags.ts';

/** Files that pages link to and that later steps write. */
const LATER = [ARCHIVE, `${ARCHIVE}.sha256`, SUMS];

/** The page that hosts show for an address that does not exist. */
const MISSING = '404.html';

/** A page as it is published, and what the rest needs to know of it. */
interface Finished {
  /** In UTF-8, in pieces: as bytes since a string of the whole work takes twice the memory. */
  readonly html: readonly Uint8Array[];
  readonly links: PageLinks;
  /** The address that search engines are to list. */
  readonly address: string | undefined;
}

/**
 * Makes a page portable: reads it once.
 * @param html its text, in pieces, of which the first holds the head
 * @param path its path in the output
 * @param site the public address of the site, if it has one
 * @param strings what links and ids are kept as, shared by the pages of a site
 */
export function finishPage(
  html: Iterable<string>,
  path: string,
  site?: URL,
  strings = new Map<string, string>(),
): Finished {
  const links = linkReader(path, strings);
  const listing = listingReader();
  const styles = new Set<string | undefined>();
  const scripts: string[] = [];
  const rewriter = tagRewriter({
    tag: (name, written) => {
      // What stands twice on a page names its style sheets twice.
      if (name === 'link' && written['rel'] === 'stylesheet') {
        const { href } = written;
        if (styles.has(href)) return 'drop';
        styles.add(href);
      }
      const relative = portable(written, path);
      links.tag(name, relative);
      listing.tag(name, relative);
      const attributes = path === MISSING && site ? rooted(relative, site.pathname) : relative;
      return attributes === written ? undefined : attributes;
    },
    inlineScript: (text) => scripts.push(text),
  });
  let first: string | undefined;
  const rest: Uint8Array[] = [];
  for (const piece of html) {
    const done = rewriter.write(piece);
    if (first === undefined) first = done;
    else rest.push(Buffer.from(done));
  }
  rest.push(Buffer.from(rewriter.end()));
  // The policy names every script of the page, and stands before them.
  const head = Buffer.from(withPolicy(first ?? '', scripts));
  return { html: [head, ...rest], links: links.links(), address: listing.address() };
}

/** The text of a file, a piece at a time. */
function* textOf(file: string): Generator<string> {
  const decoder = new StringDecoder();
  for (const piece of pieces(file)) yield decoder.write(piece);
}

function write(path: string, content: readonly Uint8Array[]): void {
  const file = openSync(path, 'w');
  try {
    for (const piece of content) writeSync(file, piece);
  } finally {
    closeSync(file);
  }
}

/**
 * Makes the pages of a folder portable and checks them; lists them where the site has a public address.
 * @param site the public address of the site, if it has one
 * @returns the number of pages
 * @throws ContentError with every broken link
 */
export function finishPages(dir: string, site?: URL): number {
  const listed: string[] = [];
  const strings = new Map<string, string>();
  const pages = htmlFiles(dir).map((path) => {
    const file = join(dir, path);
    const { html, links, address } = finishPage(textOf(file), path, site, strings);
    if (address !== undefined) listed.push(address);
    write(file, html);
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
