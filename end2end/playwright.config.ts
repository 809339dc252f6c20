// Every journey twice: as a browser without script sees it, and with script. Specs that need script are *.live.spec.ts.
import { defineConfig, devices } from '@playwright/test';
import { browser } from './fixtures/house.mjs';

export default defineConfig({
  testDir: './tests',
  outputDir: './test-results',
  fullyParallel: false,
  forbidOnly: !!process.env.CI,
  retries: 0, // a test that passes the second time is a fault, here or in the house
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 5_000 },
  reporter: [['list'], ['json', { outputFile: '../target/test-logs/browser.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 800 },
    locale: 'en-HK',
    timezoneId: 'Asia/Hong_Kong',
    // As for readers who asked for less motion: no page fades into the next. Chromium complains in the console about a fade
    // that comes too late, and no colour may be on its way to another while contrast is measured.
    reducedMotion: 'reduce',
    launchOptions: browser,
    screenshot: 'only-on-failure',
    trace: 'off',
  },
  projects: [
    { name: 'script-off', testIgnore: '**/*.live.spec.ts', use: { javaScriptEnabled: false } },
    { name: 'script-on' },
  ],
});
