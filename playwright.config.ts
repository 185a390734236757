// The browser tests of the built site, with the browser's ordinary settings. Run `npm run build` first.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: '.work/browser-tests',
  globalSetup: './tests/support/browser-setup.ts',
  // One worker more than the two processors of a small machine: some tests mostly wait, for frames or for a server.
  workers: 3,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  // Limits for a busy machine: every test waits for a state and continues as soon as the state is reached.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: 'list',
  // A service worker would answer in place of the responses that tests substitute. Its own tests allow it.
  use: { serviceWorkers: 'block' },
});
