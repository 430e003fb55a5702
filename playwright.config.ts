import { defineConfig } from '@playwright/test';
import { existsSync } from 'node:fs';

const chromium = process.env.CHROMIUM_PATH ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
const port = Number(process.env.TEST_PORT ?? 3190);
const data = process.env.TEST_DATA_DIR ?? 'test-results/var';
/** Opens the administrator's account, which the other tests of the workshop start from. */
const ACCOUNTS = /[/\\]editor\.spec\.ts$/;
/** Deposit, publish, withdraw: they change what everybody reads. */
const JOURNEYS = /[/\\]editor-[\w-]+\.spec\.ts$/;
const browser = { browserName: 'chromium' as const, locale: 'fr-FR', timezoneId: 'Europe/Paris' };
const alone = { use: { ...browser, viewport: { width: 1280, height: 900 } }, fullyParallel: false, workers: 1 };

/**
 * The real server, built and started as `npm start` does, on databases of its own that hold what is shipped.
 * Reading tests run at both widths. Those of the workshop change what is published: they run once, after, one by one.
 */
export default defineConfig({
  testDir: 'tests/routes',
  outputDir: 'test-results/playwright',
  fullyParallel: true,
  workers: 2,
  // On a loaded machine a page may come late: a test that passes when tried again has passed, and is named.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['json'], ['dot']] : [['list']],
  use: {
    baseURL: `http://localhost:${port}`,
    trace: 'retain-on-failure',
    launchOptions: { ...(chromium ? { executablePath: chromium } : {}), args: ['--no-sandbox'] }
  },
  projects: [
    { name: '1280', use: { ...browser, viewport: { width: 1280, height: 900 } }, testIgnore: [ACCOUNTS, JOURNEYS] },
    { name: '360', use: { ...browser, viewport: { width: 360, height: 740 }, hasTouch: true }, testIgnore: [ACCOUNTS, JOURNEYS] },
    { name: 'accounts', ...alone, testMatch: ACCOUNTS, dependencies: process.env.JOURNEYS_ALONE ? [] : ['1280', '360'] },
    { name: 'journeys', ...alone, testMatch: JOURNEYS, dependencies: ['accounts'] }
  ],
  webServer: {
    // Its output is kept: the link of the first administrator is printed there, and nowhere else.
    command: `rm -rf ${data} && mkdir -p test-results && exec node src/bin/start.mjs > test-results/server.log 2>&1`,
    url: `http://localhost:${port}/`,
    timeout: 600_000,
    reuseExistingServer: Boolean(process.env.TEST_REUSE_SERVER),
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    env: {
      PORT: String(port),
      OBSERVATORY_DATA_DIR: data,
      LOG_LEVEL: 'warn',
      ORIGIN: ''
    }
  }
});
