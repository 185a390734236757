// Astro may link a style sheet that a page imports before site.css, and the build keeps that order. Such a sheet must declare the order of the layers
// first, or its rules would lose to those of site.css. Sheets that components link come after site.css.
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from '../support/project.ts';

const read = (path: string): string => readFileSync(join(PROJECT, path), 'utf8');
const order = (name: string): string | undefined => /@layer [^;{]+[;{]/.exec(read(`src/styles/${name}`))?.[0];

const imported = globSync('src/**/*.astro', { cwd: PROJECT })
  .flatMap((path) => [...read(path).matchAll(/import '([^']+\.css)'/g)])
  .map(([, path = '']) => basename(path));

test('every imported style sheet declares the order of the layers first', () => {
  expect(order('site.css')).toMatch(/^@layer tokens.*;$/);
  expect(imported).toContain('site.css');
  expect(imported.length).toBeGreaterThan(1);
  expect(imported.filter((name) => order(name) !== order('site.css'))).toEqual([]);
});
