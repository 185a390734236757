// The built site itself: its pages are those of the archive, valid, and linked by relative addresses.
// Whether each link leads somewhere is checked by the build (src/output/links.ts).
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { HtmlValidate } from 'html-validate';
import { beforeAll, expect, test } from 'vitest';
import { loadArchive } from '../../src/archive/load.ts';
import { htmlFiles } from '../../src/output/files.ts';
import { PAGE_COLLECTIONS } from '../../src/model/references.ts';
import { DIST, PROJECT } from '../support/project.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // The serialiser writes `hidden=""` and `open=""`, which is the same.
    'attribute-empty-style': 'off',
    'attribute-boolean-style': 'off',
    // Templates leave white space at the ends of lines.
    'no-trailing-whitespace': 'off',
    // An id may begin with a digit in HTML; headings that begin with a date have such ids.
    'valid-id': ['error', { relaxed: true }],
    // Safari takes a list without markers for no list, unless it is told.
    'no-redundant-role': 'off',
    // ARIA lets a list of facts have a name; the rule holds it for unusual.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // A box that scrolls is a region by its role, where a section would do as well.
    'prefer-native-element': 'off',
    // Titles are as long as the questions they ask.
    'long-title': 'off',
  },
});

const pages = new Map<string, string>();

beforeAll(() => {
  if (!existsSync(DIST)) throw new Error('There is no dist/ to test: run `npm run build` first.');
  for (const path of htmlFiles(DIST)) pages.set(path, readFileSync(join(DIST, path), 'utf8'));
});

test('every entry, every index and every page of prose is there', { timeout: 30_000 }, () => {
  const archive = loadArchive(PROJECT);
  const expected = [
    ...PAGE_COLLECTIONS.flatMap((name) => [
      `${name}/index.html`,
      ...archive.list(name).map(({ id }) => `${name}/${id}.html`),
    ]),
    ...archive.list('pages').map(({ id }) => (id === 'home' ? 'index.html' : `${id}.html`)),
    '404.html',
    'data.html',
    'offline.html',
    'search.html',
    'whole.html',
  ];
  expect(expected.filter((path) => !pages.has(path))).toEqual([]);
});

test('every page is valid HTML', { timeout: 120_000 }, async () => {
  // By what is wrong: one slip of a template stands on many pages.
  const found: Record<string, string[]> = {};
  for (const [path, html] of pages) {
    const { results } = await validator.validateString(html, path);
    for (const { line, column, ruleId, message, selector } of results.flatMap(({ messages }) => messages)) {
      const places = (found[`${ruleId}: ${message}`] ??= []);
      if (places.length < 5) places.push(`${path}:${line}:${column} ${selector ?? ''}`);
    }
  }
  expect(found).toEqual({});
});

test(
  'every address within the site is relative, and nothing is loaded from elsewhere',
  { timeout: 30_000 },
  () => {
    const found: string[] = [];
    for (const [path, html] of pages) {
      const $ = load(html);
      for (const element of $('[href], [src], [action]').get()) {
        const { href, src, action } = element.attribs;
        const leaves =
          element.name === 'a' || (element.name === 'link' && element.attribs['rel'] === 'canonical');
        for (const address of [href, src, action]) {
          if (address === undefined || address.startsWith('data:')) continue;
          const absolute = /^(?:[a-z][a-z\d+.-]*:|\/)/i.test(address);
          if (absolute && !(leaves && address.startsWith('https://'))) found.push(`${path}: ${address}`);
        }
      }
    }
    expect(found).toEqual([]);
  },
);
