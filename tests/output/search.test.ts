// The search's files: each can be had from a server and from disk, and none is there for nothing.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { files } from '../../src/output/files.ts';
import { englishOnly } from '../../src/integrations/search-script.ts';
import { DIST } from '../support/project.ts';
import { searchList } from '../support/search-files.ts';

const FOLDER = join(DIST, 'search');
const all = files(FOLDER);
const shell = all.filter((path) => /^(?:engine\/search\.[^/]+\.css|search\.js)$/.test(path));
const index = all.filter((path) => !path.endsWith('.js') && !shell.includes(path));

/** The one file whose path below the folder looks so. */
function one(pattern: RegExp): string {
  const found = index.filter((path) => pattern.test(path));
  expect(found).toHaveLength(1);
  return found[0] ?? '';
}

describe('the files of search', () => {
  test('are the interface, the index, and a script beside each file of the index', () => {
    expect(index.length).toBeGreaterThan(100);
    expect(shell).toHaveLength(2);
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
    const { languages } = JSON.parse(readFileSync(join(FOLDER, one(/pagefind-entry/)), 'utf8')) as {
      languages: object;
    };
    expect(Object.keys(languages)).toEqual(['en-gb']);
    expect(one(/wasm/)).toMatch(/^engine\/wasm\.en-gb\./);
  });

  test('belong together by their names: the script knows all but those whose names Pagefind makes', () => {
    const script = readFileSync(join(FOLDER, 'search.js'), 'utf8');
    const hash = (path: string): string =>
      createHash('sha256')
        .update(readFileSync(join(FOLDER, path)))
        .digest('hex')
        .slice(0, 8);
    const engine = all.filter((path) => path.startsWith('engine/') && !path.endsWith('.js'));
    expect(engine).toHaveLength(4);
    for (const path of engine) {
      expect(path.split('.').at(-2), path).toBe(hash(path));
      expect(script).toContain(JSON.stringify(path).slice(1, -1));
    }
    const others = all.filter((path) => !path.startsWith('engine/') && path !== 'search.js');
    expect(
      others.filter(
        (path) =>
          !/^filter\/en-gb_[\da-f]+\.pf_filter(?:\.js)?$/.test(path) &&
          !/^(?:index|fragment)\/[\da-f]{8}\/\d+\.pf_(?:index|fragment)(?:\.js)?$/.test(path),
      ),
    ).toEqual([]);
    // The files of records and of the index's pieces are named by their number, in folders that are named by what
    // is in all of them.
    expect(new Set(others.filter((path) => !path.startsWith('filter/')).map(dirname)).size).toBe(2);
  });

  test('the order by date costs nothing: records are numbered by it', () => {
    const { orders } = searchList();
    expect(orders.map(([name]) => name)).toEqual(['date']);
    expect(new Set(orders[0]?.[1])).toEqual(new Set([1]));
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
