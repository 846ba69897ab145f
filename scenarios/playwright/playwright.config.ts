import { defineConfig } from '@playwright/test';

/** The scenarios tell a story: one worker, in order, without retries, each bounded by the client's own time-outs. */
export default defineConfig({
  testDir: '.',
  testMatch: /scenarios\.spec\.[jt]s$/,
  workers: 1,
  retries: 0,
  timeout: 0,
  reporter: [['./progress-reporter']],
  preserveOutput: 'never',
});
