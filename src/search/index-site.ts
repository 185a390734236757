// Indexes a built site with Pagefind: every page, and every report as a result of its own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { htmlFiles } from '../output/files.ts';
import { bundleSearch, LANGUAGE } from './bundle.ts';
import { reportRecords } from './report-records.ts';
import { vocabularyOf } from './vocabulary.ts';

/** Stops the build with Pagefind's errors, which it returns as strings. */
function check({ errors }: { readonly errors: readonly string[] }): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}

/**
 * Parts neighbouring cells and facts, whose words Pagefind would join: an excerpt then reads "Damage: A house burnt · Three cars".
 * @param html of a page
 */
export function withSeparators(html: string): string {
  return html.replaceAll('</dt>', ':</dt> ').replaceAll(/<\/(?:dd|t[dh])>/g, ' ·$& ');
}

/**
 * Writes the search index of a built site, and what searches it, into the folder `search/` of the site.
 * @param dir the folder of the built site
 * @throws if Pagefind refuses a page or a record, or if the exports lack a field (src/search/report-records.ts)
 */
export async function indexSite(dir: string): Promise<void> {
  const folder = join(dir, 'search');
  try {
    const { index, errors } = await pagefind.createIndex({
      forceLanguage: LANGUAGE,
      // No text of the page: the kind of page above its heading, note numbers, symbols, counts, the marks of inferred dates
      // and of pages that were not saved, and the sides that say nothing. Not the notes either: each report is a result of
      // its own. Nor the items of an index, each of which has its page.
      excludeSelectors: [
        ...['.kicker', 'sup', '[aria-hidden="true"]', '.sidenote', '.footnotes', '.marks'],
        ...['.weight', '.tally', '.inferred', '.silent', '.seen', '.seen-voice > .unseen'],
        ...['section', 'figure', 'nav', 'ul', 'ol', 'div', 'p', 'h2'].map((name) => `.index-page > ${name}`),
      ],
    });
    check({ errors });
    if (!index) throw new Error('Pagefind made no index.');
    for (const path of htmlFiles(dir)) {
      const html = readFileSync(join(dir, path), 'utf8');
      // Pagefind indexes only pages with this attribute.
      if (html.includes('data-pagefind-body'))
        check(await index.addHTMLFile({ url: `/${path}`, content: withSeparators(html) }));
    }
    for (const record of reportRecords(dir)) check(await index.addCustomRecord(record));
    check(await index.writeFiles({ outputPath: folder }));
  } finally {
    await pagefind.close();
  }
  await bundleSearch(folder, vocabularyOf(folder));
}
