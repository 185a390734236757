// The files of search: each can be loaded from a server and from disk, and there are no others.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { files } from '../../src/output/files.ts';
import { readFragments } from '../../src/search/pagefind-internals.ts';
import { vocabularyOf } from '../../src/search/vocabulary.ts';
import { DIST } from '../support/project.ts';

const FOLDER = join(DIST, 'search');
const INTERFACE = ['search.css', 'search.js'];
const all = files(FOLDER);
const index = all.filter((path) => !path.endsWith('.js') && !INTERFACE.includes(path));

describe('the files of search', () => {
  test('are the interface, the index, and a script beside each file of the index', () => {
    expect(index.length).toBeGreaterThan(100);
    expect(all).toEqual([...INTERFACE, ...index, ...index.map((path) => `${path}.js`)].sort());
  });

  test('have the names that Pagefind gave them: one language, its WebAssembly, hashes in all others', () => {
    const { languages } = JSON.parse(readFileSync(join(FOLDER, 'pagefind-entry.json'), 'utf8')) as {
      languages: Record<string, { hash: string }>;
    };
    expect(Object.keys(languages)).toEqual(['en-gb']);
    const root = [
      `pagefind.${languages['en-gb']?.hash ?? ''}.pf_meta`,
      'pagefind-entry.json',
      'wasm.en-gb.pagefind',
    ];
    expect(index.filter((path) => !path.includes('/'))).toEqual(root.sort());
    const parts = index.filter((path) => path.includes('/'));
    expect(parts.filter((path) => !/^(\w+)\/en-gb_[\da-f]+\.pf_\1$/.test(path))).toEqual([]);
    expect(new Set(parts.map((path) => path.replace(/\/.*/, '')))).toEqual(
      new Set(['filter', 'fragment', 'index']),
    );
  });

  test('the scripts have the same bytes', () => {
    const different = index.filter((path) => {
      const element: { base64?: string } = {};
      runInNewContext(readFileSync(join(FOLDER, `${path}.js`), 'utf8'), {
        document: { currentScript: element },
      });
      return !Buffer.from(element.base64 ?? '', 'base64').equals(readFileSync(join(FOLDER, path)));
    });
    expect(different).toEqual([]);
  });
});

test.each([
  { word: 'denied', form: /\bden(?:y|ied|ies)\b/i, other: 'denis', namesake: /\bDenis\b/ },
  { word: 'denis', form: /\bDenis\b/, other: 'denied', namesake: /\bden(?:y|ied|ies)\b/i },
])('the records with $other alone are known, to be left out of what is found for “$word”', (pair) => {
  const { ids, filters, unlike } = vocabularyOf(FOLDER);
  const alone = readFragments(FOLDER)
    .filter(({ content }) => pair.namesake.test(content) && !pair.form.test(content))
    .map(({ id }) => id);
  expect(alone.length).toBeGreaterThan(5);
  const known = filters['Namesake']?.[pair.word]?.map((number) => ids[number]) ?? [];
  expect(known.sort()).toEqual(alone.sort());
  expect(unlike[pair.word]).toContain(pair.other);
});

test('the forms of an ordinary word that is a name too, such as “mark”, are not taken from it', () => {
  const { filters, unlike } = vocabularyOf(FOLDER);
  expect(filters['Namesake']?.['mark']).toBeUndefined();
  expect(unlike['marked']).toContain('mark');
});
