import { defineConfig } from 'vitest/config';

/** Tests that build a site: each keeps a processor busy for long enough to be a project of its own. */
const BUILDS = ['crawl', 'hostile', 'reproducible'].map((name) => `tests/output/${name}.test.ts`);

/** Counts the calls in modules that are loaded after it starts: no other test may have loaded them. */
const ALONE = 'tests/unit/growth.test.ts';

// Playwright runs the tests in tests/browser/ (playwright.config.ts).
export default defineConfig({
  test: {
    // Ceilings for a machine with other work.
    testTimeout: 300_000,
    hookTimeout: 600_000,
    maxWorkers: '100%',
    // `isolate: false` shares loaded modules, and parsed pages, between the files of a worker.
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], exclude: [ALONE], isolate: false },
      },
      { extends: true, test: { name: 'growth', include: [ALONE] } },
      {
        extends: true,
        test: { name: 'output', include: ['tests/output/**/*.test.ts'], exclude: BUILDS, isolate: false },
      },
      { extends: true, test: { name: 'builds', include: BUILDS } },
    ],
  },
});
