// A style sheet that a page imports beside its frame may come before that of every page: it names the order of the
// layers itself, or its rules lose to those that they are to change. What components link stands in the body, after it.
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from '../support/project.ts';

const read = (path: string): string => readFileSync(join(PROJECT, path), 'utf8');
const order = (name: string): string | undefined => /@layer [^;{]+[;{]/.exec(read(`src/styles/${name}`))?.[0];

const imported = globSync('src/**/*.astro', { cwd: PROJECT })
  .flatMap((path) => [...read(path).matchAll(/import '([^']+\.css)'/g)])
  .map(([, path = '']) => basename(path));

test('every style sheet that is imported names the order of the layers first', () => {
  expect(order('site.css')).toMatch(/^@layer tokens.*;$/);
  expect(imported).toContain('site.css');
  expect(imported.length).toBeGreaterThan(1);
  expect(imported.filter((name) => order(name) !== order('site.css'))).toEqual([]);
});
