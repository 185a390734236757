// `npm ci` refuses a lock file that lacks the package of one platform, on every platform. npm itself removes such entries
// when a registry does not answer for them.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from '../support/project.ts';

/** A package in the lock file: https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json */
interface Locked {
  version?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const { packages } = JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};

/** The package that Node resolves `name` to from the package at `from`: the nearest above it. */
function seenFrom(from: string, name: string): Locked | undefined {
  for (let at = from; ; at = dirname(at)) {
    const found = packages[join(at, 'node_modules', name)];
    if (found || at === '.' || at === '') return found;
  }
}

const wanted = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies)
    .filter(([, version]) => /^\d/.test(version))
    .map(([name, version]) => ({ from, name, version })),
);

test('the lock file names the package of every platform, in the version asked for', () => {
  expect(wanted.length).toBeGreaterThan(20);
  const wrong = wanted.filter(({ from, name, version }) => seenFrom(from, name)?.version !== version);
  expect(wrong).toEqual([]);
});

test('the lock file names no host', () => {
  expect(Object.values(packages).filter((locked) => 'resolved' in locked)).toEqual([]);
});

test('what the site is built and served with is a dependency, so that npm ci --omit=dev is enough', () => {
  /** Names that the bundle of search resolves itself. */
  const inBundle = ['pagefind-engine', 'search-vocabulary'];
  const imported = globSync(['src/**/*.{ts,astro}', 'astro.config.mjs'], { cwd: PROJECT }).flatMap((path) =>
    readFileSync(join(PROJECT, path), 'utf8')
      .replace(/^import type [^;]*;/gm, '')
      .matchAll(/(?:^import|from) '((?:@[^/']+\/)?[^@./':]+)(?=[/'])/gm)
      .map(([, name = '']) => name)
      .toArray(),
  );
  const dependencies = packages['']?.dependencies ?? {};
  expect(imported.length).toBeGreaterThan(50);
  expect([...new Set(imported)].filter((name) => !(name in dependencies || inBundle.includes(name)))).toEqual(
    [],
  );
});
