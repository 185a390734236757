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
import { makePortable } from './portable.ts';

/** Files that pages link to and that later steps write. */
const LATER = [ARCHIVE, `${ARCHIVE}.sha256`, SUMS];

/** Makes the pages of a folder portable and checks them. @throws ContentError with every broken link */
export function finishPages(dir: string): number {
  const pages = htmlFiles(dir).map((path) => {
    const file = join(dir, path);
    const $ = load(readFileSync(file, 'utf8'));
    makePortable($, path);
    addPolicy($);
    writeFileSync(file, $.html());
    return pageLinks($, path);
  });
  const problems = linkProblems(pages, new Set([...files(dir), ...LATER]));
  if (problems.length > 0) throw new ContentError(problems);
  return pages.length;
}

export function finish(): AstroIntegration {
  return {
    name: 'finish',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        logger.info(`${finishPages(fileURLToPath(dir))} pages made portable, every link and anchor checked`);
      },
    },
  };
}
