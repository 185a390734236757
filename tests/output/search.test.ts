// The search's files: each can be had from a server and from disk, and none is there for nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { files } from '../../src/integrations/output.ts';
import { englishOnly } from '../../src/integrations/search-script.ts';
import { DIST } from '../support/project.ts';

const FOLDER = join(DIST, 'search');
const all = files(FOLDER);
const shell = ['search.css', 'search.js'];
const index = all.filter((path) => !path.endsWith('.js') && !shell.includes(path));

describe('the files of search', () => {
  test('are the interface, the index, and a script beside each file of the index', () => {
    expect(index.length).toBeGreaterThan(100);
    expect(all).toEqual([...shell, ...index, ...index.map((path) => `${path}.js`)].sort());
  });

  test('the scripts hand over the same bytes', () => {
    const different = index.filter((path) => {
      const element: { base64?: string } = {};
      runInNewContext(readFileSync(join(FOLDER, `${path}.js`), 'utf8'), {
        document: { currentScript: element },
      });
      return !Buffer.from(element.base64 ?? '', 'base64').equals(readFileSync(join(FOLDER, path)));
    });
    expect(different).toEqual([]);
  });

  test('the only WebAssembly is that of the index’s language', () => {
    const { languages } = JSON.parse(readFileSync(join(FOLDER, 'pagefind-entry.json'), 'utf8')) as {
      languages: object;
    };
    expect(Object.keys(languages)).toEqual(['en-gb']);
    expect(index.filter((path) => path.startsWith('wasm.'))).toEqual(['wasm.en-gb.pagefind']);
  });

  test('the interface speaks English only', () => {
    const script = readFileSync(join(FOLDER, 'search.js'), 'utf8');
    expect(script.match(/placeholder:"[^"]*"/g)).toEqual(['placeholder:"Search"']);
  });
});

describe('taking out other languages', () => {
  const english = '{placeholder:"Search",clear_search:"Clear"}';
  test.each([
    [`a=${english},b={placeholder:"Suche",clear_search:"L\\"schen\\""};f()`, `a=${english},b={};f()`],
    // Whatever is not just words stays as it is.
    ['a={placeholder:"Suche",run(){}}', 'a={placeholder:"Suche",run(){}}'],
    ['a={placeholder:name}', 'a={placeholder:name}'],
  ])('%s', (script, trimmed) => expect(englishOnly(script)).toBe(trimmed));
});
