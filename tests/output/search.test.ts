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

test('the records that have Denis and no form of “denied” are known, to be left out of what is found for it', () => {
  const { ids, filters } = vocabularyOf(FOLDER);
  const alone = readFragments(FOLDER)
    .filter(({ content }) => /\bDenis\b/i.test(content) && !/\bden(?:y|ied|ies)\b/i.test(content))
    .map(({ id }) => id);
  expect(alone.length).toBeGreaterThan(5);
  const known = filters['Namesake']?.['denied']?.map((number) => ids[number]) ?? [];
  expect(known.sort()).toEqual(alone.sort());
});
