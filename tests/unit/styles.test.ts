// Astro may put a style sheet that a page imports before site.css, where its layers would come first and lose to those of
// site.css. So the frame of the pages imports site.css alone, and all other sheets are linked, which puts them after it.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from '../support/project.ts';

const read = (path: string): string => readFileSync(join(PROJECT, path), 'utf8');

test('site.css is the only style sheet that is imported, and declares the order of the layers', () => {
  const imported = globSync('src/**/*.astro', { cwd: PROJECT })
    .flatMap((path) => [...read(path).matchAll(/import '([^']+\.css)'/g)])
    .map(([, path]) => path);
  expect(imported).toEqual(['../styles/site.css']);
  expect(read('src/styles/site.css')).toMatch(/^[^{]*@layer tokens, base, layout, components, print;/);
});
