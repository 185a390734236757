import { defineConfig } from 'vitest/config';

/** Tests that build a site. Each gets its own worker, because it uses a processor for a long time. */
const BUILDS = ['crawl', 'hostile'].map((name) => `tests/output/${name}.test.ts`);

/** A test that counts calls in modules loaded after its start, so that no other test may have loaded the modules. */
const ALONE = 'tests/unit/growth.test.ts';

// Playwright runs the tests in tests/browser/ (playwright.config.ts).
export default defineConfig({
  test: {
    // Limits for a busy machine.
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
