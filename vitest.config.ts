import { defineConfig } from 'vitest/config';

// Playwright runs the tests in tests/browser/ (playwright.config.ts).
export default defineConfig({
  test: {
    include: ['tests/{unit,output}/**/*.test.ts'],
    // Some read every built page, and machines differ.
    testTimeout: 30_000,
  },
});
