// The browser tests, on the built dist/. `npm test` builds it first.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: '.work/browser-tests',
  globalSetup: './tests/support/browser-setup.ts',
  // Two cores. A test that fails once has failed.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  // The largest pages take axe some seconds, and machines differ.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  // A service worker stands between a page and what a test puts in the place of the network; its own tests
  // allow it.
  use: { contextOptions: { reducedMotion: 'reduce' }, serviceWorkers: 'block' },
});
