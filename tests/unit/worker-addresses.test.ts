import { expect, test } from 'vitest';
import { isHashed, pageFile } from '../../src/worker/addresses.ts';

test.each([
  ['', 'index.html'],
  ['index.html', 'index.html'],
  ['places/', 'places/index.html'],
  ['places/grayvoron.html', 'places/grayvoron.html'],
  // Some hosts drop `.html`.
  ['places/grayvoron', 'places/grayvoron.html'],
  ['events/raid/reports-2', 'events/raid/reports-2.html'],
  ['SHA256SUMS', undefined],
  ['_headers', undefined],
  ['icon.svg', undefined],
  ['claimed-and-denied.zip', undefined],
  ['data/reports.csv', undefined],
  ['search/search.js', undefined],
  ['service-worker.js', undefined],
  ['assets/Page.kYlb5wTK.css', undefined],
  // Outside the site.
  ['//', undefined],
])('the page at %o is %o', (path, file) => expect(pageFile(path)).toBe(file));

test.each([
  ['assets/Page.kYlb5wTK.css', true],
  ['search/pagefind.en-gb_aa2374bd4e91d.pf_meta', true],
  ['search/index/en-gb_0a1b2c3.pf_index', true],
  ['search/fragment/en-gb_0a1b2c3.pf_fragment', true],
  ['search/filter/en-gb_0a1b2c3.pf_filter', true],
  ['search/pagefind-entry.json', false],
  ['search/wasm.en-gb.pagefind', false],
  ['search/search.js', false],
  ['places/assets/index.html', false],
  ['service-worker.js', false],
])('the name of %s contains a hash: %o', (path, hashed) => expect(isHashed(path)).toBe(hashed));
