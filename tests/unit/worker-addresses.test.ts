import { expect, test } from 'vitest';
import { changingFile, isLasting } from '../../src/worker/addresses.ts';

test.each([
  ['', 'index.html'],
  ['index.html', 'index.html'],
  ['places/', 'places/index.html'],
  ['places/grayvoron.html', 'places/grayvoron.html'],
  // Some hosts leave the end out.
  ['places/grayvoron', 'places/grayvoron.html'],
  ['events/raid/reports-2', 'events/raid/reports-2.html'],
  ['icon.svg', 'icon.svg'],
  ['search/search.js', 'search/search.js'],
  ['search/search.css', 'search/search.css'],
  ['search/pagefind-entry.json', 'search/pagefind-entry.json'],
  ['search/wasm.en-gb.pagefind', 'search/wasm.en-gb.pagefind'],
  ['search/pagefind.en-gb_1.pf_meta', 'search/pagefind.en-gb_1.pf_meta'],
  ['search/index/en-gb_1.pf_index', undefined],
  ['SHA256SUMS', undefined],
  ['_headers', undefined],
  ['claimed-and-denied.zip', undefined],
  ['data/reports.csv', undefined],
  ['service-worker.js', undefined],
  ['assets/Page.kYlb5wTK.css', undefined],
])('at %o stands %o', (path, file) => expect(changingFile(path)).toBe(file));

test.each([
  ['assets/Page.kYlb5wTK.css', true],
  ['search/index/en-gb_1.pf_index', true],
  ['search/fragment/en-gb_1.pf_fragment', true],
  ['search/search.js', false],
  ['search/pagefind-entry.json', false],
  ['places/assets/index.html', false],
  ['service-worker.js', false],
])('%s lasts: %o', (path, lasts) => expect(isLasting(path)).toBe(lasts));
