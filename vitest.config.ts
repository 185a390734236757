import { defineConfig } from 'vitest/config';

/** These build sites of their own, which may not be done at the same time. */
const BUILDS = ['crawl', 'hostile', 'reproducible'].map((name) => `tests/output/${name}.test.ts`);

/** It counts what runs in modules that are loaded after it has begun: no other test may have loaded them. */
const ALONE = 'tests/unit/growth.test.ts';

// Playwright runs the tests in tests/browser/ (playwright.config.ts).
export default defineConfig({
  test: {
    // Some read every built page, and machines differ.
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        // None leaves anything behind; loading the same modules for each file took most of the time.
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], exclude: [ALONE], isolate: false },
      },
      { extends: true, test: { name: 'growth', include: [ALONE] } },
      { extends: true, test: { name: 'output', include: ['tests/output/**/*.test.ts'], exclude: BUILDS } },
      { extends: true, test: { name: 'builds', include: BUILDS } },
    ],
  },
});
